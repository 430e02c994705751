import { exportLimits } from './export-limits.js';
import { RunningExports } from './running-exports.js';

const tooMany = expect.objectContaining({ code: 'TOO_MANY_OPEN' });

test('a person has so many files under way at once; when one has ended he may begin another', () => {
  const running = new RunningExports();
  const ends = Array.from({ length: exportLimits.atOncePerPerson }, () => running.begin('bram'));
  expect(() => running.begin('bram')).toThrow(tooMany);
  running.begin('sara');
  ends[0]?.();
  ends[0]?.();
  running.begin('bram');
  expect(() => running.begin('bram')).toThrow(tooMany);
});

test('a process has so many files under way at once, to whomever', () => {
  const running = new RunningExports();
  const ends = Array.from({ length: exportLimits.atOncePerProcess }, (_, place) => running.begin(`member ${place}`));
  expect(() => running.begin('one more')).toThrow(tooMany);
  ends[3]?.();
  running.begin('one more');
  expect(() => running.begin('another')).toThrow(tooMany);
});
