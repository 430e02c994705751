import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import type { RegionClubs } from './clubs-of-regions.sql.js';

/** The head of statements about regions in periods: `asked`, and `listed`, the clubs of each ($4 and $5). */
export const clubsListed = `WITH ${askedPeriods},
  listed AS NOT MATERIALIZED (
    SELECT region_id, club_id FROM unnest($4::uuid[], $5::uuid[]) AS list (region_id, club_id)
  )`;

/** The parameters $1 to $7 of such a statement; the last two are the days between which all periods lie. */
export function listedParameters(asked: readonly SubjectPeriod[], { regionIds, clubIds }: RegionClubs): unknown[] {
  const [earliest] = asked.map(({ from }) => from).sort();
  const latest = asked
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return [...askedParameters(asked), regionIds, clubIds, earliest, latest];
}
