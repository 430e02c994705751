import { monthsUpTo } from './period.js';

test.each([
  ['within a year', '2026-09-15', 6, '2026-03-16'],
  ["over a year's end", '2026-03-05', 6, '2025-09-06'],
  ['up to the last day of March', '2026-03-31', 1, '2026-03-01'],
  ['up to the thirtieth of March', '2026-03-30', 1, '2026-03-01'],
  ['up to the twenty-eighth of March', '2026-03-28', 1, '2026-03-01'],
  ['up to the twenty-seventh of March', '2026-03-27', 1, '2026-02-28'],
  ['up to the last day of March in a leap year', '2028-03-31', 1, '2028-03-01'],
  ['up to the twenty-eighth of March in a leap year', '2028-03-28', 1, '2028-02-29'],
  ['up to the last day of August', '2026-08-31', 6, '2026-03-01'],
  ['up to the leap day', '2028-02-29', 12, '2027-03-01'],
])('a continuous window %s begins the day after that day so many months earlier', (_, day, months, from) => {
  expect(monthsUpTo(day, months)).toEqual({ from, to: day });
});
