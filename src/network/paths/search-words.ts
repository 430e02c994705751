import { longestPlaceName, namesOfPlace } from './place-names.js';

/** A word of a search as the database reads it: lower case, without accents. */
export interface PlainWord {
  plain: string;
  /** Too common to look for, in Dutch or in English. */
  isStopWord: boolean;
}

/** What a contact must hold: any of the forms, or something that is written much like the typed one. */
export interface WantedWord {
  forms: string[];
  /** Null when it must be written right, for so few letters that other words would be like it. */
  typed: string | null;
}

/** With fewer letters one mistake makes another word: "kok" is a cook, and "kook" is boil. */
const fewestLettersOfTypo = 5;

/** What was typed, cut into words: letters and digits; no sign in it means anything. */
export function wordsIn(search: string): string[] {
  return search.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** What to look for: stop words are left out, and a place is looked for by all its names. */
export function wantedWords(words: readonly PlainWord[]): WantedWord[] {
  const wanted: WantedWord[] = [];
  for (let start = 0; start < words.length; ) {
    const place = placeAt(words, start);
    if (place) wanted.push(place.wanted);
    else if (!words[start]?.isStopWord) wanted.push(wantedWord(words[start]?.plain ?? ''));
    start += place?.length ?? 1;
  }
  return wanted;
}

/** The longest name of a place that begins at a word. */
function placeAt(words: readonly PlainWord[], start: number): { wanted: WantedWord; length: number } | null {
  for (let length = longestPlaceName; length > 0; length -= 1) {
    const name = words
      .slice(start, start + length)
      .map(({ plain }) => plain)
      .join(' ');
    const forms = namesOfPlace(name);
    if (forms) return { wanted: { ...wantedWord(name), forms }, length };
  }
  return null;
}

function wantedWord(plain: string): WantedWord {
  return { forms: [plain], typed: plain.length < fewestLettersOfTypo ? null : plain };
}
