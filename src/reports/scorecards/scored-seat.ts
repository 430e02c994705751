import type { Club } from '../../clubs/club.entity.js';
import { isMixed } from '../counts/shown-thanked.js';
import { smallestGroupForClub } from '../reports.policy.js';
import type { ScorecardProfile } from './profile.js';
import type { CataloguedProfile } from './profile-catalogue.js';
import { score } from './score.js';
import type { ScorecardResult } from './score.types.js';
import type { EventRow } from './scorecard-events.sql.js';

/**
 * How much of the money in a scorecard a viewer may learn. A scorecard shows what its metrics earned to whoever may
 * see it at all, and so between which limits of bands money lies; amounts it shows as the counts and the return do.
 */
export interface MoneySight {
  /** What he was thanked for: each deal, sums that mix enough sellers, or nothing. */
  thanked: 'all' | 'sums' | 'nothing';
  /** Whether the return of the member is the viewer's own. */
  ownReturn: boolean;
}

/** A score with all it was made of. */
export interface ScoredSeat {
  profile: CataloguedProfile;
  /** The currency of its money. */
  currency: string;
  /** Those that can count for it. */
  events: EventRow[];
  result: ScorecardResult;
  /** What is shown of the window. */
  sight: MoneySight;
  /** What is shown of all events, also of those after the window, by which a forecast goes. */
  forecastSight: MoneySight;
}

/** A seat's score on a civil day of its club, as somebody may see it. */
export function scoredSeat(
  rows: readonly EventRow[],
  {
    profile,
    club,
    on,
    isOwn,
  }: { profile: CataloguedProfile; club: Pick<Club, 'currency'>; on: string; isOwn: boolean },
): ScoredSeat {
  const currency = currencyOf(profile.content, club);
  const events = rows.filter((row) => row.currency === null || row.currency === currency);
  const result = score({ ...profile.content, currency }, events, on);
  const inWindow = events.filter(({ day }) => day >= result.window.from && day <= result.window.to);
  const sightOf = (seen: readonly EventRow[]): MoneySight => ({ thanked: thankedSight(seen), ownReturn: isOwn });
  return { profile, currency, events, result, sight: sightOf(inWindow), forecastSight: sightOf(events) };
}

/** Bands of money are in the profile's currency; a share alone is the same in any, and is taken in the club's. */
function currencyOf({ currency, metrics }: ScorecardProfile, club: Pick<Club, 'currency'>): string {
  const hasBandsOfMoney = metrics.some(({ key }) => key === 'thanked');
  return hasBandsOfMoney && currency !== null ? currency : club.currency;
}

function thankedSight(events: readonly EventRow[]): MoneySight['thanked'] {
  const cells = events.filter(({ figure }) => figure === 'thankedMinor');
  if (cells.every(({ unseenSellers }) => unseenSellers.length === 0)) return 'all';
  const unseenSellers = cells.flatMap((cell) => cell.unseenSellers);
  return isMixed([{ unseenSellers }], smallestGroupForClub) ? 'sums' : 'nothing';
}
