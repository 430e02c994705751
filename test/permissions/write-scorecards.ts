import type { Parts, Scribe } from './scribe.js';

/** The club has chosen its scorecard, and the score of `self` of a month was kept. */
export async function writeScorecards(scribe: Scribe, { clubId, self, party }: Parts): Promise<void> {
  await scribe.write('scorecardChoice', 'scorecard_choices', {
    club_id: clubId,
    profile_code: 'second-degree',
    profile_version: 1,
    valid_from: '2026-02-01',
    chosen_by_id: party.personId,
    chosen_at: '2026-02-01T10:00:00Z',
  });
  const value = Number(scribe.say('scorecard_results.metrics', 'february'));
  await scribe.write('february', 'scorecard_results', {
    club_id: clubId,
    membership_id: self.membershipId,
    month: '2026-02-01',
    profile_code: 'second-degree',
    profile_version: 1,
    weeks: 4,
    points: 10,
    most: 100,
    colour: JSON.stringify({ name: 'grey', letter: 'Y', min: 0 }),
    metrics: JSON.stringify([{ key: 'visitors', value, points: 10, max: 10 }]),
    scored_at: '2026-03-01T05:00:00Z',
  });
}
