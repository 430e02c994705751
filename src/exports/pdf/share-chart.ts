import type { IndirectShare } from '../../reports/return/currency-return.types.js';
import { enoughDeals } from '../../reports/return/indirect-share.js';
import type { PageNumbers } from './page-numbers.js';
import type { PageWords } from './page-words.js';
import { colours, label, line, pageWidth, rect, svg } from './svg.js';

const [left, right, middle] = [85, 500, 22];

/** From 0 to 100 %: the indirect share as a mark, its interval as a band, the claim as a line; or why there is none. */
export function shareChart(measured: IndirectShare, words: PageWords, numbers: PageNumbers): string {
  const { share, deals, enoughData, largestShare, referenceShare, interval } = measured;
  const place = (value: number) => left + Math.min(Math.max(value, 0), 1) * (right - left);
  const claim = numbers.percent(referenceShare);
  const scale = [
    label(words.indirectShare, { x: 0, y: middle + 3 }),
    line([left, middle], [right, middle], colours.line, 1),
    ...[0, 0.5, 1].map((value) => tick(place(value), numbers.percent(value))),
    line([place(referenceShare), middle - 12], [place(referenceShare), middle + 7], colours.claim, 1.2),
    label(words.claim(claim), { x: pageWidth, y: 7, anchor: 'end', fill: colours.claim, size: 7 }),
  ];
  if (!enoughData || share === null) {
    const why = enoughData ? words.noReturn : words.notEnoughData(numbers.count(deals), enoughDeals);
    return svg(50, [...scale, label(why, { x: left, y: 7 })]);
  }
  const band = interval && {
    ...{ x: place(interval.low), y: middle - 4, height: 8 },
    width: Math.max(place(interval.high) - place(interval.low), 1),
  };
  const range =
    interval &&
    words.interval(numbers.percent(interval.confidence), numbers.share(interval.low), numbers.share(interval.high));
  const rest = words.largest(numbers.count(deals), numbers.share(largestShare));
  return svg(50, [
    ...(band ? [rect(band, '#b9cde0')] : []),
    ...scale,
    rect({ x: place(share) - 2, y: middle - 7, width: 4, height: 14 }, colours.indirect),
    label(numbers.share(share), { x: left, y: 9, size: 10 }),
    label([...(range ? [range] : []), rest].join('; '), { x: left, y: 47, fill: colours.quiet, size: 7 }),
  ]);
}

function tick(x: number, said: string): string {
  const text = label(said, { x, y: middle + 15, anchor: 'middle', fill: colours.quiet, size: 7 });
  return line([x, middle - 3], [x, middle + 3], colours.line) + text;
}
