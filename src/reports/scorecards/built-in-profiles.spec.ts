import { profileOf } from '../../../test/support/scorecard-member.js';
import { builtInProfiles, defaultProfileId } from './built-in-profiles.js';
import { coloursOf } from './colours.js';
import { pointsFor } from './points.js';
import type { Band, Metric, ScorecardProfile } from './profile.js';

/**
 * The table of section 7 of docs/domain.md, in its own notation: `x:p` is from x on p points, `>x:p` above x; of
 * absences and late arrivals up to x. In proportion, `x:p` is p points at x.
 */
const published: Record<string, { currency: string; metrics: string[]; colours: string }> = {
  'uk-2012': {
    currency: 'GBP',
    metrics: [
      'absences/period 0:15 1:10 2:5',
      'referralsGiven/week 1.2:20 1:15 .75:10 .5:5',
      'visitors/week .5:20 .25:15 .167:10 .083:5',
      'educationUnits/period 3:15 2:10 1:5',
      'testimonials/week .075:10 >0:5',
      'thanked/period >5000:15 2500:10 1000:5',
      'lateArrivals/period 0:5',
    ],
    colours: '',
  },
  'in-2025': {
    currency: 'INR',
    metrics: [
      'absences/period 0:15 1:10 2:5',
      'referralsGiven/week 1.2:20 1:15 .75:10 .5:5',
      'visitors/week .75:20 .5:15 .25:10 .1:5',
      'educationUnits/period >2:15 2:10 1:5',
      'testimonials/week .075:10 >0:5',
      'thanked/period 2000000:15 1000000:10 500000:5',
      'lateArrivals/period 0:5',
    ],
    colours: '70 green G 50 amber A 30 red R 0 grey Y',
  },
  'tw-kaohsiung-2026': {
    currency: 'TWD',
    metrics: [
      'absencesWithLate/period 0:20 1:15 2:10',
      'referralsGiven/week 1.5:20 1.2:15 .8:10 .6:5',
      'visitors/period 11:15 7:10',
      'oneToOnes/week 2:15 1:10 .5:5',
      'educationUnits/period 6:15 4:10 2:5',
      'thanked/period 2000000:15 800000:10 400000:5',
    ],
    colours: '70 green G 50 amber A 30 red R 0 black B',
  },
  hk: {
    currency: 'HKD',
    metrics: [
      'absences/period 0:15 1:10 2:5',
      'referralsGiven/week 1.5:20 1.2:15 1:10 .75:5',
      'visitors/week .75:20 .5:15 .25:10 .1:5',
      'oneToOnes/week 1:10 >.5:5',
      'educationUnits/period 2:10 1:5',
      'thanked/period 500000:15 200000:10 100000:5',
      'lateArrivals/period 0:10 1:5',
    ],
    colours: '70 green G 40 amber A 30 red R 0 black B',
  },
  th: {
    currency: 'THB',
    metrics: [
      'absences/period 0:15 1:10 2:5',
      'referralsGiven/week 2:15 1:10',
      'visitors/month 1:20 >0:10',
      'oneToOnes/week 2:15 1:10 >0:5',
      'educationUnits/period 4:20 3:15 2:10 1:5',
      'thanked/period 500000:15 200000:10 100000:5',
    ],
    colours: '70 green G 50 amber A 30 red R 0 black B',
  },
  br: {
    currency: 'BRL',
    metrics: [
      'absences/period 15-5A',
      'referralsGiven/period in proportion 27:20',
      'visitors/period in proportion 8:20',
      'oneToOnes/period in proportion 22:10',
      'educationUnits/period in proportion 22:10',
      'testimonials/period in proportion 2:5',
      'thanked/period in proportion 20000:15',
      'lateArrivals/period 0:5 1:2',
    ],
    colours: '70 green G 40 amber A 0 red R',
  },
  'second-degree': {
    currency: 'EUR',
    metrics: [
      'absencesWithLate/period 0:10 1:7 2:4',
      'referralsGiven/week 1:20 .75:15 .5:10 .25:5',
      'contactedInTimeShare/period .9:15 .75:10 .5:5',
      'becameCustomersShare/period .3:10 .2:7 .1:4',
      'indirectShare/period .9:10 .75:7 .5:4',
      'visitors/month .5:10 >0:5',
      'oneToOnes/week .5:10 .25:5',
      'educationUnits/period 3:5 1:3',
      'thanked/period 5000:10 2500:7 1000:4',
    ],
    colours: '70 green G 50 amber A 30 red R 0 grey Y',
  },
};

