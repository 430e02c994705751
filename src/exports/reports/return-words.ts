import type { Period } from '../../platform/period.js';
import { type Column, column, type Words } from '../table.js';

export const currencyWords: Words = { en: 'Currency', nl: 'Munt', fr: 'Devise' };
export const dealsWords: Words = { en: 'Deals', nl: 'Deals', fr: 'Affaires' };
export const degreeWords: Words = { en: 'Degree', nl: 'Graad', fr: 'Degré' };
export const monthWords: Words = { en: 'Month', nl: 'Maand', fr: 'Mois' };
export const directWords: Words = { en: 'Direct', nl: 'Direct', fr: 'Direct' };
export const indirectWords: Words = { en: 'Indirect', nl: 'Indirect', fr: 'Indirect' };

/** The first and the last day of what a row is about. */
export function periodColumns<Row>(periodOf: (row: Row) => Period): Column<Row>[] {
  return [
    column('day', { en: 'From', nl: 'Van', fr: 'Du' }, (row) => periodOf(row).from),
    column('day', { en: 'To', nl: 'Tot en met', fr: 'Au' }, (row) => periodOf(row).to),
  ];
}
