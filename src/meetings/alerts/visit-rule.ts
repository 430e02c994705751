import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { byKey, type Facts, type Finding, piece, pieceKey } from './finding.js';

/**
 * Who came to more meetings of the club without a seat than he may. A human counts once per meeting, however many
 * rows stand for him, and a meeting is excused for him by any of them.
 */
export function judgeVisits(rules: Pick<ClubRules, 'visitorVisitCap'>, { visits, excused }: Facts): Finding[] {
  const judged = new Set<string>();
  return byKey(visits, ({ visitorId }) => visitorId).flatMap((own) => {
    const visitorId = own[0]?.visitorId ?? '';
    const meetings = byKey(own, ({ meetingId }) => meetingId);
    const counted = meetings.filter(
      (rows) => !rows.some(({ visitId }) => excused.has(pieceKey('visits', null, visitId))),
    );
    const isJudged = judged.has(visitorId);
    // Another row of the same human in this very meeting was judged for him.
    for (const { visitId } of own) judged.add(visitId);
    if (isJudged || counted.length <= rules.visitorVisitCap) return [];
    return [
      {
        ...{ rule: 'visits', membershipId: null, visitorId, measured: counted.length, lastEvidenceId: visitorId },
        evidence: counted.flatMap(([first]) =>
          first ? [piece({ day: first.day, meetingId: first.meetingId, visitorId: first.visitId })] : [],
        ),
      },
    ];
  });
}
