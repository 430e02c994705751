import { registerEnumType } from '@nestjs/graphql';
import { describedEnum } from '../../platform/graphql/enum.js';
import type { MetricKey, ScorecardFigure } from './profile.js';

export const ScorecardWindow = describedEnum('ScorecardWindow', 'Which months a scorecard counts on a day.', {
  COMPLETED: 'The whole months before the running one.',
  ROLLING: 'The months up to the day, that day within.',
});

export const ScorecardPer = describedEnum('ScorecardPer', 'What the value of a metric is divided by.', {
  WEEK: 'Countable weeks: P + A + L + M + S.',
  MONTH: 'The months of the window.',
  PERIOD: 'Nothing: the window as a whole.',
});

export const ScorecardDirection = describedEnum('ScorecardDirection', 'Whether more or fewer earn points.', {
  MORE: 'The more, the better.',
  FEWER: 'The fewer, the better.',
});

const metricValues = {
  absences: 'A: how often he was absent.',
  absencesWithLate: 'A, and so many times L that make an absence.',
  lateArrivals: 'L: how often he was late, or left early.',
  referralsGiven: 'Referrals given, inside and outside.',
  visitors: 'V: visitors he invited who came for the first time.',
  oneToOnes: '1-2-1: one-to-ones he held.',
  educationUnits: 'CEU: education units earned.',
  testimonials: 'T: testimonials given.',
  thanked: 'TYFCB: money of deals whose root he was.',
  contactedInTimeShare: "Of the referrals given, the share contacted within the target of the receiver's club.",
  becameCustomersShare: 'Of the referrals given, the share whose prospect is a customer by now.',
  indirectShare: 'Of his own return, the share of the second degree and beyond.',
} as const satisfies Record<MetricKey, string>;

const figureValues = {
  present: 'P: how often he was present in time.',
  absent: 'A: how often he was absent.',
  late: 'L: how often he was late, or left early.',
  medical: 'M: how often he was ill.',
  substitute: 'S: how often he sent a substitute.',
  referralsGiven: 'Referrals given, inside and outside.',
  referralsContactedInTime: "Referrals given that were contacted within the target of the receiver's club.",
  referralsBecameCustomers: 'Referrals given whose prospect is a customer by now.',
  visitors: 'V: visitors he invited who came for the first time.',
  oneToOnes: '1-2-1: one-to-ones he held.',
  educationHundredths: 'CEU: education units earned.',
  testimonials: 'T: testimonials given.',
  thankedMinor: 'TYFCB: money of deals whose root he was.',
  directReturnMinor: 'His own return of the first degree.',
  indirectReturnMinor: 'His own return of the second degree and beyond.',
} as const satisfies Record<ScorecardFigure, string>;

const graphqlNameOf = (value: string): string =>
  value
    .replace(/(Hundredths|Minor)$/, (unit) => (unit === 'Minor' ? '' : 'Units'))
    .replace(/[A-Z]/g, '_$&')
    .toUpperCase();

/** An enum whose values are written soAndSo in the data and SO_AND_SO in the schema. */
function registerValues(name: string, description: string, values: Record<string, string>): Record<string, string> {
  const entries = Object.entries(values).map(([value, text]) => ({ key: graphqlNameOf(value), value, text }));
  const members = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
  const valuesMap = Object.fromEntries(entries.map(({ key, text }) => [key, { description: text }]));
  registerEnumType(members, { name, description, valuesMap: valuesMap as never });
  return members;
}

export const ScorecardMetricKey = registerValues('ScorecardMetricKey', 'What a metric measures.', metricValues);
export const ScorecardFigureName = registerValues(
  'ScorecardFigureName',
  'What is counted for a scorecard.',
  figureValues,
);
