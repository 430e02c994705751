import { setTimeout as delay } from 'node:timers/promises';
import { Alarm } from './alarm.js';

const long = 60_000;
const alarm = () => new Alarm(() => undefined);
const never = new AbortController().signal;

/** Whether it is over within a moment. */
const isOver = (waiting: Promise<void>) => Promise.race([waiting.then(() => true), delay(30, false)]);

test('it is waited for until it rings', async () => {
  const one = alarm();
  const waiting = one.wait(long, never);
  expect(await isOver(waiting)).toBe(false);
  one.ring();
  expect(await isOver(waiting)).toBe(true);
});

test('what rang while nobody waited is not lost, and rings but once', async () => {
  const one = alarm();
  one.ring();
  one.ring();
  expect(await isOver(one.wait(long, never))).toBe(true);
  const leaving = new AbortController();
  const waiting = one.wait(long, leaving.signal);
  expect(await isOver(waiting)).toBe(false);
  leaving.abort();
  expect(await isOver(waiting)).toBe(true);
});

test('nobody waits longer than he is told, nor after he has gone', async () => {
  expect(await isOver(alarm().wait(5, never))).toBe(true);
  expect(await isOver(alarm().wait(long, AbortSignal.abort()))).toBe(true);
});

test('one that is stopped is forgotten', () => {
  const forgotten: Alarm[] = [];
  const one = new Alarm((each) => forgotten.push(each));
  one.stop();
  expect(forgotten).toEqual([one]);
});
