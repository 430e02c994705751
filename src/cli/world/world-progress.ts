import type { WriteStream } from 'node:tty';
import { progressOf } from '../progress.js';
import type { TellWorld } from './fill-world.js';

const names = { filling: 'Filling', keys: 'Making indexes and keys', tidying: 'Tidying', sums: 'Working out the sums' };

/** Tells how far a world is, with the time that is left at the pace so far. */
export function showProgress(output: WriteStream = process.stdout): TellWorld {
  let current: keyof typeof names | null = null;
  let begun = { at: 0, done: 0 };
  let show = progressOf('', output);
  return (task, { done, all, rows }) => {
    if (task !== current) {
      current = task;
      begun = { at: performance.now(), done };
      show = progressOf(names[task], output);
      if (task !== 'filling') return show(done, all);
    }
    const seconds = (performance.now() - begun.at) / 1000;
    show(done, all, paceOf({ seconds, share: (done - begun.done) / (all - begun.done), rows }));
  };
}

/** The pace in words. @param share how much of what was to do when it began is done, from 0 to 1 */
export function paceOf({ seconds, share, rows }: { seconds: number; share: number; rows: number }): string {
  if (!(share > 0 && seconds > 1)) return '';
  const left = (seconds * (1 - share)) / share;
  const time = left < 90 ? `${Math.round(left)} s` : `${Math.round(left / 60)} min`;
  const rate = rows > 0 ? `${Math.round(rows / seconds / 1000)},000 rows a second, ` : '';
  return `${rate}${time} left`;
}
