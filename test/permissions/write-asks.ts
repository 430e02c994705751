import type { Parts, Scribe } from './scribe.js';

/**
 * `fitting` and `given` are contacts of `party` that fit what `self` asks in the open meeting; `given` was given to
 * him, of which `carlReferral` tells. `party` asks too, and `self` knows somebody.
 */
export async function writeAsks(scribe: Scribe, { clubId, self, party, third }: Parts): Promise<void> {
  const contact = (name: string, ownerId: string, role: string) =>
    scribe.write(name, 'contacts', { owner_id: ownerId, name: scribe.plain(name), role, created_at: '2026-01-10' });
  const words = `${scribe.place ?? 'canary'} presentations`;
  await contact('fitting', party.personId, words);
  const given = await contact('given', party.personId, words);
  await contact('known', self.personId, 'Roofer');
  await scribe.write('partyAsks', 'presentations', {
    meeting_id: scribe.id('open'),
    club_id: clubId,
    membership_id: party.membershipId,
    kind: 'weekly',
    ask: 'Roofers',
    recorded_by_id: third.personId,
    recorded_at: '2026-03-05T06:10:00Z',
  });
  await scribe.query('INSERT INTO answered_asks (referral_id, presentation_id, contact_id) VALUES ($1, $2, $3)', [
    scribe.id('carlReferral'),
    scribe.id('presentation'),
    given,
  ]);
}
