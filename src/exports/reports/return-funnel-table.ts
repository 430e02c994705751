import type { FunnelStage } from '../../reports/return/funnel.types.js';
import type { PeriodReturn, ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf } from '../table.js';
import { periodColumns } from './return-words.js';

interface OfStage extends FunnelStage {
  period: PeriodReturn;
}

const columns: Column<OfStage>[] = [
  ...periodColumns(({ period }: OfStage) => period),
  column('text', { en: 'Stage', nl: 'Fase', fr: 'Étape' }, ({ stage }) => stage.toUpperCase()),
  column('integer', { en: 'Referrals', nl: 'Doorverwijzingen', fr: 'Recommandations' }, ({ referrals }) => referrals),
  column(
    'percent',
    { en: 'To the next stage', nl: 'Naar de volgende fase', fr: "Vers l'étape suivante" },
    ({ conversionToNext }) => conversionToNext,
  ),
  column('decimal', { en: 'Median days', nl: 'Mediaan dagen', fr: 'Médiane en jours' }, ({ medianDays }) =>
    medianDays === null ? null : String(medianDays),
  ),
];

/** The funnel of the period and of the one before, with the stages in the words of the schema; a row is missing where it is withheld. */
export async function returnFunnelTable(report: ReturnReport, { language }: FileLanguage): Promise<Table> {
  const title = { en: 'Funnel', nl: 'Trechter', fr: 'Entonnoir' };
  const periods = [report, report.before];
  const rows = await Promise.all(
    periods.map(async (period) => {
      const funnel = await period.funnel;
      return (funnel?.stages ?? []).map((each): OfStage => ({ ...each, period }));
    }),
  );
  return tableOf({ name: 'funnel', title, columns }, rows, language);
}
