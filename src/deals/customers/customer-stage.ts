import { shiftDay } from '../../platform/clock.js';
import { describedEnum } from '../../platform/graphql/enum.js';

export const CustomerStage = describedEnum(
  'CustomerStage',
  'Where a seller stands with a buyer: the customer relation cycle, derived from deals and introductions.',
  {
    POTENTIAL: 'Introduced or referred, with no deal in force; or former and introduced or referred again since.',
    NEW: 'One deal.',
    LOYAL: 'Two deals or more.',
    FORMER: "No deal within the club's window, and nothing new since.",
  },
);
export type CustomerStage = (typeof CustomerStage)[keyof typeof CustomerStage];

/** A deal that is not refunded to nothing. */
export interface DealInForce {
  closedOn: string;
  /** How many months without a deal make a former customer, by the rules of the club it was made in. */
  formerAfterMonths: number;
  /** The civil day it is in that club. */
  today: string;
}

/** All that decides the stage. */
export interface Relation {
  deals: readonly DealInForce[];
  /** The days on which he was introduced or referred, but for what was lost or declined. */
  openedOn: readonly string[];
}

/**
 * The stage of the relation (docs/domain.md, referral life); null when there is none. A deal keeps him for the club's
 * months: he is former from the same day of the month on. What was opened on a day after his last deal makes a former
 * customer a potential one again.
 */
export function stageOf({ deals, openedOn }: Relation): CustomerStage | null {
  const last = latest(deals.map(({ closedOn }) => closedOn));
  if (last === null) return openedOn.length > 0 ? 'potential' : null;
  if (deals.some(keepsHim)) return deals.length === 1 ? 'new' : 'loyal';
  return openedOn.some((day) => day > last) ? 'potential' : 'former';
}

function keepsHim({ closedOn, formerAfterMonths, today }: DealInForce): boolean {
  return today < shiftDay(closedOn, { months: formerAfterMonths });
}

/** The latest of civil days; null of none. */
export function latest(days: readonly string[]): string | null {
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}
