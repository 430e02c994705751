import type { CurrencyReturn } from '../../reports/return/currency-return.types.js';
import type { PageNumbers } from './page-numbers.js';
import type { PageWords } from './page-words.js';
import { colours, label, line, rect, svg } from './svg.js';

const rowHeight = 17;
const left = 85;
const widest = 200;
const [amountEnd, shareEnd, dealsEnd] = [400, 455, 523];

/** A bar for each degree, as long as its share of the return, with what it brought beside it. */
export function degreeChart({ byDegree }: CurrencyReturn, words: PageWords, numbers: PageNumbers): string {
  const rows = byDegree.map(({ degree, share, amount, deals }, place) => {
    const y = place * rowHeight;
    const text = { y: y + 11, anchor: 'end' as const };
    const width = Math.min(Math.max(share ?? 0, 0), 1) * widest;
    return [
      label(words.degrees[degree - 1] ?? '', { x: 0, y: y + 11 }),
      rect({ x: left, y: y + 3, width, height: rowHeight - 6 }, degree === 1 ? colours.direct : colours.indirect),
      label(amount ? numbers.money(amount) : words.notShown, { x: amountEnd, ...text }),
      label(numbers.share(share), { x: shareEnd, ...text }),
      label(deals === null ? '' : words.deals(deals, numbers.count(deals)), {
        x: dealsEnd,
        fill: colours.quiet,
        ...text,
      }),
    ].join('');
  });
  const height = byDegree.length * rowHeight + 2;
  return svg(height, [...rows, line([left, 0], [left, height], colours.line)]);
}
