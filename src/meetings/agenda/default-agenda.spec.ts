import { defaultAgenda } from './default-agenda.js';

test.each(['en-GB', 'nl-BE', 'fr-BE', 'de-DE'])(
  'the usual agenda in %s has twenty points of ninety minutes',
  (locale) => {
    const points = defaultAgenda(locale);
    expect(points).toHaveLength(20);
    expect(points.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0)).toBe(90 * 60);
    expect(new Set(points.map(({ title }) => title)).size).toBe(20);
  },
);

test.each([
  ['nl-NL', 'Vrij netwerken'],
  ['fr-FR', 'Réseautage libre'],
  ['en-IE', 'Open networking'],
  ['pt-BR', 'Open networking'],
])('a club of locale %s begins with "%s"', (locale, title) => {
  expect(defaultAgenda(locale)[0]?.title).toBe(title);
});
