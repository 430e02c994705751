import { inLanguageOf, type Language } from '../platform/language.js';

/** How files are written for somebody. */
export interface FileLanguage {
  member: string;
  profession: string;
  total: string;
  /** What his spreadsheet program takes to part fields, and to part the places after the point. */
  delimiter: ';' | ',';
  decimalSign: ',' | '.';
}

const languages: Record<Language, FileLanguage> = {
  en: { member: 'Member', profession: 'Profession', total: 'Total', delimiter: ',', decimalSign: '.' },
  nl: { member: 'Lid', profession: 'Beroep', total: 'Totaal', delimiter: ';', decimalSign: ',' },
  fr: { member: 'Membre', profession: 'Profession', total: 'Total', delimiter: ';', decimalSign: ',' },
};

/** @param locale a BCP 47 locale, such as nl-BE */
export function fileLanguage(locale: string): FileLanguage {
  return inLanguageOf(locale, languages);
}
