import type { PageNumbers } from './page-numbers.js';
import type { PageWords } from './page-words.js';
import { colours, label, pageWidth, rect, svg } from './svg.js';

/** A stage that so many came to. */
export interface FunnelStep {
  name: string;
  /** Null when withheld. */
  count: number | null;
  /** How soon, in words; empty where there is nothing to say. */
  note: string;
}

const rowHeight = 15;
const [left, widest] = [90, 260];

/** A bar for each stage, as long as its part of the first, with how many came so far and which part of all that is. */
export function funnelChart(steps: readonly FunnelStep[], words: PageWords, numbers: PageNumbers): string {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0));
  const [first] = steps;
  const rows = steps.map(({ name, count, note }, place) => {
    const y = place * rowHeight;
    const width = ((count ?? 0) / most) * widest;
    const part = place > 0 && first?.count && count !== null ? ` (${numbers.share(count / first.count)})` : '';
    const said = count === null ? words.notShown : `${numbers.count(count)}${part}`;
    return [
      label(name, { x: 0, y: y + 10 }),
      rect({ x: left, y: y + 2, width, height: rowHeight - 4 }, colours.indirect),
      label(said, { x: left + width + 5, y: y + 10 }),
      label(note, { x: pageWidth, y: y + 10, anchor: 'end', fill: colours.quiet, size: 7 }),
    ].join('');
  });
  return svg(steps.length * rowHeight + 2, rows);
}
