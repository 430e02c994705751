import type { MonthReturn } from '../../reports/return/currency-return.types.js';
import type { ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf } from '../table.js';
import { currencyWords, directWords, indirectWords, monthWords } from './return-words.js';

interface OfMonth extends MonthReturn {
  currency: string;
}

const columns: Column<OfMonth>[] = [
  column('month', monthWords, ({ month }) => month),
  column('text', currencyWords, ({ currency }) => currency),
  column('money', directWords, ({ direct }) => direct),
  column('money', indirectWords, ({ indirect }) => indirect),
];

/** Direct against indirect by month, for each currency that is shown. */
export function returnMonthsTable({ currencies }: ReturnReport, { language }: FileLanguage): Table {
  const title = { en: 'By month', nl: 'Per maand', fr: 'Par mois' };
  const rows = currencies.flatMap(({ currency, byMonth }) => byMonth.map((each): OfMonth => ({ ...each, currency })));
  return tableOf({ name: 'months', title, columns }, [rows], language);
}
