import { hoursAfter, promiseExperience } from './promise.js';

/** Promised for Friday 27 March 2026 at 17:00 in Brussels, two days before summer time. */
const promised = '2026-03-27T16:00:00Z';

test.each([
  ['in the evening before', '2026-03-26T22:59:59Z', 'Europe/Brussels', 'early'],
  ['at midnight', '2026-03-26T23:00:00Z', 'Europe/Brussels', 'kept'],
  ['at the very moment', '2026-03-27T16:00:00Z', 'Europe/Brussels', 'kept'],
  ['a millisecond later', '2026-03-27T16:00:00.001Z', 'Europe/Brussels', 'late'],
  ['later on the same day', '2026-03-27T20:00:00Z', 'Europe/Brussels', 'late'],
  ['on the same day in Brussels and the day before in New York', '2026-03-27T03:00:00Z', 'America/New_York', 'early'],
])('a contact %s (%s, %s) is %s', (_, contactedAt, timeZone, experience) => {
  expect(promiseExperience(new Date(promised), new Date(contactedAt), timeZone)).toBe(experience);
});

test('in a time zone where the promise falls on the next day, the whole of that day keeps it', () => {
  const experience = (instant: string) => promiseExperience(new Date(promised), new Date(instant), 'Asia/Tokyo');
  expect([experience('2026-03-27T14:59:59Z'), experience('2026-03-27T15:00:00Z')]).toEqual(['early', 'kept']);
});

test('hours are hours, also over the change to summer time', () => {
  expect(hoursAfter(new Date('2026-03-28T12:00:00Z'), 24).toISOString()).toBe('2026-03-29T12:00:00.000Z');
});
