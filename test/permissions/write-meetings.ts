import type { DataSource } from 'typeorm';
import type { CastMember } from '../support/world.js';
import type { Parts, Row, Scribe } from './scribe.js';

/** The moment at which everybody looks: a Thursday in Ghent at half past seven, during the meeting. */
export const instant = '2026-03-05T07:30:00+01:00';

/** Meetings in every state. `substituted` sent somebody to the closed one. */
export async function writeMeetings(
  scribe: Scribe,
  database: DataSource,
  { clubId, third }: Parts,
  substituted: CastMember,
): Promise<void> {
  const meet = (name: string, startsAt: string, row: Row) =>
    scribe.write(name, 'meetings', {
      club_id: clubId,
      starts_at: startsAt,
      held_on: startsAt.slice(0, 10),
      minutes: 90,
      place: scribe.say('meetings.place', 'closed'),
      created_at: '2026-01-05',
      ...row,
    });
  const opened = '2026-02-26T06:00:00Z';
  await meet('closed', opened, { state: 'open', opened_at: opened });
  await meet('open', '2026-03-05T06:00:00Z', { state: 'open', opened_at: '2026-03-05T06:00:00Z' });
  await meet('planned', '2026-03-05T18:00:00Z', { state: 'planned' });
  await meet('cancelled', '2026-02-19T06:00:00Z', {
    state: 'cancelled',
    cancelled_at: '2026-02-18T06:00:00Z',
    cancellation_reason: scribe.say('meetings.cancellation_reason', 'cancelled'),
  });
  const seats = await database.query<{ id: string }[]>(
    'SELECT id FROM memberships WHERE club_id = $1 AND (left_on IS NULL OR left_on > $$2026-03-05$$)',
    [clubId],
  );
  for (const { id } of seats) {
    for (const meeting of ['closed', 'open']) {
      const isSubstitute = meeting === 'closed' && id === substituted.membershipId;
      await scribe.write(isSubstitute ? 'letter' : `letter ${meeting} ${id}`, 'attendances', {
        meeting_id: scribe.id(meeting),
        club_id: clubId,
        membership_id: id,
        letter: isSubstitute ? 'substitute' : 'present',
        substitute_name: isSubstitute ? scribe.say('attendances.substitute_name', 'closed') : null,
        recorded_by_id: third.personId,
        recorded_at: opened,
      });
    }
  }
  // From closing on no letter changes.
  await scribe.query(`UPDATE meetings SET state = 'closed', closed_at = '2026-02-26T07:30:00Z' WHERE id = $1`, [
    scribe.id('closed'),
  ]);
}
