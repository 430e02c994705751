import type { Period } from '../../platform/period.js';
import { currencyReturn, isReturnShown } from './currency-return.js';
import type { ReturnFacts } from './return-facts.loaders.js';
import type { PeriodFigures, ReferralsReceived } from './return-report.types.js';

/**
 * The report of one period from its facts.
 * @param smallestGroup sums to which somebody contributed, yet fewer than so many, are left out
 */
export function periodReturn(facts: ReturnFacts, period: Period, smallestGroup: number): PeriodFigures {
  const shown = { facts, period, smallestGroup };
  const codes = [...new Set(facts.degrees.map(({ currency }) => currency))].sort();
  return {
    ...period,
    currencies: codes.filter((code) => isReturnShown(code, shown)).map((code) => currencyReturn(code, shown)),
    suppressedCurrencies: codes.filter((code) => !isReturnShown(code, shown)),
    referralsReceived: received(facts, smallestGroup),
  };
}

function received({ referrals }: ReturnFacts, smallestGroup: number): ReferralsReceived | null {
  if (!referrals) return { count: 0, converted: 0 };
  const { count, converted, receivers, convertedReceivers, otherReceivers } = referrals;
  if (receivers < smallestGroup) return null;
  const isTold = [convertedReceivers, otherReceivers].every((group) => group === 0 || group >= smallestGroup);
  return { count, converted: isTold ? converted : null };
}
