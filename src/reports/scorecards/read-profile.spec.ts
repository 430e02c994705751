import { profileOf } from '../../../test/support/scorecard-member.js';
import { BadProfile, profileJsonSchema, readProfile } from './read-profile.js';

/** A fresh copy of a profile that is right, as parsed JSON. */
const right = () => JSON.parse(JSON.stringify(profileOf('in-2025')));

function problemsOf(json: unknown): string[] {
  try {
    readProfile(json);
    return [];
  } catch (error) {
    if (error instanceof BadProfile) return error.message.split('\n');
    throw error;
  }
}

type Spoil = (profile: ReturnType<typeof right>) => unknown;

const bandsOf = (...bands: object[]) => ({ key: 'visitors', per: 'period', direction: 'more', max: 10, bands });
const inProportion = (proRata: object, key = 'visitors', direction = 'more') => ({
  ...{ key, per: 'period', direction, max: 10, proRata },
});

test('a profile that is right is read as it is', () => {
  expect(readProfile(right())).toEqual(right());
});

test.each<[string, Spoil]>([
  ['id: is missing', (profile) => delete profile.id],
  [
    'id: must be small letters, digits and hyphens, and begin with a letter',
    (profile) => Object.assign(profile, { id: '2025-in' }),
  ],
  ['id: must have at most 60 characters', (profile) => Object.assign(profile, { id: 'a'.repeat(61) })],
  ['version: must be a whole number', (profile) => Object.assign(profile, { version: 1.5 })],
  ['version: must be at least 1', (profile) => Object.assign(profile, { version: 0 })],
  [
    'validFrom: must be a civil day such as 2026-01-01',
    (profile) => Object.assign(profile, { validFrom: '2026-02-29' }),
  ],
  [
    'currency: must be the ISO 4217 code of a currency, such as EUR',
    (profile) => Object.assign(profile, { currency: 'XQX' }),
  ],
  ['currency: must be given for thanked', (profile) => Object.assign(profile, { currency: null })],
  ['currency: must be null without a metric of money', (profile) => profile.metrics.splice(5, 1)],
  ['window.kind: must be one of completed, rolling', (profile) => Object.assign(profile.window, { kind: 'sliding' })],
  ['window.months: must be at least 1', (profile) => Object.assign(profile.window, { months: 0 })],
  ['window.months: must be at most 24', (profile) => Object.assign(profile.window, { months: 25 })],
  ['window.days: must be left out: there is no such field', (profile) => Object.assign(profile.window, { days: 3 })],
  ['weeks: must be left out: there is no such field', (profile) => Object.assign(profile, { weeks: 'P+A' })],
  [
    'metrics[1].direction: must be more for referralsGiven',
    (profile) => Object.assign(profile.metrics[1], { direction: 'fewer' }),
  ],
  [
    'metrics[0].direction: must be fewer for absences',
    (profile) => Object.assign(profile.metrics[0], { direction: 'more' }),
  ],
  [
    'metrics[1].max: must be above 0',
    (profile) => Object.assign(profile.metrics[1], { max: 0, bands: [{ min: 1, points: 0 }] }),
  ],
  ['metrics[1].max: must be at most 1000', (profile) => Object.assign(profile.metrics[1], { max: 1001 })],
  [
    'metrics[2].bands[1].min: must be below 0.75, the min of the band before',
    (profile) => Object.assign(profile.metrics[2].bands[1], { min: 0.75 }),
  ],
  [
    'metrics[3].bands[1].min: must be below 2, the above of the band before',
    (profile) => Object.assign(profile.metrics[3].bands[1], { min: 2.5 }),
  ],
  [
    'metrics[0].bands[1].max: must be above 0, the max of the band before',
    (profile) => Object.assign(profile.metrics[0].bands[1], { max: 0 }),
  ],
  [
    'metrics[1].bands[1].points: must be below 20, the points of the band before',
    (profile) => Object.assign(profile.metrics[1].bands[1], { points: 20 }),
  ],
  [
    'metrics[1].bands[0].points: must be at most 20, the max of the metric',
    (profile) => Object.assign(profile.metrics[1].bands[0], { points: 21 }),
  ],
  [
    'metrics[1].bands[0].points: must be a number',
    (profile) => Object.assign(profile.metrics[1].bands[0], { points: '20' }),
  ],
  [
    'metrics[1].bands[0].points: must be a number',
    (profile) => Object.assign(profile.metrics[1].bands[0], { points: Number.NaN }),
  ],
  [
    'metrics[1].bands[0]: must have min or above, and just one of min, above and max',
    (profile) => Object.assign(profile.metrics[1].bands[0], { above: 1 }),
  ],
  [
    'metrics[1].bands[3]: must have min or above, and just one of min, above and max',
    (profile) => delete profile.metrics[1].bands[3].min,
  ],
  [
    'metrics[0].bands[0]: must have max, and just one of min, above and max',
    (profile) => profile.metrics[0].bands.splice(0, 3, { min: 1, points: 5 }),
  ],
  ['metrics[1].bands: must have at least 1 of them', (profile) => Object.assign(profile.metrics[1], { bands: [] })],
  [
    'metrics[1].bands: must have at most 6 of them',
    (profile) => profile.metrics[1].bands.push(...profile.metrics[1].bands),
  ],
  ['metrics[1]: must have either bands or proRata', (profile) => delete profile.metrics[1].bands],
  [
    'metrics[1]: must have either bands or proRata',
    (profile) => Object.assign(profile.metrics[1], { proRata: { fullAt: 9 } }),
  ],
  [
    'metrics[1].latePerAbsence: must be left out, except for absencesWithLate',
    (profile) => Object.assign(profile.metrics[1], { latePerAbsence: 3 }),
  ],
  [
    'metrics[0].latePerAbsence: is missing: how many late arrivals make an absence',
    (profile) => Object.assign(profile.metrics[0], { key: 'absencesWithLate' }),
  ],
  [
    'metrics[4].key: must not be that of metrics[1] again',
    (profile) => Object.assign(profile.metrics[4], { key: 'referralsGiven' }),
  ],
  [
    'metrics[4].per: must be period for a share',
    (profile) => Object.assign(profile.metrics[4], { key: 'contactedInTimeShare' }),
  ],
  [
    'metrics[2].proRata: must have either fullAt, or from and perUnit',
    (profile) => profile.metrics.splice(2, 1, inProportion({ from: 1 })),
  ],
  [
    'metrics[2].proRata.fullAt: must be above 0',
    (profile) => profile.metrics.splice(2, 1, inProportion({ fullAt: 0 })),
  ],
  [
    'metrics[2].proRata.perUnit: must be above 0 with more',
    (profile) => profile.metrics.splice(2, 1, inProportion({ from: 0, perUnit: -1 })),
  ],
  [
    'metrics[2].proRata.from: must be at most 10, the max of the metric',
    (profile) => profile.metrics.splice(2, 1, inProportion({ from: 11, perUnit: 1 })),
  ],
  [
    'metrics[6].proRata.perUnit: must be below 0 with fewer',
    (profile) => profile.metrics.splice(6, 1, inProportion({ from: 10, perUnit: 1 }, 'lateArrivals', 'fewer')),
  ],
  [
    'metrics[6].proRata.from: must be 10, the max of the metric',
    (profile) => profile.metrics.splice(6, 1, inProportion({ from: 9, perUnit: -1 }, 'lateArrivals', 'fewer')),
  ],
  [
    'metrics[6].proRata: must have from and perUnit with direction fewer',
    (profile) => profile.metrics.splice(6, 1, inProportion({ fullAt: 3 }, 'lateArrivals', 'fewer')),
  ],
  [
    'colours[0].min: must be at most 100, the points of all metrics together',
    (profile) => Object.assign(profile.colours[0], { min: 101 }),
  ],
  [
    'colours[1].min: must be below 70, the min of the colour before',
    (profile) => Object.assign(profile.colours[1], { min: 70 }),
  ],
  ['colours[3].min: must be 0 for the last colour', (profile) => Object.assign(profile.colours[3], { min: 10 })],
  [
    'colours[1].name: must not be that of a colour before',
    (profile) => Object.assign(profile.colours[1], { name: 'green' }),
  ],
  [
    'colours[0].name: must be a name of letters, at most 30',
    (profile) => Object.assign(profile.colours[0], { name: '<b>' }),
  ],
  [
    'colours[3].letter: must not be that of a colour before',
    (profile) => Object.assign(profile.colours[3], { letter: 'G' }),
  ],
  [
    'colours[0].letter: must be a single capital letter',
    (profile) => Object.assign(profile.colours[0], { letter: 'Gr' }),
  ],
])('"%s"', (problem, spoil) => {
  const profile = right();
  spoil(profile);
  expect(problemsOf(profile)).toEqual([problem]);
});

