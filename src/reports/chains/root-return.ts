import { money } from '../../platform/money.js';
import { isMixed } from '../counts/shown-thanked.js';
import { smallestGroupForClub } from '../reports.policy.js';
import type { RootMoneyRow } from './club-chains.sql.js';
import type { RootReturn } from './club-chains.types.js';

/**
 * What may be told of the return of one root's chains. A sum is shown when it tells the viewer nothing new or mixes
 * the amounts of three sellers. Where the part beyond the second degree is shown, the whole is not unless its rest
 * could be shown as well: one is the other without it.
 */
export function rootReturns(rows: readonly RootMoneyRow[]): RootReturn[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const beyond = own.filter(({ isBeyondSecond }) => isBeyondSecond);
    const second = own.filter(({ isBeyondSecond }) => !isBeyondSecond);
    const isBeyondShown = isMixed(beyond, smallestGroupForClub);
    const isWholeShown = isMixed(isBeyondShown ? second : own, smallestGroupForClub);
    return {
      currency,
      lifetimeValue: isWholeShown ? sumOf(own, currency) : null,
      beyondSecondDegree: isBeyondShown ? sumOf(beyond, currency) : null,
    };
  });
}

function sumOf(rows: readonly RootMoneyRow[], currency: string) {
  const minor = rows.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  return { deals: rows.reduce((sum, { deals }) => sum + deals, 0), amount: money(minor, currency) };
}
