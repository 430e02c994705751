import { enoughDeals } from './indirect-share.js';
import type { ReportNumbers } from './report-numbers.js';
import type { TableCurrency } from './report-table.types.js';

type Measured = TableCurrency['indirectShare'];

const scaleSteps = 60;

/** The indirect share in words and on a scale with the 90 % line, or why there is none. */
export function shareLines(measured: Measured, numbers: ReportNumbers): string[] {
  const { share, deals, enoughData, largestShare, interval } = measured;
  if (!enoughData) {
    const n = numbers.count(deals);
    return [`  Indirect share: not enough data. It rests on n = ${n} deals and takes ${enoughDeals} or more.`];
  }
  if (share === null) return ['  Indirect share: none, since refunds outweigh the return.'];
  const certainty = interval && `${Math.round(interval.confidence * 100)} % interval`;
  const range = interval && `, ${certainty} ${numbers.share(interval.low)} to ${numbers.share(interval.high)}`;
  return [
    `  Indirect share ${numbers.share(share)}${range ?? ''}`,
    `  0 % ${scale(measured, share)} 100 %`,
    `      ${legend(measured, certainty)}`,
    `  n = ${numbers.count(deals)} deals; the largest brought ${numbers.share(largestShare)} of the return.`,
    ...(interval
      ? [`  Interval by percentile bootstrap over deals, ${interval.resamples} resamples, seed ${interval.seed}.`]
      : []),
  ];
}

/** From 0 to 100 %: the interval doubled, the share as a dot, the claim as a line; a diamond when both are one. */
function scale({ interval, referenceShare }: Measured, share: number): string {
  const place = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * scaleSteps);
  const marks = Array.from({ length: scaleSteps + 1 }, (_, step): string =>
    interval && place(interval.low) <= step && step <= place(interval.high) ? '═' : '─',
  );
  marks[place(share)] = '●';
  marks[place(referenceShare)] = place(share) === place(referenceShare) ? '◆' : '┃';
  return marks.join('');
}

function legend({ referenceShare }: Measured, certainty: string | null): string {
  const claim = `┃ the claim: more than ${Math.round(referenceShare * 100)} %`;
  return ['● measured', ...(certainty ? [`═ ${certainty}`] : []), claim].join('   ');
}
