import type { ClubMonthMeasure } from '../../reports/regions/club-month-rows.js';
import type { FileLanguage } from '../file-language.js';
import { type Batches, type Column, column, type Table, tableOf, type Words } from '../table.js';
import { currencyWords, monthWords } from './return-words.js';

const title: Words = { en: 'Clubs', nl: 'Clubs', fr: 'Clubs' };

const columns: Column<ClubMonthMeasure>[] = [
  column('text', { en: 'Club', nl: 'Club', fr: 'Club' }, ({ clubName }) => clubName),
  column('text', { en: 'Key', nl: 'Sleutel', fr: 'Clé' }, ({ clubId }) => clubId),
  column('month', monthWords, ({ month }) => month),
  column('text', { en: 'Measure', nl: 'Maat', fr: 'Mesure' }, ({ measure }) => measure.toUpperCase()),
  column('decimal', { en: 'Value', nl: 'Waarde', fr: 'Valeur' }, ({ value }) =>
    value === null ? null : String(value),
  ),
  column('text', currencyWords, ({ currency }) => currency),
];

/** A row for each club, month and measure, in the words of the schema. What is withheld is empty. */
export function clubsTable(batches: Batches<ClubMonthMeasure>, { language }: FileLanguage): Table {
  return tableOf({ name: 'clubs', title, columns }, batches, language);
}
