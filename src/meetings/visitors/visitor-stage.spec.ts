import { Visitor } from './visitor.entity.js';
import { canReach, dateOf, inStage, stageOf, VisitorStage, type VisitorStep } from './visitor-stage.js';

const steps = ['confirmed', 'came', 'did_not_come', 'followed_up', 'applied'] as const satisfies VisitorStep[];

/** From (row) to (column): + can be recorded, . cannot. */
const table: Record<VisitorStage, string> = {
  //              con cam not fol app
  invited: /*    */ '+   +   +   .   .',
  confirmed: /*  */ '.   +   +   .   .',
  came: /*       */ '.   .   +   +   +',
  did_not_come: /**/ '.   +   .   .   .',
  followed_up: /**/ '.   .   .   .   +',
  applied: /*    */ '.   .   .   .   .',
};

const stages = Object.values(VisitorStage);
const pairs = stages.flatMap((from) =>
  steps.map((to, column) => [from, to, table[from].split(/ +/)[column] ?? ''] as const),
);

test.each(pairs)('from %s to %s: %s', (from, to, cell) => {
  expect(canReach(from, to)).toBe(cell === '+');
});

const now = new Date('2026-03-05T06:00:00Z');
const later = new Date('2026-03-06T06:00:00Z');

/** A visitor who took these steps, in this order. */
function visitor(...taken: VisitorStep[]): Visitor {
  const made = Object.assign(new Visitor(), {
    registeredAt: null,
    linkId: null,
    followedUpById: null,
    ...Object.fromEntries(Object.values(dateOf).map((date) => [date, null])),
  });
  for (const step of taken) made.take(step, now, 'somebody');
  return made;
}

test.each<[VisitorStep[], VisitorStage]>([
  [[], 'invited'],
  [['confirmed'], 'confirmed'],
  [['confirmed', 'came'], 'came'],
  [['came'], 'came'],
  [['confirmed', 'did_not_come'], 'did_not_come'],
  [['did_not_come', 'came'], 'came'],
  [['came', 'did_not_come'], 'did_not_come'],
  [['came', 'followed_up'], 'followed_up'],
  [['came', 'followed_up', 'applied'], 'applied'],
  [['came', 'applied'], 'applied'],
])('after %j he is %s', (taken, stage) => {
  expect(stageOf(visitor(...taken))).toBe(stage);
});

test.each(stages)('who is %s is looked for by the date of that stage and of none later', (stage) => {
  const sought = inStage(stage);
  const nulls = Object.entries(sought).filter(([, { type }]) => type === 'isNull');
  const dates = nulls.map(([date]) => date);
  const last = Object.values(dateOf);
  const own = stage === 'invited' ? last.length : last.indexOf(dateOf[stage]);
  expect(dates).toEqual(last.slice(0, own));
  expect(Object.keys(sought)).toHaveLength(stage === 'invited' ? own : own + 1);
});

test('a step that was recorded before is no news and keeps its first moment', () => {
  const carl = visitor('came', 'followed_up', 'applied');
  expect(carl.take('followed_up', later, 'somebody else')).toBe(false);
  expect(carl.take('came', later, 'somebody else')).toBe(false);
  expect(carl).toMatchObject({ followedUpAt: now, followedUpById: 'somebody', cameAt: now });
});

test('who registers confirms; whoever did so before did it then', () => {
  const carl = visitor();
  expect(carl.register('link', now)).toBe(true);
  expect(carl).toMatchObject({ stage: 'confirmed', registeredAt: now, confirmedAt: now, linkId: 'link' });
  expect(carl.register('another', later)).toBe(false);
  expect(carl).toMatchObject({ registeredAt: now, linkId: 'link' });
  const dora = visitor('confirmed', 'came');
  expect(dora.register('link', later)).toBe(true);
  expect(dora).toMatchObject({ stage: 'came', confirmedAt: now, registeredAt: later });
});

test('whether he came can be corrected both ways, as long as nobody built on it', () => {
  expect(visitor().came).toBeNull();
  expect(visitor('came')).toMatchObject({ came: true });
  expect(visitor('came').canTake('did_not_come')).toBe(true);
  expect(visitor('did_not_come')).toMatchObject({ came: false });
  expect(visitor('did_not_come').canTake('came')).toBe(true);
  for (const built of [visitor('came', 'followed_up'), visitor('came', 'applied')]) {
    expect(built.canTake('did_not_come')).toBe(false);
  }
});
