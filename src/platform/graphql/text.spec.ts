import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { OneLine, SeveralLines } from './text.js';

class Texts {
  @OneLine(20)
  line = 'x';

  @SeveralLines(20)
  note = 'x';
}

const refused = (texts: Partial<Texts>): string[] =>
  validateSync(plainToInstance(Texts, texts)).map(({ property }) => property);

test.each([
  ['a letter', 'é', []],
  ['an emoji of several characters', '👩\u200d🌾', []],
  ['a word with a joiner, as in Persian', 'می\u200cخواهم', []],
  ['a name from right to left', 'שרה', []],
  ['spaces alone', ' \u00a0\u3000', ['line', 'note']],
  ['what nobody sees', '\u200b\u00ad\u2060\u3164', ['line', 'note']],
  ['a line break', 'a\nb', ['line']],
  ['a tab', 'a\tb', ['line']],
  ['a line separator', 'a\u2028b', ['line']],
  ['a control character', 'a\u0000b', ['line', 'note']],
  ['a control character of the upper range', 'a\u0085b', ['line', 'note']],
  ['half a character', 'a\ud800', ['line', 'note']],
  ['what is no character and no XML', 'a\uffffb', ['line', 'note']],
  ['an order to turn what follows around', 'a\u202eb', ['line', 'note']],
  ['an isolated direction', 'a \u2067שרה\u2069', ['line']],
])('%s', (_, text, expected) => {
  expect(refused({ line: text, note: text })).toEqual(expected);
});
