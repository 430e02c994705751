import { clubMedian } from './club-median.js';

const member = (returnMinor: number | null, indirectMinor = 0, more: object = {}) => ({
  place: 0,
  returnMinor: returnMinor === null ? null : String(returnMinor),
  indirectMinor: returnMinor === null ? null : String(indirectMinor),
  referralsReceived: 0,
  promisesJudged: 0,
  promisesKept: 0,
  ...more,
});

test('of five members it is the one in the middle, the money to two significant digits', () => {
  const rows = [
    member(100, 50),
    member(123_456, 0),
    member(999_999, 999_999),
    member(1_000, 900),
    member(200_000, 20_000),
  ];
  expect(clubMedian(rows, 'EUR')).toMatchObject({ members: 5, return: { amount: '1200.00' }, indirectShare: 0.5 });
});

test('of six it lies between the two in the middle, and who brought nothing counts with zero', () => {
  const rows = [member(null), ...[100, 200, 400, 500, 600].map((minor) => member(minor))];
  expect(clubMedian(rows, 'EUR')).toMatchObject({ members: 6, return: { amount: '3.00' } });
});

test('a share is of those who have one', () => {
  const promising = [0, 1, 2, 3, 4].map((kept) => member(null, 0, { promisesJudged: 4, promisesKept: kept }));
  expect(clubMedian([...promising, member(null), member(null)], 'EUR')).toMatchObject({ members: 7, keptShare: 0.5 });
});

test('each median needs five members who contributed', () => {
  const four = [1, 2, 3, 4].map((count) => member(-100 * count, 0, { referralsReceived: count, promisesJudged: 1 }));
  const none = { members: 9, return: null, indirectShare: null, referralsReceived: null, keptShare: null };
  expect(clubMedian([...four, ...Array.from({ length: 5 }, () => member(null))], 'EUR')).toEqual(none);
  const fifth = member(-500, 0, { referralsReceived: 5, promisesJudged: 1 });
  expect(clubMedian([...four, fifth], 'EUR')).toEqual({
    members: 5,
    return: { amount: '-3.00', currency: 'EUR' },
    indirectShare: null,
    referralsReceived: 3,
    keptShare: 0,
  });
});

test('in a club of four there is none', () => {
  expect(
    clubMedian(
      [1, 2, 3, 4].map((minor) => member(minor)),
      'EUR',
    ),
  ).toBeNull();
});
