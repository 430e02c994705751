import type { DataSource } from 'typeorm';
import type { Parts, Scribe } from './scribe.js';

/**
 * What came after the closed meeting: it had been reopened, a letter was adjusted, and two alerts were raised, about
 * self, who is on probation since, and about the visitor.
 */
export async function writeClosing(
  scribe: Scribe,
  database: DataSource,
  { clubId, self, third }: Parts,
): Promise<void> {
  const closed = scribe.id('closed');
  await scribe.write('reopening', 'meeting_reopenings', {
    meeting_id: closed,
    closed_at: '2026-02-26T07:15:00Z',
    reason: scribe.say('meeting_reopenings.reason', 'closed'),
    reopened_by_id: third.personId,
    reopened_at: '2026-02-26T07:20:00Z',
  });
  await scribe.write('adjustment', 'meeting_adjustments', {
    meeting_id: closed,
    club_id: clubId,
    membership_id: self.membershipId,
    letter_before: 'substitute',
    letter_after: 'substitute',
    substitute_before: scribe.say('meeting_adjustments.substitute_before', 'closed'),
    substitute_after: scribe.say('meeting_adjustments.substitute_after', 'closed'),
    reason: scribe.say('meeting_adjustments.reason', 'closed'),
    adjusted_by_id: third.personId,
    adjusted_at: '2026-02-27',
  });
  const [rules] = await database.query<{ id: string }[]>('SELECT id FROM club_rules WHERE club_id = $1', [clubId]);
  const alert = (name: string, rule: string, about: object) =>
    scribe.write(name, 'alerts', {
      ...{ club_id: clubId, rule, rules_id: rules?.id, meeting_id: closed, last_evidence_id: closed },
      ...{ measured: 3, raised_at: '2026-02-26T07:30:00Z', ...about },
    });
  await alert('absences', 'absences', {
    membership_id: self.membershipId,
    measured: scribe.say('alerts.measured', 'absences'),
  });
  await alert('visits', 'visits', { visitor_id: scribe.id('visit') });
  const evidence = { alert_id: scribe.id('absences'), day: '2026-02-26' };
  await scribe.write('absence', 'alert_evidence', { ...evidence, meeting_id: closed, letter: 'absent' });
  const units = scribe.say('alert_evidence.units', 'absences');
  await scribe.write('units', 'alert_evidence', { ...evidence, units });
  await scribe.write('decision', 'alert_decisions', {
    alert_id: scribe.id('absences'),
    decision: 'start_probation',
    probation_until: '2026-12-31',
    note: scribe.say('alert_decisions.note', 'absences'),
    decided_by_id: third.personId,
    decided_at: '2026-02-27',
  });
}
