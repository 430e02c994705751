import { promisesOf } from './promises.js';
import type { PromisesRow } from './promises.sql.js';

const none = { early: 0, kept: 0, late: 0, overdue: 0, inTarget: 0, outOfTarget: 0 };
const row = (receiverId: string, more: Partial<PromisesRow>): PromisesRow => ({
  ...none,
  place: 0,
  receiverId,
  medianHours: 7,
  ...more,
});

test('one sees all of one’s own promises', () => {
  expect(promisesOf([row('A', { early: 1, kept: 2, late: 1, overdue: 1, inTarget: 3, outOfTarget: 3 })], 1)).toEqual({
    referrals: 5,
    early: 1,
    kept: 2,
    late: 1,
    overdue: 1,
    keptShare: 0.6,
    targetReferrals: 6,
    withinTargetShare: 0.5,
    medianHours: 7,
  });
});

test('nothing judged is no share', () => {
  const shares = { keptShare: null, withinTargetShare: null, medianHours: null };
  expect(promisesOf([], 3)).toMatchObject({ referrals: 0, early: 0, targetReferrals: 0, ...shares });
});

test('of two members nothing is told', () => {
  expect(
    promisesOf(
      ['A', 'B'].map((name) => row(name, { kept: 9 })),
      3,
    ),
  ).toBeNull();
});

test('the four ways are told together or not at all; the share when those who kept and who did not are enough', () => {
  const three = (more: Partial<PromisesRow>) => ['A', 'B', 'C'].map((name) => row(name, more));
  const kept = three({ kept: 1, early: 1, inTarget: 2 });
  expect(promisesOf(kept, 3)).toMatchObject({ early: 3, kept: 3, late: 0, overdue: 0, keptShare: 1 });
  const one = row('D', { late: 1, outOfTarget: 1 });
  const silent = { early: null, kept: null, late: null, overdue: null, keptShare: null, withinTargetShare: null };
  expect(promisesOf([...kept, one], 3)).toMatchObject({ referrals: 7, targetReferrals: 7, ...silent, medianHours: 7 });
  const others = ['D', 'E'].map((name) => row(name, { late: 1, inTarget: 1 }));
  const overdue = row('F', { overdue: 1, outOfTarget: 1 });
  expect(promisesOf([...kept, ...others, overdue], 3)).toMatchObject({
    late: null,
    overdue: null,
    keptShare: 6 / 9,
    withinTargetShare: null,
    medianHours: null,
  });
});
