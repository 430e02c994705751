import fc from 'fast-check';
import { isSafe, mayBeSplit, type Part, shownParts } from './shown-parts.js';

/** Each part is written as its members, a letter each, between bars: "AB|C" are two parts, "|" two of nobody. */
const partsOf = (written: string): (Part & { name: string })[] =>
  written.split('|').map((name) => ({ name, contributors: [...name] }));

test.each([
  // Members        are shown           because
  ['ABC|DEF', 'ABC DEF'], // both are of three
  ['ABC|', 'ABC '], // of nobody is no secret
  ['ABC|DEF|A', 'ABC'], // A alone would be the whole less the rest; DEF goes with it, for it is the last of equals
  ['ABCD|DEF|A', 'ABCD'], // the one of fewest members goes first
  ['ABC|A', ''], // of two parts both go
  ['ABCD|EF|G', 'ABCD'], // EF and G together are of three
  ['ABCD|EF|E', ''], // EF and E are of two: the rest goes too
  ['AB|C', ''], // withheld one by one, and no more is told than the whole
  ['ABC|ABC|ABC', 'ABC ABC ABC'],
])('of "%s" are shown "%s"', (written, expected) => {
  const parts = partsOf(written);
  const shown = shownParts(parts, 3);
  const names = parts.filter((part) => shown.has(part)).map(({ name }) => name);
  expect(names.join(' ')).toBe(expected);
});

test('one’s own parts are all shown', () => {
  expect(shownParts(partsOf('A||A|A'), 1).size).toBe(4);
});

test.each([
  ['ABC|DEF', true],
  ['ABC|', true],
  ['ABC|A', false],
  ['AB|CD', false],
])('a whole in the parts "%s" may be split: %s', (written, expected) => {
  expect(mayBeSplit(partsOf(written), 3)).toBe(expected);
});

test('whatever the parts: none is shown of too few, and neither is what all withheld make together', () => {
  const part = fc.array(fc.constantFrom(...'ABCDEFGH'), { maxLength: 8 }).map((contributors) => ({ contributors }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (parts, smallestGroup) => {
      fc.pre(isSafe(parts, smallestGroup));
      const shown = shownParts(parts, smallestGroup);
      for (const each of shown) expect(isSafe([each], smallestGroup)).toBe(true);
      const withheld = parts.filter((each) => !shown.has(each));
      expect(isSafe(withheld, smallestGroup)).toBe(true);
    }),
  );
});
