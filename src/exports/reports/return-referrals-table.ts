import type { PeriodReturn, ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf } from '../table.js';
import { periodColumns } from './return-words.js';

const columns: Column<PeriodReturn>[] = [
  ...periodColumns((period: PeriodReturn) => period),
  column(
    'integer',
    { en: 'Referrals received', nl: 'Ontvangen doorverwijzingen', fr: 'Recommandations reçues' },
    ({ referralsReceived }) => referralsReceived?.count ?? null,
  ),
  column(
    'integer',
    { en: 'Became customers', nl: 'Klant geworden', fr: 'Devenues clients' },
    ({ referralsReceived }) => referralsReceived?.converted ?? null,
  ),
];

/** The right question, for the period and the one before. What is withheld is empty. */
export function returnReferralsTable(report: ReturnReport, { language }: FileLanguage): Table {
  const title = { en: 'Referrals', nl: 'Doorverwijzingen', fr: 'Recommandations' };
  return tableOf({ name: 'referrals', title, columns }, [[report, report.before]], language);
}
