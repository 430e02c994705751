import type { Club } from '../../clubs/club.entity.js';
import { currencyDecimals } from '../../platform/money.js';
import { isMixed } from '../counts/shown-thanked.js';
import { smallestGroupForClub } from '../reports.policy.js';
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
  currencies: Currencies;
  /** Those that can count for it; the return in as many decimal places as thanks. */
  events: EventRow[];
  result: ScorecardResult;
  /** What is shown of the window. */
  sight: MoneySight;
  /** What is shown of all events, also of those after the window, by which a forecast goes. */
  forecastSight: MoneySight;
}

/**
 * Thanks are counted in the currency of the profile, which its bands are in. Of the return a scorecard takes a share
 * alone, which is the same in any currency: it is counted in the club's own.
 */
export interface Currencies {
  thanked: string;
  return: string;
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
  const currencies = { thanked: profile.content.currency ?? club.currency, return: club.currency };
  const events = rows.flatMap((row) => countable(row, currencies));
  const result = score(profile.content, events, on);
  const inWindow = events.filter(({ day }) => day >= result.window.from && day <= result.window.to);
  const sightOf = (seen: readonly EventRow[]): MoneySight => ({ thanked: thankedSight(seen), ownReturn: isOwn });
  return { profile, currencies, events, result, sight: sightOf(inWindow), forecastSight: sightOf(events) };
}

/** How many minor units of the thanks make one of the return. */
export function scaleOfReturn({ thanked, return: returned }: Currencies): number {
  return 10 ** (currencyDecimals(thanked) - currencyDecimals(returned));
}

function countable(row: EventRow, currencies: Currencies): EventRow[] {
  if (row.currency === null) return [row];
  if (row.figure === 'thankedMinor') return row.currency === currencies.thanked ? [row] : [];
  return row.currency === currencies.return ? [{ ...row, amount: row.amount * scaleOfReturn(currencies) }] : [];
}

function thankedSight(events: readonly EventRow[]): MoneySight['thanked'] {
  const cells = events.filter(({ figure }) => figure === 'thankedMinor');
  if (cells.every(({ unseenSellers }) => unseenSellers.length === 0)) return 'all';
  const unseenSellers = cells.flatMap((cell) => cell.unseenSellers);
  return isMixed([{ unseenSellers }], smallestGroupForClub) ? 'sums' : 'nothing';
}