const short = (number: number) => String(number).replace(/^0\./, '.');

function written(band: Band): string {
  if ('above' in band) return `>${short(band.above)}:${band.points}`;
  return `${short('min' in band ? band.min : band.max)}:${band.points}`;
}

function notationOf({ key, per, bands = [], proRata, max }: Metric): string {
  if (!proRata) return `${key}/${per} ${bands.map(written).join(' ')}`;
  if ('fullAt' in proRata) return `${key}/${per} in proportion ${proRata.fullAt}:${max}`;
  return `${key}/${per} ${proRata.from}${proRata.perUnit}A`;
}

test.each(Object.entries(published))('%s is as published', (id, { currency, metrics, colours }) => {
  const profile = profileOf(id);
  expect(profile.metrics.map(notationOf)).toEqual(metrics);
  expect(profile.currency).toBe(currency);
  expect(profile.window).toEqual({ kind: 'completed', months: 6 });
  const shown = coloursOf(profile).map(({ min, name, letter }) => `${min} ${name} ${letter}`);
  expect(shown.join(' ')).toBe(colours);
});

test('every profile comes to 100 points, and its best band of each metric to the most', () => {
  for (const { metrics } of builtInProfiles()) {
    expect(metrics.reduce((sum, { max }) => sum + max, 0)).toBe(100);
    expect(metrics.filter(({ bands, max }) => bands && bands[0]?.points !== max)).toEqual([]);
  }
});

test('no other profiles come with Kring, and one of them is the default', () => {
  const ids = builtInProfiles().map(({ id }) => id);
  expect(ids).toEqual(Object.keys(published).sort());
  expect(ids).toContain(defaultProfileId);
});

test('three late arrivals make an absence where late counts as one', () => {
  const latePerAbsence = (profile: ScorecardProfile) =>
    profile.metrics.flatMap((metric) => metric.latePerAbsence ?? []);
  expect(builtInProfiles().flatMap(latePerAbsence)).toEqual([3, 3]);
});

/** Every band of every profile, with the points of the next one down. */
const edges = Object.entries(published).flatMap(([id]) =>
  profileOf(id).metrics.flatMap((metric) =>
    (metric.bands ?? []).map((band, index): [string, Metric, Band, number] => [
      `${id}: ${notationOf({ ...metric, bands: [band] })}`,
      metric,
      band,
      metric.bands?.[index + 1]?.points ?? 0,
    ]),
  ),
);

/** By more than the epsilon, and by less. */
const clearly = 1e-6;
const hardly = 1e-10;

test.each(edges)('%s begins just there', (_, metric, band, lower) => {
  const points = (value: number) => pointsFor(metric, value).points;
  if ('min' in band) {
    expect([-clearly, -hardly, 0, hardly].map((by) => points(band.min + by))).toEqual([
      lower,
      ...Array(3).fill(band.points),
    ]);
  } else if ('above' in band) {
    expect([-hardly, 0, hardly].map((by) => points(band.above + by))).toEqual(Array(3).fill(lower));
    expect(points(band.above + clearly)).toBe(band.points);
  } else {
    expect([-clearly, -hardly, 0, hardly].map((by) => points(band.max + by))).toEqual(Array(4).fill(band.points));
    expect(points(band.max + clearly)).toBe(lower);
  }
});

test.each([
  ['absences', [15, 10, 5, 0, 0], [0, 1, 2, 3, 4]],
  ['referralsGiven', [0, 20 * (26 / 27), 20, 20], [0, 26, 27, 28]],
  ['visitors', [0, 17.5, 20, 20], [0, 7, 8, 9]],
  ['oneToOnes', [0, 10 * (21 / 22), 10, 10], [0, 21, 22, 23]],
  ['educationUnits', [0, 9.75, 10, 10], [0, 21.45, 22, 22.01]],
  ['testimonials', [0, 2.5, 5, 5], [0, 1, 2, 3]],
  ['thanked', [0, 0, 7.5, 15, 15], [-500, 0, 10_000, 20_000, 20_000.01]],
])('br: %s earns %j points at %j', (key, points, values) => {
  const metric = profileOf('br').metrics.find((candidate) => candidate.key === key) as Metric;
  expect(values.map((value) => pointsFor(metric, value).points)).toEqual(points.map((each) => expect.closeTo(each, 9)));
});
