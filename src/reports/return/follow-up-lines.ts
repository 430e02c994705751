import type { ReportNumbers } from './report-numbers.js';
import type { TableFollowUp } from './report-table.types.js';

/** What became of the referrals received: the funnel, a line per stage, and the promises. */
export function followUpLines({ funnel, promises }: TableFollowUp, numbers: ReportNumbers): string[] {
  return ['', ...funnelLines(funnel, numbers), '', ...promiseLines(promises, numbers)];
}

function funnelLines(funnel: TableFollowUp['funnel'], numbers: ReportNumbers): string[] {
  if (!funnel) return ['Funnel: not shown, of too few members.'];
  const count = (referrals: number | null) => (referrals === null ? 'not shown' : numbers.count(referrals));
  const lines = funnel.stages.map(({ stage, referrals, conversionToNext, medianDays }) => {
    const name = stage.toLowerCase().replace('_', ' ');
    const days = medianDays === null ? '-' : numbers.decimal(medianDays);
    const onward = conversionToNext === null ? '' : `${numbers.share(conversionToNext)} go on`;
    return `  ${name.padEnd(20)}${count(referrals).padStart(10)}${days.padStart(14)}${onward.padStart(18)}`;
  });
  return [
    `${'Funnel'.padEnd(22)}${'Referrals'.padStart(10)}${'Median days'.padStart(14)}`,
    ...lines,
    `  By now ${count(funnel.lost)} lost and ${count(funnel.declined)} declined.`,
  ];
}

function promiseLines(promises: TableFollowUp['promises'], numbers: ReportNumbers): string[] {
  if (!promises) return ['Promises: not shown, of too few members.'];
  const { referrals, keptShare, withinTargetShare, medianHours } = promises;
  const hours = medianHours === null ? '-' : numbers.decimal(medianHours);
  return [
    `Promises kept ${numbers.share(keptShare)} of n = ${numbers.count(referrals)}; contacted within the club's target ${numbers.share(withinTargetShare)}, median ${hours} hours.`,
  ];
}
