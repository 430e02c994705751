import { shownThanked } from './shown-thanked.js';

/** Each cell is written as its unseen sellers, one letter each. */
const cellsOf = (written: string) =>
  written
    .split(' ')
    .filter((cell) => cell !== '')
    .map((cell) => ({ cell, unseenSellers: cell === '-' ? [] : [...cell] }));
const names = (cells: { cell: string }[]) => cells.map(({ cell }) => cell).join(' ');

test.each([
  // What sums hold        shown           total
  ['', '', true], // nobody was thanked
  ['-', '-', true], // nothing but what the viewer sees anyhow
  ['A', '', false], // a single seller
  ['AB', '', false],
  ['ABC', 'ABC', true],
  ['AAB', '', false], // sellers count, not deals
  ['ABC A', 'ABC', false], // the total less what is shown would be A's
  ['ABC A B', 'ABC', false],
  ['A B C', '', true], // withheld one by one, yet three together
  ['A A A', '', false], // three members, one seller
  ['AB AB', '', false],
  ['AB C', '', true],
  ['AB C -', '-', true],
  ['A -', '-', false], // who knows his own sum well knows the other one by the total
  ['ABC CDE', 'ABC CDE', true],
])('of "%s" a member is shown "%s", and the total: %s', (written, shown, isTotalShown) => {
  const judged = shownThanked(cellsOf(written), { fewest: 3, withMembers: true });
  expect({ shown: names(judged.shown), isTotalShown: judged.isTotalShown }).toEqual({ shown, isTotalShown });
  expect(judged.shown.length + judged.withheld.length).toBe(cellsOf(written).length);
});

test.each([
  ['', true],
  ['ABC', false],
  ['ABC D', false],
  ['ABCDE', true],
  ['AB CD E', true],
  ['- -', true],
])('of "%s" a director is shown no member, and the total: %s', (written, isTotalShown) => {
  expect(shownThanked(cellsOf(written), { fewest: 5, withMembers: false })).toMatchObject({ shown: [], isTotalShown });
});
