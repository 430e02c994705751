import { civilDay, instantsOf } from './clock.js';

const hour = 3_600_000;

test.each([
  ['an ordinary day', '2026-03-05', 'Europe/Brussels', 24],
  ['the day on which summer time begins', '2026-03-29', 'Europe/Brussels', 23],
  ['the day on which summer time ends', '2026-10-25', 'Europe/Brussels', 25],
  ['a day without a midnight', '2018-11-04', 'America/Sao_Paulo', 23],
  ['a day far in the east', '2026-03-05', 'Pacific/Kiritimati', 24],
])('%s lasts from its first instant until the first of the next', (_, day, timeZone, hours) => {
  const { since, until } = instantsOf(day, timeZone);
  expect((until.getTime() - since.getTime()) / hour).toBe(hours);
  const days = [since.getTime() - 1, since.getTime(), until.getTime() - 1, until.getTime()];
  expect(days.map((instant) => civilDay(new Date(instant), timeZone) === day)).toEqual([false, true, true, false]);
});
