import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { byKey, type Facts, type Finding, piece, pieceKey, type TermFact } from './finding.js';
import { monthsBegun } from './window.js';

/** Who holds one office for longer in a row than he may. Terms that follow each other without a day between are one. */
export function judgeOffices(rules: Pick<ClubRules, 'officeTermMonths'>, { day, terms, excused }: Facts): Finding[] {
  const counted = terms.filter(
    ({ membershipId, officeId }) => !excused.has(pieceKey('office_term', membershipId, officeId)),
  );
  return byKey(counted, ({ membershipId, name }) => `${membershipId} ${name}`).flatMap((own) => {
    const run = runUpTo(day, own);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const measured = monthsBegun(first.startsOn, day);
    if (measured <= rules.officeTermMonths) return [];
    return [
      {
        ...{ rule: 'office_term', membershipId: first.membershipId, visitorId: null, measured },
        evidence: run.map(({ startsOn, officeId }) => piece({ day: startsOn, officeId })),
        lastEvidenceId: last.officeId,
      },
    ];
  });
}

/** The terms that join up to the one that holds on the day; none when none does. */
function runUpTo(day: string, terms: TermFact[]): TermFact[] {
  const run: TermFact[] = [];
  for (const term of terms) {
    const before = run.at(-1);
    if (before && (before.endsOn === null || before.endsOn < term.startsOn)) run.length = 0;
    run.push(term);
  }
  const last = run.at(-1);
  return last && (last.endsOn === null || last.endsOn > day) ? run : [];
}
