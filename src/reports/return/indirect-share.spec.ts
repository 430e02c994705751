import fc from 'fast-check';
import { type DealReturn, resamples, shareInterval, shareOf } from './indirect-share.js';
import { mulberry32 } from './mulberry32.js';

const direct = (...amounts: number[]): DealReturn[] => amounts.map((amountMinor) => ({ amountMinor, indirect: false }));
const indirect = (...amounts: number[]): DealReturn[] =>
  amounts.map((amountMinor) => ({ amountMinor, indirect: true }));

test.each([
  [90n, 100n, 0.9],
  [0n, 100n, 0],
  [-10n, 100n, -0.1],
  [120n, 100n, 1.2],
  [1n, 0n, null],
  [1n, -100n, null],
])('the share of %s in %s is %s; there is none in a return that is not positive', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

test('the random numbers are those of mulberry32', () => {
  const random = mulberry32(1);
  expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

// Computed apart, by another program in another language from the definition.
test('the interval of twelve deals is the one computed apart', () => {
  const deals = [
    ...indirect(120_000, 45_000, 30_000, 250_000, 60_000, 9_900, 33_000, 500, 142_500),
    ...direct(80_000, 15_000, 70_000),
  ];
  expect(shareInterval(deals)).toEqual({ low: expect.closeTo(0.464438988737971, 12), high: 1, resamples: 2000 });
});

test.each([
  ['only indirect deals', indirect(100, 200, 300), 1],
  ['only direct deals', direct(100, 200, 300), 0],
])('with %s no resample says anything else', (_, deals, share) => {
  expect(shareInterval(deals)).toEqual({ low: share, high: share, resamples });
});

test.each([
  ['no deals', []],
  ['refunds alone', direct(-100, -200)],
  ['a refund that outweighs the return of most resamples', [...indirect(40_000, 30_000), ...direct(-69_000, 100)]],
])('%s have no interval', (_, deals) => {
  expect(shareInterval(deals)).toBeNull();
});

test('resamples that a refund leaves without return are left out, and counted as such', () => {
  const interval = shareInterval([...indirect(...Array<number>(9).fill(1_000)), ...direct(-1_500)]);
  expect(interval).toMatchObject({ resamples: 1974 });
});

test('the order in which deals are given does not matter', () => {
  const deal = fc.record({ amountMinor: fc.integer({ min: -1_000, max: 100_000 }), indirect: fc.boolean() });
  const shuffled = fc
    .array(deal, { minLength: 1, maxLength: 30 })
    .chain((deals) => fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length })));
  fc.assert(
    fc.property(shuffled, ([deals, inOtherOrder]) => {
      expect(shareInterval(inOtherOrder)).toEqual(shareInterval(deals));
    }),
    { numRuns: 20 },
  );
});

test('without refunds the interval lies within 0 and 1', () => {
  const deal = fc.record({ amountMinor: fc.integer({ min: 1, max: 100_000 }), indirect: fc.boolean() });
  fc.assert(
    fc.property(fc.array(deal, { minLength: 10, maxLength: 40 }), (deals) => {
      const { low = -1, high = 2 } = shareInterval(deals) ?? {};
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low);
      expect(high).toBeLessThanOrEqual(1);
    }),
    { numRuns: 20 },
  );
});

test('a very large club costs no more draws than a large one', () => {
  const deals = indirect(...Array.from({ length: 50_000 }, (_, index) => index + 1));
  expect(shareInterval(deals)).toEqual({ low: 1, high: 1, resamples: 400 });
});
