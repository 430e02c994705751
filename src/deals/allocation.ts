/** A share of something in hundredths of a percent: 10000 is all of it. */
export interface Share {
  personId: string;
  hundredths: number;
}

const all = 10_000;

/** Hundredths of a percent from a decimal such as "33.33"; null when it has more than two decimals. */
export function toHundredths(percent: string): number | null {
  return /^\d{1,3}(\.\d{1,2})?0*$/.test(percent) ? Math.round(Number(percent) * 100) : null;
}

export function sumToAll(shares: Share[]): boolean {
  return shares.reduce((sum, share) => sum + share.hundredths, 0) === all;
}

/**
 * Divides an amount in minor units by shares that sum to 100 %, by largest remainder: every part is within one minor
 * unit of its exact share and the parts sum to the amount. Of equal remainders the first share gets the unit.
 */
export function allocate(amountMinor: bigint, shares: Share[]): Map<string, bigint> {
  const parts = shares.map(({ personId, hundredths }) => {
    const exact = amountMinor * BigInt(hundredths);
    const floor = exact >= 0n ? exact / BigInt(all) : -((-exact + BigInt(all - 1)) / BigInt(all));
    return { personId, floor, remainder: exact - floor * BigInt(all) };
  });
  let left = amountMinor - parts.reduce((sum, part) => sum + part.floor, 0n);
  const result = new Map(parts.map((part) => [part.personId, part.floor]));
  for (const part of [...parts].sort((a, b) => Number(b.remainder - a.remainder))) {
    if (left === 0n) break;
    result.set(part.personId, part.floor + 1n);
    left -= 1n;
  }
  return result;
}
