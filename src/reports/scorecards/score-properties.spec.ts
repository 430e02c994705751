import fc from 'fast-check';
import { randomEvents, randomProfiles } from '../../../test/support/random-scorecards.js';
import { midJuly } from '../../../test/support/scorecard-member.js';
import { bringsToColour } from './brings-to-colour.js';
import { forecast } from './forecast.js';
import type { ScorecardEvent, ScorecardFigure, ScorecardProfile } from './profile.js';
import { score } from './score.js';

const within = '2026-06-10';
const figures = (...of: ScorecardFigure[]) => of;

/** What is good to have more of, with what comes with it. */
const good = [
  figures('referralsGiven'),
  figures('referralsGiven', 'referralsContactedInTime'),
  figures('referralsGiven', 'referralsContactedInTime', 'referralsBecameCustomers'),
  figures('referralsContactedInTime'),
  figures('referralsBecameCustomers'),
  figures('visitors'),
  figures('oneToOnes'),
  figures('educationHundredths'),
  figures('testimonials'),
  figures('thankedMinor'),
  figures('indirectReturnMinor'),
];

const pointsOf = (profile: ScorecardProfile, events: ScorecardEvent[]) =>
  Object.fromEntries(score(profile, events, midJuly).metrics.map(({ key, points }) => [key, points]));

test('the total is the sum of the metrics, within what is possible, and has the colour it earns', () => {
  fc.assert(
    fc.property(randomProfiles(), randomEvents, (profile, events) => {
      const { metrics, total, most, colour, nextColour } = score(profile, events, midJuly);
      expect(total).toBeCloseTo(
        metrics.reduce((sum, { points }) => sum + points, 0),
        9,
      );
      expect(metrics.every(({ points, max }) => points >= 0 && points <= max)).toBe(true);
      expect(most).toBe(profile.metrics.reduce((sum, { max }) => sum + max, 0));
      expect(colour && colour.min <= total + 1e-9).toBe(true);
      if (nextColour) expect(nextColour.min - nextColour.pointsMissing).toBeCloseTo(total, 9);
    }),
  );
});

test('more of a good thing never costs points, but for the shares a referral makes harder', () => {
  fc.assert(
    fc.property(randomProfiles(), randomEvents, fc.constantFrom(...good), (profile, events, more) => {
      const before = pointsOf(profile, events);
      const added = more.map((figure): ScorecardEvent => ({ day: within, figure, amount: 1 }));
      const after = pointsOf(profile, [...events, ...added]);
      const lower = Object.keys(before).filter((key) => (after[key] ?? 0) < (before[key] ?? 0));
      const harder = ['contactedInTimeShare', 'becameCustomersShare'].slice(more.length - 1);
      expect(lower.filter((key) => !more.includes('referralsGiven') || !harder.includes(key))).toEqual([]);
    }),
  );
});

test('more absences or late arrivals never earn points', () => {
  fc.assert(
    fc.property(
      randomProfiles(),
      randomEvents,
      fc.constantFrom(...figures('absent', 'late')),
      (profile, events, figure) => {
        // Instead of being present, so that the weeks stay what they are.
        const attended = [...events, { day: within, figure: 'present' as const, amount: 1 }];
        const missed = [...events, { day: within, figure, amount: 1 }];
        expect(score(profile, missed, midJuly).total).toBeLessThanOrEqual(
          score(profile, attended, midJuly).total + 1e-9,
        );
      },
    ),
  );
});

