import type { PromisesKept } from '../../reports/return/promises.types.js';
import type { PeriodReturn, ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf } from '../table.js';
import { periodColumns } from './return-words.js';

interface OfPeriod {
  period: PeriodReturn;
  /** Null when withheld. */
  kept: PromisesKept | null;
}

const columns: Column<OfPeriod>[] = [
  ...periodColumns(({ period }: OfPeriod) => period),
  column('integer', { en: 'Promises judged', nl: 'Beoordeelde beloften', fr: 'Promesses jugées' }, ({ kept }) =>
    kept ? kept.referrals : null,
  ),
  column('integer', { en: 'Early', nl: 'Vroeg', fr: 'En avance' }, ({ kept }) => kept?.early ?? null),
  column('integer', { en: 'Kept', nl: 'Gehouden', fr: 'Tenues' }, ({ kept }) => kept?.kept ?? null),
  column('integer', { en: 'Late', nl: 'Laat', fr: 'En retard' }, ({ kept }) => kept?.late ?? null),
  column('integer', { en: 'Overdue', nl: 'Achterstallig', fr: 'Échues' }, ({ kept }) => kept?.overdue ?? null),
  column(
    'percent',
    { en: 'Share kept', nl: 'Aandeel gehouden', fr: 'Part tenue' },
    ({ kept }) => kept?.keptShare ?? null,
  ),
  column(
    'percent',
    { en: 'Within the target', nl: 'Binnen de doeltijd', fr: 'Dans le délai visé' },
    ({ kept }) => kept?.withinTargetShare ?? null,
  ),
];

/** How promises of a first contact were kept, in the period and in the one before. What is withheld is empty. */
export async function returnPromisesTable(report: ReturnReport, { language }: FileLanguage): Promise<Table> {
  const title = { en: 'Promises', nl: 'Beloften', fr: 'Promesses' };
  const periods = [report, report.before];
  const rows = await Promise.all(
    periods.map(async (period): Promise<OfPeriod> => ({ period, kept: await period.promises })),
  );
  return tableOf({ name: 'promises', title, columns }, [rows], language);
}
