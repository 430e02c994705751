import { arrangePoints } from './arrange-points.js';

const standing = (...points: string[]) =>
  points.map((point) => ({ id: point.replace('*', ''), hasRun: point.endsWith('*') }));
const wanted = (...ids: (string | null)[]) => ids.map((id) => ({ id }));

// A star marks a point that has run.
test.each([
  ['a new agenda is as it is wanted', [], [null, null], [null, null]],
  ['points come in the wanted order', ['a', 'b*', 'c'], ['c', 'b', 'a'], ['c', 'b', 'a']],
  ['what is left out and never ran goes', ['a', 'b', 'c'], ['c', 'a'], ['c', 'a']],
  ['what has run and is left out stays after the one it stood after', ['a*', 'b*', 'c'], ['a', 'c'], ['a', 'b', 'c']],
  ['the first that has run stays first', ['a*', 'b', 'c'], ['c', null], ['a', 'c', null]],
  ['it stays after the nearest that is still there', ['a', 'b', 'c*', 'd'], ['d', 'a'], ['d', 'a', 'c']],
  ['several stay in their order', ['a', 'b*', 'c*', 'd'], ['a', null], ['a', 'b', 'c', null]],
  ['all that has run stays even when all is new', ['a*', 'b', 'c*'], [null], ['a', 'c', null]],
])('%s', (_, before, list, after) => {
  expect(arrangePoints(standing(...before), wanted(...list)).map(({ id }) => id)).toEqual(after);
});
