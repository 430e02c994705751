import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { byKey, type Facts, type Finding, type LetterFact, piece, pieceKey } from './finding.js';
import { attendanceWindow, isWithin } from './window.js';

type Limits = Pick<
  ClubRules,
  'absenceWindow' | 'absenceWindowMonths' | 'absenceAlertCount' | 'latePerAbsence' | 'substituteCap'
>;

/**
 * Who was absent too often: absences + floor(late / latePerAbsence) >= absenceAlertCount (docs/domain.md, section 6).
 * Of the times late only those are evidence that make up whole absences, the earliest first.
 */
export function judgeAbsences(rules: Limits, facts: Facts): Finding[] {
  return countedLetters(rules, facts, 'absences', ['absent', 'late']).flatMap(({ membershipId, letters }) => {
    const late = letters.filter(({ letter }) => letter === 'late');
    const fromLate = Math.floor(late.length / rules.latePerAbsence);
    const whole = new Set(late.slice(0, fromLate * rules.latePerAbsence));
    const evidence = letters.filter((each) => each.letter === 'absent' || whole.has(each));
    const measured = letters.length - late.length + fromLate;
    return measured >= rules.absenceAlertCount ? [findingOf('absences', membershipId, { measured, evidence })] : [];
  });
}

/** Who sent a substitute more often than he may. */
export function judgeSubstitutes(rules: Limits, facts: Facts): Finding[] {
  return countedLetters(rules, facts, 'substitutes', ['substitute']).flatMap(({ membershipId, letters }) => {
    const measured = letters.length;
    if (measured <= rules.substituteCap) return [];
    return [findingOf('substitutes', membershipId, { measured, evidence: letters })];
  });
}

/** The letters of these kinds within the window that nobody excused, by member. */
function countedLetters(
  rules: Limits,
  { day, letters, excused }: Facts,
  rule: Finding['rule'],
  kinds: string[],
): { membershipId: string; letters: LetterFact[] }[] {
  const window = attendanceWindow(rules, day);
  const counted = letters.filter(
    (each) =>
      kinds.includes(each.letter) &&
      isWithin(window, each.day) &&
      !excused.has(pieceKey(rule, each.membershipId, each.meetingId)),
  );
  return byKey(counted, ({ membershipId }) => membershipId).map((own) => ({
    membershipId: own[0]?.membershipId ?? '',
    letters: own,
  }));
}

function findingOf(
  rule: Finding['rule'],
  membershipId: string,
  { measured, evidence }: { measured: number; evidence: LetterFact[] },
): Finding {
  return {
    rule,
    membershipId,
    visitorId: null,
    measured,
    evidence: evidence.map(({ day, meetingId, letter }) => piece({ day, meetingId, letter })),
    lastEvidenceId: evidence.at(-1)?.meetingId ?? '',
  };
}
