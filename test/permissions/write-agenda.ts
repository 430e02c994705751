import type { Parts, Row, Scribe } from './scribe.js';
import { instant } from './write-meetings.js';

/**
 * A template; the agenda of the open meeting, of which one point runs; a leave of `self`; and two meetings to come, in
 * which `self`, `party` and `third` are to speak, with a swap that `self` asks of `party`.
 */
export async function writeAgenda(scribe: Scribe, { clubId, self, party, third }: Parts): Promise<void> {
  const point = (row: Row) => ({ position: 1, planned_seconds: 120, office: 'president', ...row });
  await scribe.write('templatePoint', 'agenda_template_points', {
    ...point({ club_id: clubId, title: scribe.say('agenda_template_points.title', 'ghent') }),
  });
  await scribe.write('point', 'agenda_points', {
    ...point({ meeting_id: scribe.id('open'), title: scribe.say('agenda_points.title', 'point') }),
  });
  await scribe.write('nextPoint', 'agenda_points', {
    ...point({ meeting_id: scribe.id('open'), position: 2, title: scribe.plain('nextPoint') }),
  });
  await scribe.write('run', 'agenda_runs', {
    meeting_id: scribe.id('open'),
    point_id: scribe.id('point'),
    started_at: instant,
  });
  await scribe.write('leave', 'leaves', {
    club_id: clubId,
    membership_id: self.membershipId,
    starts_on: '2026-05-01',
    ends_on: '2026-06-01',
    recorded_by_id: self.personId,
    recorded_at: '2026-02-20',
  });
  for (const [name, day] of [
    ['early', '19'],
    ['late', '26'],
  ]) {
    await scribe.write(`${name}Meeting`, 'meetings', {
      club_id: clubId,
      starts_at: `2026-03-${day}T06:00:00Z`,
      held_on: `2026-03-${day}`,
      minutes: 90,
      state: 'planned',
      created_at: '2026-01-05',
    });
  }
  const speak = (name: string, meeting: string, { membershipId }: { membershipId: string }) =>
    scribe.write(name, 'speakers', {
      meeting_id: scribe.id(meeting),
      club_id: clubId,
      membership_id: membershipId,
      assigned_by_id: third.personId,
      assigned_at: '2026-02-20',
    });
  await speak('selfSpeaks', 'earlyMeeting', self);
  await speak('partySpeaks', 'lateMeeting', party);
  await speak('thirdSpeaks', 'lateMeeting', third);
  await scribe.write('swap', 'speaker_swaps', {
    club_id: clubId,
    asking_id: scribe.id('selfSpeaks'),
    asked_id: scribe.id('partySpeaks'),
    state: 'pending',
    requested_at: '2026-02-21',
  });
}
