import type { PageNumbers } from './page-numbers.js';
import { colours, label, rect, svg } from './svg.js';

/** A stage that so many came to. */
export interface FunnelStep {
  name: string;
  count: number;
}

const rowHeight = 15;
const [left, widest] = [130, 300];

/** A bar for each stage, as long as its part of the first, with how many came so far and which part of all that is. */
export function funnelChart(steps: readonly FunnelStep[], numbers: PageNumbers): string {
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const [first] = steps;
  const rows = steps.map(({ name, count }, place) => {
    const y = place * rowHeight;
    const width = (count / most) * widest;
    const part = place > 0 && first && first.count > 0 ? ` (${numbers.share(count / first.count)})` : '';
    return [
      label(name, { x: 0, y: y + 10 }),
      rect({ x: left, y: y + 2, width, height: rowHeight - 4 }, colours.indirect),
      label(`${numbers.count(count)}${part}`, { x: left + width + 5, y: y + 10 }),
    ].join('');
  });
  return svg(steps.length * rowHeight + 2, rows);
}
