import { civilDay } from '../platform/clock.js';
import { describedEnum } from '../platform/graphql/enum.js';

export const PromiseExperience = describedEnum('PromiseExperience', 'How the giver experienced a promise.', {
  EARLY: 'The first contact was on an earlier day than promised.',
  KEPT: 'The first contact was on the promised day, not after the promised time.',
  LATE: 'The first contact was after the promised time.',
});
export type PromiseExperience = (typeof PromiseExperience)[keyof typeof PromiseExperience];

/** Performance against a promise (docs/domain.md, promise): days are civil days of the receiver's club. */
export function promiseExperience(promisedFor: Date, firstContactAt: Date, timeZone: string): PromiseExperience {
  if (firstContactAt > promisedFor) return 'late';
  return civilDay(firstContactAt, timeZone) < civilDay(promisedFor, timeZone) ? 'early' : 'kept';
}

const hourMilliseconds = 3_600_000;

/** The instant so many hours later. */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * hourMilliseconds);
}