test.each([
  ['at the same number, above it is the better band', bandsOf({ above: 5, points: 9 }, { min: 5, points: 3 }), []],
  [
    'and not the other way round',
    bandsOf({ min: 5, points: 9 }, { above: 5, points: 3 }),
    ['metrics[2].bands[1].above: must be below 5, the min of the band before'],
  ],
])('%s', (_, metric, problems) => {
  const profile = right();
  profile.metrics[2] = metric;
  profile.colours = [];
  expect(problemsOf(profile)).toEqual(problems);
});

test.each([
  [null, ['must be an object']],
  [[], ['must be an object']],
  ['{}', ['must be an object']],
  [
    {},
    ['id', 'version', 'validFrom', 'currency', 'window', 'metrics', 'colours'].map((field) => `${field}: is missing`),
  ],
])('what is no profile at all is told so: %j', (json, problems) => {
  expect(problemsOf(json)).toEqual(problems);
});

test('of many problems the first twenty are told', () => {
  const metrics = Array.from({ length: 12 }, () => ({ key: 'visits' }));
  expect(problemsOf({ ...right(), metrics })).toHaveLength(20);
});

test('the JSON Schema names every field and refuses others', () => {
  const schema = profileJsonSchema();
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(schema.required).toEqual(Object.keys(right()));
});
