import type { DegreeReturn } from '../../reports/return/currency-return.types.js';
import type { PeriodReturn, ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf } from '../table.js';
import { currencyWords, dealsWords, degreeWords, periodColumns } from './return-words.js';

interface OfDegree extends DegreeReturn {
  period: PeriodReturn;
  currency: string;
}

const columns: Column<OfDegree>[] = [
  ...periodColumns(({ period }: OfDegree) => period),
  column('text', currencyWords, ({ currency }) => currency),
  column('text', degreeWords, ({ degree }) => (degree === 4 ? '4+' : String(degree))),
  column('integer', dealsWords, ({ deals }) => deals),
  column('money', { en: 'Return', nl: 'Opbrengst', fr: 'Rendement' }, ({ amount }) => amount),
  column('percent', { en: 'Share', nl: 'Aandeel', fr: 'Part' }, ({ share }) => share),
];

/** The return by degree, of the period and of the one before, for each currency that is shown. */
export function returnDegreesTable(report: ReturnReport, { language }: FileLanguage): Table {
  const title = { en: 'By degree', nl: 'Per graad', fr: 'Par degré' };
  const rows = [report, report.before].flatMap((period) =>
    period.currencies.flatMap(({ currency, byDegree }) =>
      byDegree.map((each): OfDegree => ({ ...each, period, currency })),
    ),
  );
  return tableOf({ name: 'degrees', title, columns }, [rows], language);
}
