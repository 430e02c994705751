import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Clock } from '../../platform/clock.js';
import { periodBetween } from '../period.js';
import type { BetweenArguments } from '../period.types.js';
import { canSeeChains } from '../reports.policy.js';
import { type ChainRow, chainRows, type RootMoneyRow, rootMoneyRows } from './club-chains.sql.js';
import type { ChainRoot, ClubChains } from './club-chains.types.js';
import { rootReturns } from './root-return.js';

@Injectable()
export class ClubChainsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * The chains of a club that were begun in a period; null unless the viewer sits in the club.
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub(viewer: Viewer, club: Club, { from, to }: BetweenArguments): Promise<ClubChains | null> {
    if (!canSeeChains(viewer, club)) return null;
    const period = periodBetween(from, to, this.clock.today(club.timeZone));
    const asked = { clubId: club.id, ...period };
    const [rows, money] = await this.dataSource.transaction('REPEATABLE READ', async (manager) => [
      await chainRows(manager, asked),
      await rootMoneyRows(manager, asked, viewer.personId),
    ]);
    return { ...period, rows, roots: rootsOf(rows, money) };
  }
}

/** Those whose chains went furthest first: most introductions beyond the second degree, then most, then most chains. */
function rootsOf(rows: readonly ChainRow[], money: readonly RootMoneyRow[]): ChainRoot[] {
  const roots = new Map<string, ChainRoot>();
  for (const { rootId, introductions, deepestDegree, byDegree } of rows) {
    const root = roots.get(rootId) ?? emptyRoot(rootId);
    root.chains += 1;
    root.introductions += introductions;
    root.beyondSecondDegree += byDegree[1] + byDegree[2];
    root.deepestDegree = Math.max(root.deepestDegree, deepestDegree);
    roots.set(rootId, root);
  }
  for (const root of roots.values()) root.returns = rootReturns(money.filter(({ rootId }) => rootId === root.rootId));
  return [...roots.values()].sort(
    (a, b) =>
      b.beyondSecondDegree - a.beyondSecondDegree ||
      b.introductions - a.introductions ||
      b.chains - a.chains ||
      (a.rootId < b.rootId ? -1 : 1),
  );
}

function emptyRoot(rootId: string): ChainRoot {
  return { rootId, chains: 0, introductions: 0, beyondSecondDegree: 0, deepestDegree: 0, returns: [] };
}
