import { followUpLines } from './follow-up-lines.js';
import { type ReportNumbers, reportNumbers } from './report-numbers.js';
import type { Sum, TableCurrency, TableFollowUp, TablePeriod, TableReport } from './report-table.types.js';
import { shareLines } from './share-lines.js';

/** What stands in the place of a part that is withheld. */
const notShown = 'not shown';
const widest = 100;
const barWidth = 30;
const degreeLabels = ['', '1 direct', '2', '3', '4 and beyond'];

/**
 * A club's return report as text for a terminal, at most 100 columns wide, without a line break at its end.
 * @param followUp how its referrals went on
 * @param locale in which numbers are written; the words are English, the days ISO 8601
 */
export function reportTable(report: TableReport, followUp: TableFollowUp, locale: string): string {
  const numbers = reportNumbers(locale);
  const table = { report, numbers };
  const { suppressedCurrencies: suppressed, smallestGroup, before } = report;
  const lines = [
    `Return of ${report.club.name}`,
    `${report.from} to ${report.to}, against ${before.from} to ${before.to}`,
    ...report.currencies.flatMap((currency) => ['', ...currencyLines(table, currency)]),
    ...(report.currencies.length === 0 ? ['', 'No return to show.'] : []),
    ...followUpLines(followUp, numbers),
    ...(suppressed.length > 0
      ? ['', `Not shown: ${suppressed.join(', ')}, of fewer than ${smallestGroup} sellers.`]
      : []),
  ];
  return lines.map(cut).join('\n');
}

/** Nothing but a very long name or number is wider than the table. */
function cut(line: string): string {
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line.trimEnd();
}

interface Table {
  report: TableReport;
  numbers: ReportNumbers;
}

function currencyLines(table: Table, shown: TableCurrency): string[] {
  const { numbers } = table;
  const sumLine = (label: string, sum: Sum | null, rest = '') =>
    `  ${label.padEnd(20)}${dealsOf(sum, numbers).padStart(8)}${amountOf(sum?.amount, numbers).padStart(24)}${rest}`;
  const degreeLine = ({ degree, share, ...sum }: TableCurrency['byDegree'][number]) =>
    sumLine(degreeLabels[degree] ?? '', sum, `${numbers.share(share).padStart(10)}  ${bar(share)}`);
  return [
    `${shown.currency.padEnd(22)}${'Deals'.padStart(8)}${'Amount'.padStart(24)}${'Share'.padStart(10)}`,
    ...shown.byDegree.map(degreeLine),
    sumLine('Return', shown.return),
    sumLine('  from new buyers', shown.newReturn),
    sumLine('  from buyers again', shown.repeatReturn),
    ...(shown.ownAcquisition ? [sumLine('Own acquisition', shown.ownAcquisition, '     apart')] : []),
    '',
    ...shareLines(shown.indirectShare, numbers),
    '',
    ...questionLines(table, shown.currency),
  ];
}

function dealsOf(sum: Sum | null, numbers: ReportNumbers): string {
  const deals = sum?.deals ?? null;
  return deals === null ? '' : numbers.count(deals);
}

function amountOf(amount: { amount: string } | null | undefined, numbers: ReportNumbers): string {
  return amount ? numbers.amount(amount.amount) : notShown;
}

function bar(share: number | null): string {
  return '█'.repeat(Math.round(Math.min(Math.max(share ?? 0, 0), 1) * barWidth));
}

/** The two questions side by side, each for this period and the one before. */
function questionLines({ report, numbers }: Table, currency: string): string[] {
  const { before } = report;
  const line = (label: string, cell: (period: TablePeriod) => string) =>
    `  ${label.padEnd(46)}${cell(report).padStart(24)}${cell(before).padStart(26)}`;
  const ofCurrency = (cell: (shown: TableCurrency) => string) => (period: TablePeriod) => {
    const shown = period.currencies.find((candidate) => candidate.currency === currency);
    if (shown) return cell(shown);
    return period.suppressedCurrencies.includes(currency) ? notShown : 'none';
  };
  const amount = (of: (shown: TableCurrency) => { amount: string } | null | undefined) =>
    ofCurrency((shown) => amountOf(of(shown), numbers));
  return [
    line('', (period) => (period === report ? 'This period' : 'Before')),
    line(
      'Return',
      amount((shown) => shown.return.amount),
    ),
    line(
      'Indirect share',
      ofCurrency(({ indirectShare: { enoughData, share } }) =>
        enoughData || share === null ? numbers.share(share) : 'not enough data',
      ),
    ),
    line(
      'The usual question: business among members',
      ofCurrency(({ businessWithFellowMembers: sum }) => (sum ? `${dealsOf(sum, numbers)} deals` : notShown)),
    ),
    line(
      '  what it brought',
      amount((shown) => shown.businessWithFellowMembers?.amount),
    ),
    line('The right one: referrals received from members', ({ referralsReceived: received }) =>
      received ? receivedLine(received, numbers) : notShown,
    ),
    line(
      '  what referrals brought',
      amount((shown) => shown.returnFromReferrals),
    ),
  ];
}

function receivedLine(
  { count, converted }: NonNullable<TablePeriod['referralsReceived']>,
  numbers: ReportNumbers,
): string {
  return converted === null ? numbers.count(count) : `${numbers.count(count)}, ${numbers.count(converted)} converted`;
}
