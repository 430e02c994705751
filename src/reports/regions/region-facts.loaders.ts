import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { periodsIn } from '../asked-periods.js';
import { clubsOfRegions } from './clubs-of-regions.sql.js';
import { type RegionCountsRow, regionCounts } from './region-counts.sql.js';
import { regionMembers } from './region-members.sql.js';
import { type RegionReturnRow, regionReturns } from './region-returns.sql.js';

/** All a region's report is made of. */
export interface RegionFacts {
  /** Null for a region without clubs. */
  counts: RegionCountsRow | null;
  returns: RegionReturnRow[];
  clubs: number;
  members: number;
}

/** The key under which the loader knows a region's period of whole months. @param today until when members are known */
export function regionFactsKey(regionId: string, { from, to }: Period, today: string): string {
  return [regionId, from, to, today].join(' ');
}

/** Four statements for any number of regions and periods, on one snapshot; they read the sums of months alone. */
export const regionFacts: LoaderDeclaration<RegionFacts> = forReports(async (keys, dataSource) => {
  const asked = periodsIn(keys);
  const today = keys[0]?.split(' ')[3] ?? '';
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const regionIds = asked.map(({ subjectId }) => subjectId);
    const clubs = await clubsOfRegions(manager, regionIds);
    const counts = await regionCounts(manager, asked, clubs);
    const returns = await regionReturns(manager, asked, clubs);
    const members = await regionMembers(manager, asked, { clubs, today });
    const factsAt = (wanted: number): RegionFacts => ({
      counts: counts.find(({ place }) => place === wanted) ?? null,
      returns: returns.filter(({ place }) => place === wanted),
      clubs: clubs.regionIds.filter((id) => id === regionIds[wanted]).length,
      members: members.find(({ place }) => place === wanted)?.members ?? 0,
    });
    return new Map(keys.map((key, place) => [key, factsAt(place)]));
  });
});
