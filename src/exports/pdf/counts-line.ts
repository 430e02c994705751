import type { Content } from 'pdfmake/interfaces.js';
import { type Counted, countColumns } from '../reports/counts-table.js';
import type { CellWriters } from '../table.js';
import type { PageNumbers } from './page-numbers.js';

const money = 'TYFCB';

/** The counts as one line under the letters that clubs know; what is withheld is a dash. */
export function countsLine(counts: Counted, currency: string, numbers: PageNumbers): Content {
  const writers: CellWriters<string> = {
    text: (text) => text,
    integer: numbers.count,
    decimal: numbers.amount,
    money: numbers.money,
    percent: numbers.share,
    day: numbers.day,
    month: numbers.month,
  };
  const columns = countColumns(currency);
  const body = [
    columns.map(({ heading }) => ({ text: String(heading), bold: true, alignment: 'right' as const })),
    columns.map((column) => ({ text: column.write(counts, writers) ?? '–', alignment: 'right' as const })),
  ];
  const widths = columns.map(({ heading }) => (heading === money ? 90 : '*'));
  const padding = () => 2;
  const layout = { hLineWidth: (row: number) => (row === 1 ? 0.5 : 0), vLineWidth: () => 0 };
  return {
    ...{ table: { widths, body }, fontSize: 8 },
    layout: { ...layout, paddingLeft: padding, paddingRight: padding },
  };
}
