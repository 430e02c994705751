import { done, midJuly, profileOf } from '../../../test/support/scorecard-member.js';
import type { MetricKey, ScorecardProfile } from './profile.js';
import { readProfile } from './read-profile.js';
import { score } from './score.js';

const metricOf = (profile: ScorecardProfile, deeds: string, key: MetricKey) =>
  score(profile, done(deeds), midJuly).metrics.find((metric) => metric.key === key);

/** A profile of a single metric. */
const only = (metric: object, currency: string | null = null) =>
  readProfile({ ...profileOf('uk-2012'), id: 'only', currency, metrics: [metric] });

test('a score says all it was computed from', () => {
  const result = score(profileOf('hk'), done('18 P, 1 A, 1 L, 17 given, 300000 thanked'), midJuly);
  expect(result).toMatchObject({
    profileId: 'hk',
    version: 1,
    currency: 'HKD',
    window: { from: '2026-01-01', to: '2026-06-30' },
    weeks: 20,
    figures: { present: 18, absent: 1, late: 1, medical: 0, referralsGiven: 17, thankedMinor: 30_000_000 },
    total: 10 + 5 + 0 + 0 + 0 + 10 + 5,
    most: 100,
    colour: { name: 'red', letter: 'R', min: 30 },
    nextColour: { name: 'amber', letter: 'A', min: 40, pointsMissing: 10 },
  });
  expect(result.metrics[1]).toEqual({
    key: 'referralsGiven',
    per: 'week',
    direction: 'more',
    amount: 17,
    divisor: 20,
    value: 0.85,
    band: { min: 0.75, points: 5 },
    points: 5,
    max: 20,
    next: { band: { min: 1, points: 10 }, points: 10, value: 1, needed: 3 },
  });
});

test.each<[string, string, MetricKey, { points: number; value: number; needed: number | null } | null]>([
  ['in-2025', '20 P, 17 given', 'referralsGiven', { points: 15, value: 1, needed: 3 }],
  ['in-2025', '25 P, 30 given', 'referralsGiven', null],
  ['in-2025', '30 P, 35 given', 'referralsGiven', { points: 20, value: 1.2, needed: 1 }], // 36/30
  ['uk-2012', '24 P, 4 visitors', 'visitors', { points: 10, value: 0.167, needed: 1 }], // 4/24 just misses it
  ['uk-2012', '12 P', 'testimonials', { points: 5, value: 0, needed: 1 }],
  ['th', '12 P, 1 visitors', 'visitors', { points: 20, value: 1, needed: 5 }], // 6 in 6 months
  ['uk-2012', '20 P, 2 A', 'absences', { points: 10, value: 1, needed: 1 }], // one fewer
  ['uk-2012', '20 P, 5 A', 'absences', { points: 5, value: 2, needed: 3 }],
  ['tw-kaohsiung-2026', '20 P, 1 A, 7 L', 'absencesWithLate', { points: 10, value: 2, needed: 1 }], // 1 + 2
  ['in-2025', '20 P, 1.5 education', 'educationUnits', { points: 10, value: 2, needed: 0.5 }],
  ['in-2025', '20 P, 2 education', 'educationUnits', { points: 15, value: 2, needed: 0.01 }], // above 2
  ['uk-2012', '20 P, 999.50 thanked', 'thanked', { points: 5, value: 1000, needed: 0.5 }],
  ['uk-2012', '20 P, 5000 thanked', 'thanked', { points: 15, value: 5000, needed: 0.01 }],
  ['uk-2012', '20 P, -500 thanked', 'thanked', { points: 5, value: 1000, needed: 1500 }], // refunds
  ['second-degree', '10 given, 6 contacted', 'contactedInTimeShare', { points: 10, value: 0.75, needed: 6 }], // 12/16
  ['second-degree', '10 given', 'becameCustomersShare', { points: 4, value: 0.1, needed: 2 }], // 1/11 misses it
  ['second-degree', '500 direct, 500 indirect', 'indirectShare', { points: 7, value: 0.75, needed: 1000 }],
  ['second-degree', '', 'contactedInTimeShare', { points: 5, value: 0.5, needed: 1 }], // 1/1
  ['second-degree', '', 'indirectShare', { points: 4, value: 0.5, needed: 0.01 }],
  ['second-degree', '100 direct, -200 indirect', 'indirectShare', { points: 4, value: 0.5, needed: 300 }], // 100/200
  ['second-degree', '10 given, 9 contacted', 'contactedInTimeShare', null],
  ['in-2025', '3 given', 'referralsGiven', { points: 5, value: 0.5, needed: null }], // no weeks
  ['br', '9 given', 'referralsGiven', { points: 20, value: 27, needed: 18 }],
  ['br', '10000.25 thanked', 'thanked', { points: 15, value: 20_000, needed: 9999.75 }],
  ['br', '20 P, 1 A', 'absences', { points: 15, value: 0, needed: 1 }],
  ['br', '20 P, 2 L', 'lateArrivals', { points: 2, value: 1, needed: 1 }],
  ['br', '27 given', 'referralsGiven', null],
])('%s after %s: the next of %s is %j', (id, deeds, key, next) => {
  const metric = metricOf(profileOf(id), deeds, key);
  expect(metric?.next ?? null).toEqual(next && expect.objectContaining(next));
});

