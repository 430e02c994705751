import { money } from '../../platform/money.js';
import { isMixed } from '../counts/shown-thanked.js';
import type { LifetimeRow } from './lifetime-value.sql.js';
import type { LifetimeValue } from './lifetime-value.types.js';

/** @param fewestSellers how many sellers must at least be mixed whose amounts the viewer does not see anyhow */
export function lifetimeValues(rows: readonly LifetimeRow[], fewestSellers: number): LifetimeValue[] {
  return rows.map((row) => {
    const { currency, deals, amountMinor } = row;
    const isShown = isMixed([row], fewestSellers);
    return { currency, value: isShown ? { deals, amount: money(amountMinor, currency) } : null };
  });
}
