import fc from 'fast-check';
import { allocate, sumToAll, toHundredths } from './allocation.js';

test.each([
  ['100', 10_000],
  ['33.33', 3333],
  ['33.3300', 3333],
  ['0.01', 1],
  ['33.333', null],
  ['-5', null],
])('%s percent are %p hundredths', (percent, hundredths) => {
  expect(toHundredths(percent)).toBe(hundredths);
});

test('the odd cent goes to the largest remainder, the first of equals', () => {
  const thirds = [
    { personId: 'a', hundredths: 3333 },
    { personId: 'b', hundredths: 3333 },
    { personId: 'c', hundredths: 3334 },
  ];
  expect([...allocate(100n, thirds).values()]).toEqual([33n, 33n, 34n]);
  const halves = [
    { personId: 'a', hundredths: 5000 },
    { personId: 'b', hundredths: 5000 },
  ];
  expect([...allocate(-1n, halves).values()]).toEqual([0n, -1n]);
});

test('the parts always sum to the amount, each within one unit of its exact share', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), cuts, (amount, points) => {
      const edges = [0, ...points.sort((a, b) => a - b), 10_000];
      const shares = edges.slice(1).map((edge, index) => ({
        personId: String(index),
        hundredths: edge - (edges[index] ?? 0),
      }));
      expect(sumToAll(shares)).toBe(true);
      const parts = allocate(amount, shares);
      expect([...parts.values()].reduce((sum, part) => sum + part, 0n)).toBe(amount);
      for (const { personId, hundredths } of shares) {
        const off = (parts.get(personId) ?? 0n) * 10_000n - amount * BigInt(hundredths);
        expect(off > -10_000n && off < 10_000n).toBe(true);
      }
    }),
  );
});
