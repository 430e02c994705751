import { performance } from 'node:perf_hooks';
import { Pace } from './pace.js';

test.each([
  [0, 100],
  [1, 99],
  [99.5, 0.5],
  [100, 0],
  [100.5, 99.5],
  [730, 70],
])('after %d milliseconds of work an answer waits another %d for its step of 100', (worked, waits) => {
  expect(new Pace(100).waitAfter(worked)).toBeCloseTo(waits, 9);
});

test('a step of zero waits for nothing', () => {
  expect(new Pace(0).waitAfter(37)).toBe(0);
});

test('an answer and a failure take as long', async () => {
  const pace = new Pace(40);
  const timed = async (work: () => Promise<unknown>) => {
    const begin = performance.now();
    await pace.keep(work).catch(() => null);
    return performance.now() - begin;
  };
  const done = await timed(async () => 'done');
  const failed = await timed(() => Promise.reject(new Error('failed')));
  // Timers may be a millisecond early.
  for (const took of [done, failed]) expect(took).toBeGreaterThanOrEqual(38);
  await expect(pace.keep(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
});
