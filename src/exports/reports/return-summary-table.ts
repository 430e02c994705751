import type { CurrencyReturn } from '../../reports/return/currency-return.types.js';
import type { PeriodReturn, ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf, type Words } from '../table.js';
import { currencyWords, dealsWords, periodColumns } from './return-words.js';

/** One currency of a period; without figures where they are withheld. */
interface Summary {
  period: PeriodReturn;
  currency: string;
  shown: CurrencyReturn | null;
}

const title: Words = { en: 'Return', nl: 'Opbrengst', fr: 'Rendement' };

const shareColumns: Column<Summary>[] = [
  column(
    'percent',
    { en: 'Indirect share', nl: 'Indirect aandeel', fr: 'Part indirecte' },
    ({ shown }) => shown?.indirectShare.share ?? null,
  ),
  column(
    'percent',
    { en: '95 % interval from', nl: '95 %-interval van', fr: 'Intervalle à 95 % de' },
    ({ shown }) => shown?.indirectShare.interval?.low ?? null,
  ),
  column(
    'percent',
    { en: '95 % interval to', nl: '95 %-interval tot', fr: 'Intervalle à 95 % à' },
    ({ shown }) => shown?.indirectShare.interval?.high ?? null,
  ),
  column(
    'percent',
    { en: 'Share of the largest deal', nl: 'Aandeel grootste deal', fr: 'Part de la plus grande affaire' },
    ({ shown }) => shown?.indirectShare.largestShare ?? null,
  ),
];

const columns: Column<Summary>[] = [
  ...periodColumns(({ period }: Summary) => period),
  column('text', currencyWords, ({ currency }) => currency),
  column('integer', dealsWords, ({ shown }) => shown?.return.deals ?? null),
  column('money', title, ({ shown }) => shown?.return.amount ?? null),
  ...shareColumns,
  column(
    'money',
    { en: 'From new buyers', nl: 'Van nieuwe kopers', fr: 'Des nouveaux acheteurs' },
    ({ shown }) => shown?.newReturn?.amount ?? null,
  ),
  column(
    'money',
    { en: 'From buyers again', nl: 'Van terugkerende kopers', fr: 'Des acheteurs fidèles' },
    ({ shown }) => shown?.repeatReturn?.amount ?? null,
  ),
  column(
    'integer',
    { en: 'Deals among members', nl: 'Deals onder leden', fr: 'Affaires entre membres' },
    ({ shown }) => shown?.businessWithFellowMembers?.deals ?? null,
  ),
  column(
    'money',
    { en: 'Business among members', nl: 'Zaken onder leden', fr: 'Chiffre entre membres' },
    ({ shown }) => shown?.businessWithFellowMembers?.amount ?? null,
  ),
  column(
    'money',
    { en: 'Return from referrals', nl: 'Opbrengst van doorverwijzingen', fr: 'Rendement des recommandations' },
    ({ shown }) => shown?.returnFromReferrals ?? null,
  ),
  column(
    'money',
    { en: 'Own acquisition', nl: 'Eigen acquisitie', fr: 'Acquisition propre' },
    ({ shown }) => shown?.ownAcquisition?.amount ?? null,
  ),
];

/** A row for each currency of the period and of the one before; one that is withheld has its row, and no figures. */
export function returnSummaryTable(report: ReturnReport, { language }: FileLanguage): Table {
  const rows = [report, report.before].flatMap((period): Summary[] => [
    ...period.currencies.map((shown) => ({ period, currency: shown.currency, shown })),
    ...period.suppressedCurrencies.map((currency) => ({ period, currency, shown: null })),
  ]);
  return tableOf({ name: 'return', title, columns }, [rows], language);
}
