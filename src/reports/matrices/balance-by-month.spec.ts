import { balanceByMonth } from './balance-by-month.js';

const period = { from: '2026-01-15', to: '2026-04-02' };
const row = (month: string, side: 'given' | 'received', referrals: number, members = referrals) => ({
  month,
  side,
  referrals,
  members,
});
const rows = [
  row('2026-01', 'given', 6),
  row('2026-01', 'received', 5),
  row('2026-03', 'received', 8, 4),
  row('2026-04', 'given', 7),
];
const told = (fewest: number) =>
  balanceByMonth(rows, period, fewest).months.map(({ given, received, balance, cumulative }) => [
    given,
    received,
    balance,
    cumulative,
  ]);

test('every month of the period is there, and the balance adds up from the first', () => {
  expect(balanceByMonth(rows, period, 1).months.map(({ month }) => month)).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
    '2026-04',
  ]);
  expect(told(1)).toEqual([
    [6, 5, 1, 1],
    [0, 0, 0, 1],
    [0, 8, -8, -7],
    [7, 0, 7, 0],
  ]);
});

test('a number of too few members is suppressed, and with it all sums that would tell it', () => {
  expect(told(5)).toEqual([
    [6, 5, 1, 1],
    [0, 0, 0, 1],
    [0, null, null, null],
    [7, 0, 7, null],
  ]);
});