test('what a metric needs for its next band is the least that reaches it', () => {
  const figureOf: Partial<Record<string, [ScorecardFigure, number]>> = {
    referralsGiven: ['referralsGiven', 1],
    visitors: ['visitors', 1],
    oneToOnes: ['oneToOnes', 1],
    educationUnits: ['educationHundredths', 100],
    testimonials: ['testimonials', 1],
    thanked: ['thankedMinor', 100],
    indirectShare: ['indirectReturnMinor', 100],
  };
  fc.assert(
    fc.property(randomProfiles(), randomEvents, (profile, events) => {
      for (const { key, next } of score(profile, events, midJuly).metrics) {
        const [figure, perUnit] = figureOf[key] ?? [];
        if (!figure || !perUnit || !next || next.needed === null) continue;
        const amount = Math.round(next.needed * perUnit);
        const pointsWith = (added: number) =>
          pointsOf(profile, [...events, { day: within, figure, amount: added }])[key];
        expect(pointsWith(amount)).toBeGreaterThanOrEqual(next.points - 1e-9);
        expect(pointsWith(amount - 1)).toBeLessThan(next.points);
      }
    }),
  );
});

test('the steps to a colour, taken today, reach it', () => {
  fc.assert(
    fc.property(randomProfiles(), randomEvents, (drawn, events) => {
      const profile: ScorecardProfile = { ...drawn, window: { kind: 'rolling', months: 6 } };
      const result = score(profile, events, midJuly);
      for (const { name } of profile.colours) {
        const plan = bringsToColour(profile, result, name);
        if (!plan) continue;
        const taken = plan.additions.map((addition): ScorecardEvent => ({ day: midJuly, ...addition }));
        const after = score(profile, [...events, ...taken], midJuly);
        expect(after.total).toBeGreaterThanOrEqual(plan.colour.min - 1e-9);
        expect(after.total).toBeCloseTo(plan.total, 9);
        const gained = plan.steps.reduce((sum, { pointsGained }) => sum + pointsGained, 0);
        expect(gained).toBeCloseTo(plan.total - result.total, 9);
      }
    }),
  );
});

const acts = figures('referralsGiven', 'visitors', 'oneToOnes', 'testimonials');

test('no fewer acts reach the colour', () => {
  fc.assert(
    fc.property(
      randomProfiles(['absences', 'referralsGiven', 'contactedInTimeShare', 'visitors', 'oneToOnes', 'testimonials']),
      randomEvents,
      (profile, events) => {
        const result = score(profile, events, midJuly);
        const plan = bringsToColour(profile, result);
        const fewer = plan ? Math.min(plan.acts - 1, 4) : 4;
        if (!result.nextColour) return;
        for (const added of actsUpTo(fewer)) {
          const more = added.flatMap((figure): ScorecardEvent[] => [
            { day: within, figure, amount: 1 },
            ...(figure === 'referralsGiven'
              ? [{ day: within, figure: 'referralsContactedInTime' as const, amount: 1 }]
              : []),
          ]);
          expect(score(profile, [...events, ...more], midJuly).total).toBeLessThan(result.nextColour.min);
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** Every way to do so many acts or fewer, whatever their order. */
function actsUpTo(count: number): ScorecardFigure[][] {
  if (count <= 0) return [[]];
  const fewer = actsUpTo(count - 1);
  const longest = fewer.filter(({ length }) => length === count - 1);
  const longer = longest.flatMap((some) =>
    acts.slice(Math.max(0, acts.indexOf(some.at(-1) ?? 'referralsGiven'))).map((next) => [...some, next]),
  );
  return [...fewer, ...longer];
}

test('the forecast is what the score will be, with the meetings it assumes and nothing else', () => {
  fc.assert(
    fc.property(randomProfiles(), randomEvents, (profile, events) => {
      const { months } = forecast({ profile, events, today: midJuly });
      expect(months).toHaveLength(6);
      let before = score(profile, events, midJuly);
      for (const month of months) {
        const bare = score(profile, events, month.day);
        expect(month.window).toEqual(bare.window);
        expect(month.weeks).toBe(bare.weeks + month.assumedMeetings);
        for (const [index, metric] of month.metrics.entries()) {
          const earlier = before.metrics[index];
          expect(metric.pointsChange).toBeCloseTo(metric.points - (earlier?.points ?? 0), 9);
          const outside = metric.leaving.filter(({ day }) => day < before.window.from || day >= month.window.from);
          expect(outside).toEqual([]);
        }
        before = month.result;
      }
    }),
  );
});
