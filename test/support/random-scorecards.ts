import fc from 'fast-check';
import {
  type Metric,
  type MetricKey,
  metricKeys,
  type ScorecardEvent,
  type ScorecardProfile,
  scorecardFigures,
} from '../../src/reports/scorecards/profile.js';
import { readProfile } from '../../src/reports/scorecards/read-profile.js';

const ofFewer: readonly MetricKey[] = ['absences', 'absencesWithLate', 'lateArrivals'];
const isShare = (key: MetricKey) => key.endsWith('Share');

/** Descending numbers, each once. */
const descending = (most: number, length: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: length, maxLength: length })
    .map((numbers) => numbers.sort((a, b) => b - a));

const bandsOf = (key: MetricKey) =>
  fc.integer({ min: 1, max: 4 }).chain((length) =>
    fc.record({ limits: descending(20, length), points: descending(20, length), above: fc.boolean() }).map((drawn) =>
      drawn.points.map((points, index) => {
        const limit = drawn.limits[index] ?? 0;
        if (ofFewer.includes(key)) return { max: (drawn.limits.at(-1 - index) ?? 0) - 1, points };
        const value = isShare(key) ? limit / 20 : limit / 4;
        return drawn.above ? { above: value - 0.05, points } : { min: value, points };
      }),
    ),
  );

const metricOf = (key: MetricKey): fc.Arbitrary<Metric> =>
  fc
    .record({
      per: isShare(key) ? fc.constant('period' as const) : fc.constantFrom('week' as const, 'month', 'period'),
      bands: bandsOf(key),
      fullAt: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
    })
    .map(({ per, bands, fullAt }) => ({
      key,
      per,
      direction: ofFewer.includes(key) ? ('fewer' as const) : ('more' as const),
      max: bands[0]?.points ?? 1,
      ...(fullAt !== null && !ofFewer.includes(key)
        ? { proRata: { fullAt: isShare(key) ? fullAt / 10 : fullAt } }
        : { bands }),
      ...(key === 'absencesWithLate' ? { latePerAbsence: 3 } : {}),
    }));

/** Any profile of some of the keys, with four colours. */
export function randomProfiles(keys: readonly MetricKey[] = metricKeys): fc.Arbitrary<ScorecardProfile> {
  return fc
    .subarray([...keys], { minLength: 1 })
    .chain((chosen) => fc.tuple(fc.tuple(...chosen.map(metricOf)), fc.constantFrom('completed', 'rolling')))
    .map(([metrics, kind]) => {
      const most = metrics.reduce((sum, { max }) => sum + max, 0);
      const isOfMoney = metrics.some(({ key }) => key === 'thanked' || key === 'indirectShare');
      return readProfile({
        id: 'random',
        version: 1,
        validFrom: '2026-01-01',
        currency: isOfMoney ? 'EUR' : null,
        window: { kind, months: 6 },
        metrics,
        colours: [
          { min: most * 0.9, name: 'green' },
          { min: most * 0.6, name: 'amber' },
          { min: most * 0.3, name: 'red' },
          { min: 0, name: 'black' },
        ],
      });
    });
}

/** What a member did on up to forty days of a year that ends on 15 July 2026. */
export const randomEvents: fc.Arbitrary<ScorecardEvent[]> = fc.array(
  fc.record({
    day: fc
      .date({ min: new Date('2025-07-16'), max: new Date('2026-07-15'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    figure: fc.constantFrom(...scorecardFigures),
    amount: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 40 },
);
