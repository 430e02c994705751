import { attendanceWindow, isWithin, monthsBegun } from './window.js';

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-06-30', '2026-01-01'],
  ['2026-07-01', '2026-07-01'],
  ['2026-12-31', '2026-07-01'],
])('the semester up to %s begins on %s, however long a continuous window is', (day, from) => {
  expect(attendanceWindow({ absenceWindow: 'semesters', absenceWindowMonths: 2 }, day)).toEqual({ from, to: day });
});

test('both ends of a window are within', () => {
  const window = attendanceWindow({ absenceWindow: 'continuous', absenceWindowMonths: 6 }, '2026-03-05');
  const days = ['2025-09-05', '2025-09-06', '2026-03-05', '2026-03-06'];
  expect(days.map((day) => isWithin(window, day))).toEqual([false, true, true, false]);
});

test.each([
  ['one day', '2026-01-01', '2026-01-01', 1],
  ['a month', '2026-01-01', '2026-01-31', 1],
  ['a month and a day', '2026-01-01', '2026-02-01', 2],
  ['twelve months', '2025-03-15', '2026-03-14', 12],
  ['twelve months and a day', '2025-03-15', '2026-03-15', 13],
])('%s is so many months, with the one that is begun', (_, first, last, months) => {
  expect(monthsBegun(first, last)).toBe(months);
});
