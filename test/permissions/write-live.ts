import type { Parts, Scribe } from './scribe.js';

/**
 * What happened in the meetings, one thing in each, so that each shows something else: letters in the open one, a
 * visitor in the closed one, a speaker in the planned one. The database makes the changes of meetings from it.
 */
export async function writeLive(scribe: Scribe, { clubId, self, party, third }: Parts): Promise<void> {
  const happen = (name: string, verb: string, { subject, details }: { subject: string; details: object }) =>
    scribe.write(name, 'activities', {
      happened_at: '2026-03-05T06:10:00Z',
      actor_id: third.personId,
      verb,
      subject_type: verb.split('.')[0],
      subject_id: scribe.id(subject),
      club_id: clubId,
      details: JSON.stringify(details),
    });
  const changes = [{ membershipId: self.membershipId, before: null, after: 'late' }];
  await happen('lettersSet', 'meeting.attendance_recorded', { subject: 'open', details: { changes } });
  const details = { meetingId: scribe.id('closed'), contactId: scribe.id('guest'), invitedById: party.personId };
  await happen('visitRecorded', 'visitor.came', { subject: 'visit', details });
  const { membershipId } = party;
  await happen('speakerFound', 'speaker.assigned', { subject: 'planned', details: { membershipId } });
}
