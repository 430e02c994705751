import { wantedWords, wordsIn } from './search-words.js';

const plain = (text: string) =>
  text.split(' ').map((word) => ({ plain: word, isStopWord: ['the', 'of', 's'].includes(word) }));

test.each([
  ['facility manager', ['facility', 'manager']],
  ['"facility" & !manager* | -gent:*', ['facility', 'manager', 'gent']],
  ["Sint-Lucas, d'Ieteren; R&D (24/7)", ['Sint', 'Lucas', 'd', 'Ieteren', 'R', 'D', '24', '7']],
  ['Cafe\u0301 Λόγος', ['Café', 'Λόγος']],
  ['?! --', []],
])('%s is cut into words', (search, words) => {
  expect(wordsIn(search)).toEqual(words);
});

test('stop words are left out', () => {
  expect(wantedWords(plain('manager of the plant')).map(({ forms }) => forms)).toEqual([['manager'], ['plant']]);
});

test.each([
  ['ghent', ['gent', 'ghent', 'gand']],
  ['the hague', ['den haag', 'the hague', 'la haye', 's gravenhage']],
  ['s gravenhage', ['den haag', 'the hague', 'la haye', 's gravenhage']],
  ['aix la chapelle', ['aken', 'aachen', 'aix la chapelle']],
])('%s is looked for by all its names', (search, forms) => {
  expect(wantedWords(plain(`dentist ${search} plant`)).map((word) => word.forms)).toEqual([
    ['dentist'],
    forms,
    ['plant'],
  ]);
});

test('the name of a place may stand at the end, and half a name is none', () => {
  expect(wantedWords(plain('den haag')).map(({ forms }) => forms[0])).toEqual(['den haag']);
  expect(wantedWords(plain('dentist den')).map(({ forms }) => forms)).toEqual([['dentist'], ['den']]);
});

test('a word of four letters has to be written right', () => {
  expect(wantedWords(plain('kook clerk')).map(({ typed }) => typed)).toEqual([null, 'clerk']);
});
