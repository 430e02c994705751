import { canBecome, OneToOneState } from './one-to-one-state.js';

const states = Object.values(OneToOneState);

test.each([
  ['proposed', 'proposed accepted declined cancelled held'],
  ['accepted', 'proposed cancelled held'],
  ['declined', ''],
  ['cancelled', ''],
  ['held', 'withdrawn'],
  ['withdrawn', ''],
] as const)('a one-to-one that is %s becomes: %s', (from, reachable) => {
  expect(
    states
      .filter((to) => canBecome(from, to))
      .sort()
      .join(' '),
  ).toBe(reachable.split(' ').sort().join(' '));
});
