import { languageOf, languages } from '../../platform/language.js';
import { currentVersion, isVersion, type QuestionFacts, wordingFor } from './consent-text.js';

const facts: QuestionFacts = {
  member: 'Bram De Smet',
  memberClub: 'Gent Graslei',
  beneficiary: 'Sara Peeters',
  beneficiaryProfession: 'Printer',
  beneficiaryClub: 'Utrecht Dom',
  need: 'Five hundred menus',
};

describe.each(languages)('in %s', (language) => {
  const wording = wordingFor(facts, language);

  test('a contact is told who wants to pass on what to whom, and for what', () => {
    for (const fact of ['Bram De Smet (Gent Graslei)', 'Sara Peeters (Printer, Utrecht Dom)', facts.need ?? '']) {
      expect(wording.details).toContain(fact);
    }
  });

  test('who hears what comes of it, and whom to tell when he takes it back', () => {
    expect(wording.outcome).toContain(facts.member);
    expect(wording.withdrawing).toContain(facts.member);
    expect(wording.keeping).toMatch(/twaalf maanden|twelve months|douze mois/);
  });

  test('what is not known is left out', () => {
    const bare = { ...facts, memberClub: null, beneficiaryProfession: null, beneficiaryClub: null, need: null };
    const text = Object.values(wordingFor(bare, language)).join(' ');
    expect(text).not.toMatch(/null|undefined|\(\)|\(,/);
    expect(text).not.toContain(facts.need);
  });
});

test.each([
  ['nl-BE', 'nl'],
  ['NL', 'nl'],
  ['fr-BE', 'fr'],
  ['en', 'en'],
  ['de-DE', null],
  ['nlx', null],
  ['', null],
])('the language of %s is %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  [currentVersion, true],
  ['2025-01', false],
  ['toString', false],
  ['', false],
])('that %s is a version: %s', (name, known) => {
  expect(isVersion(name)).toBe(known);
});
