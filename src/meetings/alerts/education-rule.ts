import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { monthsUpTo } from '../../platform/period.js';
import { byKey, type Facts, type Finding, piece, pieceKey } from './finding.js';
import { isWithin } from './window.js';

/** Who gave a feature presentation after fewer education units than asked for. */
export function judgeEducation(
  rules: Pick<ClubRules, 'educationUnitsBeforeFeature' | 'educationWindowMonths'>,
  { day, features, excused }: Facts,
): Finding[] {
  const window = monthsUpTo(day, rules.educationWindowMonths);
  return byKey(features, ({ membershipId }) => membershipId).flatMap((own) => {
    const { membershipId = '', meetingId = '' } = own[0] ?? {};
    const earned = own.flatMap((each) =>
      each.day !== null && isWithin(window, each.day) ? [piece({ day: each.day, units: each.units })] : [],
    );
    const hundredths = earned.reduce((sum, { units }) => sum + inHundredths(units), 0);
    if (hundredths >= inHundredths(rules.educationUnitsBeforeFeature)) return [];
    if (excused.has(pieceKey('education', membershipId, meetingId))) return [];
    return [
      {
        ...{ rule: 'education', membershipId, visitorId: null, measured: hundredths / 100 },
        evidence: [...earned, piece({ day, meetingId })],
        lastEvidenceId: meetingId,
      },
    ];
  });
}

/** Units have two decimals: whole hundredths add up exactly. */
function inHundredths(units: string | null): number {
  return Math.round(Number(units) * 100);
}
