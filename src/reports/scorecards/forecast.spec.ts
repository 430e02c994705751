import { done, midJuly } from '../../../test/support/scorecard-member.js';
import { assumedMeetings } from './assumed-meetings.js';
import { forecast } from './forecast.js';
import { readProfile } from './read-profile.js';

const profileWith = (kind: 'completed' | 'rolling') =>
  readProfile({
    id: 'short',
    version: 1,
    validFrom: '2026-01-01',
    currency: null,
    window: { kind, months: 6 },
    metrics: [
      {
        key: 'absences',
        per: 'period',
        direction: 'fewer',
        bands: [
          { max: 0, points: 10 },
          { max: 1, points: 5 },
        ],
        max: 10,
      },
      {
        key: 'visitors',
        per: 'period',
        direction: 'more',
        bands: [
          { min: 3, points: 10 },
          { min: 1, points: 5 },
        ],
        max: 10,
      },
    ],
    colours: [
      { min: 15, name: 'green' },
      { min: 0, name: 'black' },
    ],
  });

/** Every Thursday from 15 January to 9 July 2026 there was a meeting. */
const thursdays = Array.from({ length: 26 }, (_, week) =>
  new Date(Date.UTC(2026, 0, 15 + 7 * week)).toISOString().slice(0, 10),
);
const events = [
  ...thursdays.flatMap((day) => done(day === '2026-02-12' ? '1 A' : '1 P', day)),
  ...['2026-02-05', '2026-02-19', '2026-05-07'].flatMap((day) => done('1 visitors', day)),
];

test('a completed window: each month is shown on the first day it counts, with what has left', () => {
  const { months } = forecast({ profile: profileWith('completed'), events, today: midJuly });
  const shown = months.map(({ month, day, window, weeks, assumedMeetings: assumed, total, colour, metrics }) => [
    `${month} on ${day} from ${window.from}: ${weeks} weeks, ${assumed} assumed`,
    `${metrics.map(({ points }) => points).join(' + ')} = ${total} ${colour?.name}`,
    metrics.map(({ pointsChange }) => pointsChange),
  ]);
  expect(shown).toEqual([
    ['2026-07 on 2026-08-01 from 2026-02-01: 26 weeks, 3 assumed', '5 + 10 = 15 green', [0, 0]],
    ['2026-08 on 2026-09-01 from 2026-03-01: 26 weeks, 7 assumed', '10 + 5 = 15 green', [5, -5]],
    ['2026-09 on 2026-10-01 from 2026-04-01: 26 weeks, 11 assumed', '10 + 5 = 15 green', [0, 0]],
    ['2026-10 on 2026-11-01 from 2026-05-01: 26 weeks, 16 assumed', '10 + 5 = 15 green', [0, 0]],
    ['2026-11 on 2026-12-01 from 2026-06-01: 26 weeks, 20 assumed', '10 + 0 = 10 black', [0, -5]],
    ['2026-12 on 2027-01-01 from 2026-07-01: 27 weeks, 25 assumed', '10 + 0 = 10 black', [0, 0]],
  ]);
  expect(
    months.flatMap(({ month, metrics }) => metrics.flatMap(({ leaving }) => leaving.map((left) => [month, left]))),
  ).toEqual([
    ['2026-08', { day: '2026-02-12', figure: 'absent', amount: 1 }],
    ['2026-08', { day: '2026-02-05', figure: 'visitors', amount: 1 }],
    ['2026-08', { day: '2026-02-19', figure: 'visitors', amount: 1 }],
    ['2026-11', { day: '2026-05-07', figure: 'visitors', amount: 1 }],
  ]);
});

test('a rolling window: each month is shown as it stands on its last day', () => {
  const { months } = forecast({ profile: profileWith('rolling'), events, today: midJuly, months: 3 });
  expect(months.map(({ day, window: { from, to }, total }) => [day, from, to, total])).toEqual([
    ['2026-07-31', '2026-02-01', '2026-07-31', 15],
    ['2026-08-31', '2026-03-01', '2026-08-31', 15],
    ['2026-09-30', '2026-03-31', '2026-09-30', 15],
  ]);
});

test('acts of the running month count from its end on, and those of one day and figure leave as one', () => {
  const twice = [...events, ...done('1 visitors', '2026-07-02'), ...done('1 visitors', '2026-07-02')];
  const { months } = forecast({ profile: profileWith('completed'), events: twice, today: midJuly, months: 8 });
  expect(months.map(({ metrics }) => metrics[1]?.points)).toEqual([10, 10, 10, 10, 5, 5, 0, 0]);
  expect(months[6]?.metrics[1]?.leaving).toEqual([{ day: '2026-07-02', figure: 'visitors', amount: 2 }]);
});

test('what lies after today is not foreseen', () => {
  const later = [...events, ...done('5 visitors', '2026-07-16')];
  const [first] = forecast({ profile: profileWith('completed'), events: later, today: midJuly }).months;
  expect(first?.result.figures.visitors).toBe(3);
});

test.each([
  ['every week', ['2026-06-25', '2026-07-02', '2026-07-09'], ['2026-07-16', '2026-07-23', '2026-07-30']],
  ['every other week', ['2026-06-11', '2026-06-25', '2026-07-09'], ['2026-07-23']],
  [
    'weekly but for a holiday',
    ['2026-06-04', '2026-06-11', '2026-07-02', '2026-07-09'],
    ['2026-07-16', '2026-07-23', '2026-07-30'],
  ],
  ['with one meeting so far, as if weekly', ['2026-07-10'], ['2026-07-17', '2026-07-24', '2026-07-31']],
  ['and one today is not assumed again', ['2026-07-08', '2026-07-15'], ['2026-07-22', '2026-07-29']],
  [
    'after a pause, on the days it would have',
    ['2026-05-07', '2026-05-14'],
    ['2026-07-16', '2026-07-23', '2026-07-30'],
  ],
  ['today as well, before it is recorded', ['2026-07-01', '2026-07-08'], ['2026-07-15', '2026-07-22', '2026-07-29']],
  ['with none at all', [], []],
])('meetings are taken to go on %s', (_, held, assumed) => {
  const attended = held.flatMap((day, index) => done(index % 2 ? '1 M' : '1 L', day));
  expect(assumedMeetings([...attended, ...done('3 visitors', '2026-07-01')], midJuly, '2026-07-31')).toEqual(assumed);
});
