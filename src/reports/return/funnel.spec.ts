import { funnelOf } from './funnel.js';
import type { FunnelRow } from './funnel.sql.js';

/** Of each member, a letter, one referral: in the first group those that stayed suspects, in the last those that bought. */
const rowsOf = (written: string, ended: FunnelRow['ended'] = null): FunnelRow[] =>
  written.split('|').flatMap((members, reached) =>
    [...members].map((receiverId) => ({
      place: 0,
      receiverId,
      reached,
      ended,
      referrals: 1,
      medianDays: [1, 2.5, null],
    })),
  );
const counts = (rows: FunnelRow[], smallestGroup: number) =>
  funnelOf(rows, smallestGroup)?.stages.map(({ referrals }) => referrals) ?? null;

test.each([
  // Stayed suspects | prospects | hot prospects | bought
  ['A|A|A|A', 1, [4, 3, 2, 1]], // one's own
  ['|||', 3, [0, 0, 0, 0]], // none received any
  ['AB|||', 3, null], // of two
  ['ABC|ABC|ABC|ABC', 3, [12, 9, 6, 3]],
  ['ABC|||', 3, [3, 0, 0, 0]],
  ['ABC|AB||', 3, [5, null, 0, 0]], // two came further, and none beyond
  ['AB|ABC||', 3, [5, null, 0, 0]], // all but two did
  ['ABC|AB|ABC|', 3, [8, 5, null, 0]], // two stayed behind before the next
  ['ABC|AB|C|ABC', 3, [9, 6, null, 3]], // C and AB, together three, stayed behind since the last stage shown
  ['ABC|ABC|A|ABC', 3, [10, 7, 4, null]], // A stayed behind before the last
  ['ABC|ABC|AA|', 3, [8, 5, null, 0]], // members count, not referrals
  ['|||ABC', 3, [3, 3, 3, 3]],
])('of "%s" a smallest group of %d leaves %j', (written, smallestGroup, expected) => {
  expect(counts(rowsOf(written), smallestGroup)).toEqual(expected);
});

test('each stage has its conversion to the next and its median; none of what is not there', () => {
  expect(funnelOf(rowsOf('AA|A|AA|'), 1)).toEqual({
    stages: [
      { stage: 'suspect', referrals: 5, conversionToNext: 0.6, medianDays: 0 },
      { stage: 'prospect', referrals: 3, conversionToNext: 2 / 3, medianDays: 1 },
      { stage: 'hot_prospect', referrals: 2, conversionToNext: 0, medianDays: 2.5 },
      { stage: 'customer', referrals: 0, conversionToNext: null, medianDays: null },
    ],
    lost: 0,
    declined: 0,
  });
});

test.each([
  ['ABC', 'ABC', 'ABC', 3, 3],
  ['ABC', '', 'ABC', 0, 3],
  ['ABC', 'A', 'ABC', null, null],
  ['AB', 'ABC', 'ABC', null, null],
])('of "%s" that go on, "%s" lost and "%s" declined, %j and %j are told', (open, lost, declined, ...expected) => {
  const funnel = funnelOf([...rowsOf(open), ...rowsOf(lost, 'lost'), ...rowsOf(declined, 'declined')], 3);
  expect([funnel?.lost, funnel?.declined]).toEqual(expected);
});
