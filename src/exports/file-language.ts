import { type Language, languageOf } from '../platform/language.js';

/** How files are written for somebody. */
export interface FileLanguage {
  /** The BCP 47 locale in which numbers, days and money are written on pages. */
  locale: string;
  /** The one in which files speak. */
  language: Language;
  /** What his spreadsheet program takes to part fields, and to part the places after the point. */
  delimiter: ';' | ',';
  decimalSign: ',' | '.';
}

const signs: Record<Language, Pick<FileLanguage, 'delimiter' | 'decimalSign'>> = {
  en: { delimiter: ',', decimalSign: '.' },
  nl: { delimiter: ';', decimalSign: ',' },
  fr: { delimiter: ';', decimalSign: ',' },
};

/** @param locale a BCP 47 locale, such as nl-BE; of one with more to it the language alone counts */
export function fileLanguage(locale: string): FileLanguage {
  const language = languageOf(locale) ?? 'en';
  const isPlain = /^[a-z]{2}-[a-z]{2}$/i.test(locale);
  return { locale: isPlain ? locale : language, language, ...signs[language] };
}
