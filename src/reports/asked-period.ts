import type { Club } from '../clubs/club.entity.js';
import type { Clock } from '../platform/clock.js';
import type { Period } from '../platform/period.js';
import { checkPeriod, lastTwelveMonths } from './period.js';

/**
 * The period somebody asks for of a club, or of a seat in it.
 * @param asked null for the last twelve months up to today in the club
 * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
 */
export function askedPeriod(asked: Period | null, club: Club, clock: Clock): Period {
  return asked ? checkPeriod(asked) : lastTwelveMonths(clock.today(club.timeZone));
}
