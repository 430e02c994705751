import { done, midJuly, profileOf } from '../../../test/support/scorecard-member.js';
import { bringsToColour } from './brings-to-colour.js';
import type { ScorecardProfile } from './profile.js';
import { readProfile } from './read-profile.js';
import { score } from './score.js';

const planOf = (profile: ScorecardProfile, deeds: string, wanted?: string) =>
  bringsToColour(profile, score(profile, done(deeds), midJuly), wanted);

/** Each step as "needed key: points gained". */
const stepsOf = (profile: ScorecardProfile, deeds: string, wanted?: string) =>
  planOf(profile, deeds, wanted)?.steps.map(({ key, needed, pointsGained }) => `${needed} ${key}: ${pointsGained}`);

test('a plan says what to do, from where to where, and what it comes to', () => {
  const result = score(profileOf('th'), done('20 P, 1 one-to-ones'), midJuly); // 15 + 5 = 20
  expect(bringsToColour(profileOf('th'), result)).toEqual({
    colour: { name: 'red', letter: 'R', min: 30 },
    total: 30,
    acts: 1,
    steps: [
      { key: 'visitors', from: { value: 0, points: 0 }, to: { value: 1 / 6, points: 10 }, needed: 1, pointsGained: 10 },
    ],
    additions: [{ figure: 'visitors', amount: 1 }],
  });
});

test.each<[string, string, string, string, number, string[]]>([
  [
    'th',
    '20 P, 1 one-to-ones',
    'green',
    '20 to 70: a rate of 1 takes 20 referrals, or 19 one-to-ones for half',
    30,
    ['20 referralsGiven: 10', '6 visitors: 20', '4 educationUnits: 20'],
  ],
  [
    'second-degree',
    '20 P, 10 given, 5 contacted',
    'amber',
    '25 to 50: 20/20 given and 15/20 contacted',
    13,
    ['10 referralsGiven: 10', '10 contactedInTimeShare: 5', '3 visitors: 10'],
  ],
  [
    'second-degree',
    '20 P, 10 given, 10 contacted, 3 customers',
    'green',
    '45 to 70: ten more referrals would gain 10 and cost 6, as 3/20 are customers',
    16,
    ['3 visitors: 10', '10 oneToOnes: 10', '3 educationUnits: 5'],
  ],
  [
    'in-2025',
    '20 P, 1.5 education',
    'red',
    '25 to 30: of two ways with one act, the one that gives more',
    1,
    ['1 educationUnits: 10'],
  ],
  [
    'hk',
    '15 P, 3 A, 2 L',
    'green',
    '0 to 70: acts give 60 at most, so 10 of money, not 15',
    67,
    ['30 referralsGiven: 20', '15 visitors: 20', '20 oneToOnes: 10', '2 educationUnits: 10', '200000 thanked: 10'],
  ],
  [
    'hk',
    '',
    'amber',
    '25 to 40 without weeks: no rate can be raised',
    2,
    ['2 educationUnits: 10', '100000 thanked: 5'],
  ],
])('%s after %s: to %s, %s', (id, deeds, wanted, _, acts, steps) => {
  expect(stepsOf(profileOf(id), deeds, wanted)).toEqual(steps);
  expect(planOf(profileOf(id), deeds, wanted)?.acts).toBe(acts);
});

test.each([
  // 50 of 50 + 30: testimonials 5 of 2 acts, visitors 20 of 8, given 20 of 27, then 5 of 11 one-to-ones or units
  ['br', '26 P', 'green', 48],
  // 20: eight of the acts that give 2.5 each
  ['br', '26 P', 'amber', 8],
  // 50: 5 acts for 25 points of education and testimonials; then every 5 points take 5 acts
  ['in-2025', '20 P', 'green', 30],
])('%s after %s takes to %s %i acts, in whichever way', (id, deeds, wanted, acts) => {
  const plan = planOf(profileOf(id), deeds, wanted);
  expect(plan?.acts).toBe(acts);
  expect(plan?.total).toBeGreaterThanOrEqual(plan?.colour.min ?? Number.NaN);
});

const ofReferrals = readProfile({
  id: 'of-referrals',
  version: 1,
  validFrom: '2026-01-01',
  currency: null,
  window: { kind: 'rolling', months: 6 },
  metrics: [
    {
      key: 'referralsGiven',
      per: 'period',
      direction: 'more',
      bands: [
        { min: 20, points: 20 },
        { min: 10, points: 10 },
      ],
      max: 20,
    },
    {
      key: 'becameCustomersShare',
      per: 'period',
      direction: 'more',
      bands: [
        { min: 0.3, points: 10 },
        { min: 0.1, points: 4 },
      ],
      max: 10,
    },
  ],
  colours: [
    { min: 30, name: 'gold' },
    { min: 24, name: 'green' },
    { min: 0, name: 'black' },
  ],
});

test('a plan shows what its referrals cost while they are open', () => {
  // 3/10 are customers, then 3/20.
  expect(stepsOf(ofReferrals, '10 given, 3 customers')).toEqual([
    '10 referralsGiven: 10',
    '0 becameCustomersShare: -6',
  ]);
});

test('referrals must become customers only where nothing else gets there', () => {
  const plan = planOf(ofReferrals, '10 given, 3 customers', 'gold');
  expect(plan?.steps.map(({ key, needed }) => [key, needed])).toEqual([
    ['referralsGiven', 10],
    ['becameCustomersShare', 3],
  ]);
  expect(plan?.additions).toEqual([
    { figure: 'referralsGiven', amount: 10 },
    { figure: 'referralsBecameCustomers', amount: 3 },
  ]);
  expect(plan?.acts).toBe(10);
});

test('a colour that is had takes no steps', () => {
  expect(planOf(profileOf('th'), '20 P, 1 one-to-ones', 'black')).toMatchObject({ acts: 0, steps: [], total: 20 });
});

test('no plan leads to what acts and money cannot reach, above the best, or to no colour', () => {
  expect(planOf(profileOf('hk'), '', 'green')).toBeNull(); // 25 + 10 + 15 = 50 without weeks
  expect(planOf(ofReferrals, '20 given, 20 customers')).toBeNull();
  expect(planOf(profileOf('th'), '20 P', 'purple')).toBeNull();
  expect(planOf(profileOf('uk-2012'), '20 P')).toBeNull();
});
