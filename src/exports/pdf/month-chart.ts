import type { Money } from '../../platform/money.js';
import type { CurrencyReturn } from '../../reports/return/currency-return.types.js';
import type { PageNumbers } from './page-numbers.js';
import type { PageWords } from './page-words.js';
import { colours, label, line, pageWidth, rect, svg } from './svg.js';

const height = 118;
const [left, top, bottom] = [62, 14, 102];
const mostLabels = 12;
/** Those of an axis that would stand closer are left out. */
const closestLabels = 8;

/** Two bars for each month, direct and indirect, from one line of zero; below it where refunds outweigh the rest. */
export function monthChart({ byMonth, currency }: CurrencyReturn, words: PageWords, numbers: PageNumbers): string {
  // Only the lengths of bars are rounded. What is withheld has none.
  const months = byMonth.map(({ month, direct, indirect }) => ({
    ...{ month, direct: amountOf(direct), indirect: amountOf(indirect) },
  }));
  const amounts = months.flatMap(({ direct, indirect }) => [direct, indirect]);
  const [lowest, highest] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const placeOf = (amount: number) => bottom - ((amount - lowest) / (highest - lowest || 1)) * (bottom - top);
  const step = (pageWidth - left) / months.length;
  const bar = (amount: number, x: number, fill: string) => {
    const [zero, end] = [placeOf(0), placeOf(amount)];
    return rect({ x, y: Math.min(zero, end), width: step * 0.4, height: Math.abs(zero - end) }, fill);
  };
  const every = Math.ceil(months.length / mostLabels);
  return svg(height, [
    ...[...new Set([0, lowest, highest])]
      .filter((amount) => amount === 0 || Math.abs(placeOf(amount) - placeOf(0)) > closestLabels)
      .map((amount) => axis(placeOf(amount), numbers.roughly(amount, currency))),
    ...months.flatMap(({ month, direct, indirect }, place) => {
      const x = left + place * step;
      const middle = { x: x + step / 2, y: height - 4, anchor: 'middle' as const, fill: colours.quiet, size: 7 };
      const said = place % every === 0 ? [label(numbers.month(month), middle)] : [];
      const bars = [bar(direct, x + step * 0.1, colours.direct), bar(indirect, x + step / 2, colours.indirect)];
      return [...bars, ...said];
    }),
    ...legend([words.direct, colours.direct, 0], [words.indirect, colours.indirect, 70]),
  ]);
}

function amountOf(money: Money | null): number {
  return money === null ? 0 : Number(money.amount);
}

function axis(y: number, said: string): string {
  const text = label(said, { x: left - 4, y: y + 3, anchor: 'end', fill: colours.quiet, size: 7 });
  return line([left, y], [pageWidth, y], colours.line) + text;
}

function legend(...entries: [said: string, colour: string, x: number][]): string[] {
  return entries.map(([said, colour, x]) => {
    const text = label(said, { x: left + x + 10, y: 8, size: 7 });
    return rect({ x: left + x, y: 2, width: 7, height: 7 }, colour) + text;
  });
}
