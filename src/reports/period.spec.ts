import { checkPeriod, lastTwelveMonths, monthsOf, periodBefore, periodBetween } from './period.js';

test.each([
  ['2026-11-23', '2025-11-24'],
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-02-29'],
  ['2026-01-01', '2025-01-02'],
])('the twelve months up to %s begin on %s', (today, from) => {
  expect(lastTwelveMonths(today)).toEqual({ from, to: today });
});

test.each([
  ['one day', { from: '2026-03-01', to: '2026-03-01' }, { from: '2026-02-28', to: '2026-02-28' }],
  ['a month of 31 days', { from: '2026-03-01', to: '2026-03-31' }, { from: '2026-01-29', to: '2026-02-28' }],
  ['a leap year', { from: '2024-01-01', to: '2024-12-31' }, { from: '2022-12-31', to: '2023-12-31' }],
  [
    'days across a change of the clock',
    { from: '2026-03-29', to: '2026-03-30' },
    { from: '2026-03-27', to: '2026-03-28' },
  ],
])('the period before %s has as many days and ends the day before', (_, period, before) => {
  expect(periodBefore(period)).toEqual(before);
});

test('a period touches every calendar month from its first day to its last', () => {
  expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsOf({ from: '2026-02-01', to: '2026-02-01' })).toEqual(['2026-02']);
  expect(monthsOf({ from: '2016-02-15', to: '2026-02-14' })).toHaveLength(121);
});

test('a period may be one day, and ten years to the day', () => {
  const day = { from: '2026-03-01', to: '2026-03-01' };
  const decade = { from: '2016-03-01', to: '2026-02-28' };
  expect(checkPeriod(day)).toEqual(day);
  expect(checkPeriod(decade)).toEqual(decade);
});

test.each([
  ['that ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
  ['of ten years and a day', { from: '2016-03-01', to: '2026-03-01' }],
  ['up to the end of time', { from: '1900-01-01', to: '9999-12-31' }],
])('a period %s is refused', (_, period) => {
  expect(() => checkPeriod(period)).toThrow(expect.objectContaining({ code: 'DATE_OUT_OF_RANGE' }));
});

test.each([
  [null, null, '2025-11-24', '2026-11-23'],
  ['2026-11-01', null, '2026-11-01', '2026-11-23'],
  [null, '2025-02-28', '2024-02-29', '2025-02-28'],
  ['2020-01-01', '2020-01-01', '2020-01-01', '2020-01-01'],
])('between %s and %s lie the days from %s to %s', (asked, last, from, to) => {
  expect(periodBetween(asked, last, '2026-11-23')).toEqual({ from, to });
});

test('a period that begins after today and has no last day is refused', () => {
  expect(() => periodBetween('2026-11-24', null, '2026-11-23')).toThrow(expect.objectContaining({ field: ['to'] }));
});
