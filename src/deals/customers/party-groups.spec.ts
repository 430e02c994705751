import { groupsOf, type Likeness } from './party-groups.js';

const together = (likenesses: Likeness[], parties: string): string[] => {
  const groupOf = groupsOf(likenesses);
  const groups = new Map<string, string>();
  for (const party of parties) groups.set(groupOf(party), (groups.get(groupOf(party)) ?? '') + party);
  return [...groups.values()].sort();
};

const table: [string, Likeness[], string[]][] = [
  ['without ties everybody is by himself', [], ['a', 'b', 'c', 'd']],
  ['a tie puts two together', [['a', 'c']], ['ac', 'b', 'd']],
  ['in either direction', [['c', 'a']], ['ac', 'b', 'd']],
  [
    'ties add up',
    [
      ['a', 'b'],
      ['c', 'b'],
    ],
    ['abc', 'd'],
  ],
  [
    'two groups become one',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['d', 'a'],
    ],
    ['abcd'],
  ],
  [
    'a tie said twice or in a circle',
    [
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
      ['c', 'a'],
    ],
    ['abc', 'd'],
  ],
  [
    'by way of a row that is no party',
    [
      ['a', 'x'],
      ['x', 'd'],
    ],
    ['ad', 'b', 'c'],
  ],
];

test.each(table)('%s', (_, likenesses, groups) => {
  expect(together(likenesses, 'abcd')).toEqual(groups);
});
