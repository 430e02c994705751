/** The languages Kring speaks of itself: in mails, on pages of contacts, in files. */
export const languages = ['en', 'nl', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The language of a BCP 47 locale, as far as Kring speaks it; null for another. */
export function languageOf(locale: string): Language | null {
  const [language = ''] = locale.toLowerCase().split('-');
  return languages.find((each) => each === language) ?? null;
}

/** What is said to somebody with a BCP 47 locale: in his language, or else in English. */
export function inLanguageOf<T>(locale: string, texts: Record<Language, T>): T {
  return texts[languageOf(locale) ?? 'en'];
}
