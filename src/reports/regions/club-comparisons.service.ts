import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import type { Region } from '../../clubs/region.entity.js';
import { Clock } from '../../platform/clock.js';
import {
  type Connection,
  decodeCursor,
  encodeCursor,
  mapNodes,
  pageSize,
  refuseForeignCursor,
  toConnection,
} from '../../platform/graphql/connection.js';
import { money } from '../../platform/money.js';
import type { Period } from '../../platform/period.js';
import type { Asking } from '../asking.js';
import { monthsOf } from '../period.js';
import { canSeeSumsOfRegion } from '../reports.policy.js';
import type { ClubComparison, ClubComparisonArguments, ClubSeries } from './club-comparison.types.js';
import { type ClubMeasuresRow, clubMeasures, groupOf, type Measure } from './club-measures.sql.js';
import { type ClubMonthRow, clubMonthMeasures } from './club-month-measures.sql.js';
import { clubSeries, type Series } from './club-series.js';
import { clubsOfRegions } from './clubs-of-regions.sql.js';
import { RegionReportsService } from './region-reports.service.js';

interface Measured {
  row: ClubMeasuresRow;
  series: Series;
}

@Injectable()
export class ClubComparisonsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reports: RegionReportsService,
  ) {}

  /**
   * The clubs of a region and all below it, sorted by a measure; null unless its sums are for the viewer.
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   * @throws GraphQLError BAD_USER_INPUT for a cursor this list did not give or a page size out of range
   */
  async ofRegion(
    { viewer, loaders }: Asking,
    region: Region,
    { period: asked, ...page }: ClubComparisonArguments,
  ): Promise<Connection<ClubComparison> | null> {
    if (!canSeeSumsOfRegion(viewer, region)) return null;
    const period = this.reports.monthsOf(asked);
    const { by, ascending, currency } = page;
    const cut = { after: page.after === null ? null : decodeCursor(page.after), limit: pageSize(page) + 1 };
    const { clubIds, measured } = await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { clubIds } = await clubsOfRegions(manager, [region.id]);
      return { clubIds, measured: await this.measure(manager, { clubIds, period, currency, by, ascending, ...cut }) };
    });
    const comparisons = measured.map(async (each) => ({
      ...each,
      comparison: comparisonOf(each, period, await loaders.loadExisting(clubById, each.row.clubId)),
    }));
    const connection = toConnection(
      await Promise.all(comparisons),
      page,
      ({ row }) => encodeCursor(row.sortValue, row.clubId),
      async () => clubIds.length,
    );
    return mapNodes(connection, ({ comparison }) => comparison);
  }

  private async measure(
    manager: EntityManager,
    { period, ...asked }: Omit<Parameters<typeof clubMeasures>[1], 'from' | 'to' | 'today'> & { period: Period },
  ): Promise<Measured[]> {
    const today = this.clock.today('UTC');
    const rows = await clubMeasures(manager, { ...asked, ...period, today }).catch(refuseForeignCursor);
    return withSeries(manager, rows, { ...period, today });
  }
}

/** The clubs with their months; one statement more, for any number of them. */
export async function withSeries(
  manager: EntityManager,
  rows: readonly ClubMeasuresRow[],
  { from, to, today }: Period & { today: string },
): Promise<Measured[]> {
  const clubIds = rows.map(({ clubId }) => clubId);
  const currency = rows[0]?.currency ?? '';
  const months = await clubMonthMeasures(manager, { clubIds, from, to: `${to.slice(0, 7)}-01`, currency, today });
  const byClub = new Map(rows.map(({ clubId }): [string, ClubMonthRow[]] => [clubId, []]));
  for (const month of months) byClub.get(month.clubId)?.push(month);
  return rows.map((row) => ({ row, series: clubSeries(row, byClub.get(row.clubId) ?? []) }));
}

function comparisonOf({ row, series }: Measured, period: Period, club: Club): ClubComparison {
  const { values, withheld, currency } = row;
  const isWithheld = (measure: Measure) => {
    const group = groupOf[measure];
    return group !== null && withheld[group];
  };
  const of = (measure: Measure): ClubSeries => ({
    value: values[measure],
    withheld: isWithheld(measure),
    months: series[measure],
  });
  const inMoney = (minor: number | null) => (minor === null ? null : money(BigInt(minor), currency));
  return {
    club,
    months: monthsOf(period),
    members: of('members'),
    growth: of('growth'),
    referralsPerMember: of('referrals_per_member'),
    conversion: of('conversion'),
    visitors: of('visitors'),
    absenceRate: of('absence_rate'),
    return: {
      value: inMoney(values.return),
      withheld: isWithheld('return'),
      months: series.return.map(inMoney),
    },
    indirectShare: of('indirect_share'),
    oneToOnesPerMember: of('one_to_ones_per_member'),
  };
}