test('a whole share can be kept and reached from nothing, but not once one was missed', () => {
  const bands = [{ min: 1, points: 10 }];
  const all = only({ key: 'contactedInTimeShare', per: 'period', direction: 'more', bands, max: 10 });
  expect(metricOf(all, '10 given, 10 contacted', 'contactedInTimeShare')).toMatchObject({ points: 10, next: null });
  expect(metricOf(all, '10 given, 9 contacted', 'contactedInTimeShare')?.next?.needed).toBeNull();
  expect(metricOf(all, '', 'contactedInTimeShare')?.next?.needed).toBe(1);
});

test.each([
  ['JPY', 1500], // no minor units
  ['EUR', 15],
  ['KWD', 1.5], // thousandths
])('1500 minor units of %s are %d', (currency, value) => {
  const bands = [{ min: 1e6, points: 5 }];
  const profile = only({ key: 'thanked', per: 'period', direction: 'more', bands, max: 5 }, currency);
  const [metric] = score(profile, [{ day: '2026-02-02', figure: 'thankedMinor', amount: 1500 }], midJuly).metrics;
  expect(metric).toMatchObject({ amount: value, value, next: { needed: 1e6 - value } });
});

test.each(['P', 'A', 'L', 'M', 'S'])('%s makes a countable week', (letter) => {
  expect(score(profileOf('uk-2012'), done(`3 ${letter}, 9 visitors`), midJuly).weeks).toBe(3);
});

test('without weeks nothing is divided: rates and shares have no value and earn nothing, counts stand', () => {
  const { metrics, weeks } = score(profileOf('second-degree'), done('2 visitors, 1 education'), midJuly);
  expect(weeks).toBe(0);
  const scored = Object.fromEntries(metrics.map(({ key, value, points }) => [key, [value, points]]));
  expect(scored).toEqual({
    absencesWithLate: [0, 10],
    referralsGiven: [null, 0],
    contactedInTimeShare: [null, 0],
    becameCustomersShare: [null, 0],
    indirectShare: [null, 0],
    visitors: [2 / 6, 5],
    oneToOnes: [null, 0],
    educationUnits: [1, 3],
    thanked: [0, 0],
  });
});

test('values are never rounded before they are banded', () => {
  const scored = (deeds: string) => metricOf(profileOf('uk-2012'), deeds, 'referralsGiven');
  expect(scored('259 P, 310 given')).toMatchObject({ points: 15 }); // 1.1969 would round to 1.20
  expect(scored('260 P, 312 given')).toMatchObject({ points: 20 });
});

test('the colour begins at its points, and the missing letter is the first of its name that no other has', () => {
  const profile = readProfile({
    ...profileOf('br'),
    currency: null,
    metrics: [{ key: 'referralsGiven', per: 'period', direction: 'more', proRata: { fullAt: 2.7 }, max: 27 }],
    colours: [
      { min: 27, name: 'green' },
      { min: 10, name: 'grey' },
      { min: 0, name: 'black' },
    ],
  });
  const coloured = (given: number) => {
    const { colour, nextColour } = score(profile, done(`${given} given`), midJuly);
    return [colour?.name, colour?.letter, nextColour?.name ?? null, nextColour?.pointsMissing ?? null];
  };
  expect(coloured(0)).toEqual(['black', 'B', 'grey', 10]);
  expect(coloured(1)).toEqual(['grey', 'R', 'green', 17]); // 27 x 1/2.7, which is 10 but for its last bit
  expect(coloured(3)).toEqual(['green', 'G', null, null]);
});
