import { done } from '../../../test/support/scorecard-member.js';
import { readProfile } from './read-profile.js';
import { score } from './score.js';
import { scoreWindow } from './score-window.js';

const windowOf = (kind: 'completed' | 'rolling', months: number, today: string): string => {
  const { from, to } = scoreWindow({ window: { kind, months } }, today);
  return `${from} to ${to}`;
};

test.each([
  // today        months  whole months before            up to today
  ['2026-07-15', 6, '2026-01-01 to 2026-06-30', '2026-01-16 to 2026-07-15'],
  ['2026-07-01', 6, '2026-01-01 to 2026-06-30', '2026-01-02 to 2026-07-01'],
  ['2026-07-31', 6, '2026-01-01 to 2026-06-30', '2026-02-01 to 2026-07-31'],
  ['2026-08-01', 6, '2026-02-01 to 2026-07-31', '2026-02-02 to 2026-08-01'],
  ['2026-08-29', 6, '2026-02-01 to 2026-07-31', '2026-03-01 to 2026-08-29'], // there is no 29 February 2026
  ['2026-08-30', 6, '2026-02-01 to 2026-07-31', '2026-03-01 to 2026-08-30'],
  ['2026-08-31', 6, '2026-02-01 to 2026-07-31', '2026-03-01 to 2026-08-31'],
  ['2028-08-28', 6, '2028-02-01 to 2028-07-31', '2028-02-29 to 2028-08-28'], // a leap year
  ['2028-08-29', 6, '2028-02-01 to 2028-07-31', '2028-03-01 to 2028-08-29'],
  ['2026-03-01', 1, '2026-02-01 to 2026-02-28', '2026-02-02 to 2026-03-01'],
  ['2028-03-01', 1, '2028-02-01 to 2028-02-29', '2028-02-02 to 2028-03-01'],
  ['2028-03-31', 1, '2028-02-01 to 2028-02-29', '2028-03-01 to 2028-03-31'],
  ['2028-02-29', 12, '2027-02-01 to 2028-01-31', '2027-03-01 to 2028-02-29'],
  ['2026-01-31', 2, '2025-11-01 to 2025-12-31', '2025-12-01 to 2026-01-31'],
  ['2026-12-31', 24, '2024-12-01 to 2026-11-30', '2025-01-01 to 2026-12-31'],
])('on %s the last %i months are %s completed, and %s rolling', (today, months, completed, rolling) => {
  expect(windowOf('completed', months, today)).toBe(completed);
  expect(windowOf('rolling', months, today)).toBe(rolling);
});

test.each([
  ['completed', '2026-01-01', '2026-06-30', ['2025-12-31', '2026-07-01', '2026-07-15']],
  ['rolling', '2026-01-16', '2026-07-15', ['2026-01-15', '2026-07-16']],
])('a %s window counts its first and its last day, and nothing outside', (kind, first, last, outside) => {
  const profile = readProfile({
    id: 'visitors',
    version: 1,
    validFrom: '2026-01-01',
    currency: null,
    window: { kind, months: 6 },
    metrics: [{ key: 'visitors', per: 'period', direction: 'more', proRata: { fullAt: 10 }, max: 10 }],
    colours: [],
  });
  const pointsOn = (day: string) => score(profile, done('1 visitors', day), '2026-07-15').total;
  expect([first, last].map(pointsOn)).toEqual([1, 1]);
  expect(outside.map(pointsOn)).toEqual(outside.map(() => 0));
});
