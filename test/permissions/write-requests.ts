import type { Parts, Row, Scribe } from './scribe.js';

const asked = '2026-02-20T09:00:00Z';

/** What `self` asks of `party`, in every state that shows something of its own, and what he passed on to a third. */
export async function writeRequests(scribe: Scribe, { clubId, self, party, third }: Parts): Promise<void> {
  const say = (name: string) => ({
    looking_for: scribe.say('introduction_requests.looking_for', name),
    message: scribe.say('introduction_requests.message', name),
  });
  const plain = (name: string) => ({ looking_for: scribe.plain(name), message: scribe.plain(name) });
  const ask = (name: string, row: Row) =>
    scribe.write(name, 'introduction_requests', {
      ...{ requester_id: self.personId, asking_id: self.personId, asked_id: party.personId, club_id: clubId },
      ...{ asked_membership_id: party.membershipId, asked_at: asked, lapses_at: '2026-04-21T09:00:00Z' },
      ...{ progress: 'asked', moved_at: asked },
      ...row,
    });
  await ask('request', { ...say('request'), reminds_on: '2026-03-10' });
  await ask('declinedRequest', {
    ...say('declinedRequest'),
    progress: 'declined',
    note: scribe.say('introduction_requests.note', 'declinedRequest'),
  });
  const contacts = { contact_id: scribe.id('wim'), via_contact_id: scribe.id('mia') };
  await ask('acceptedRequest', { ...plain('acceptedRequest'), ...contacts, progress: 'accepted' });
  await ask('postponedRequest', {
    ...plain('postponedRequest'),
    progress: 'postponed',
    postponed_until: '2026-03-20',
  });
  await ask('withdrawnRequest', { ...plain('withdrawnRequest'), progress: 'withdrawn', withdrawn_at: asked });
  await ask('introducedRequest', {
    ...plain('introducedRequest'),
    ...{ progress: 'introduced', contact_id: scribe.id('carl') },
    ...{ introduced_at: '2026-02-21T09:00:00Z', introduction_id: scribe.id('carlIntro') },
  });
  const parent = await ask('passedOnRequest', { ...plain('passedOnRequest'), progress: 'passed_on' });
  await ask('passedRequest', {
    ...say('passedRequest'),
    ...{ parent_id: parent, asking_id: party.personId },
    ...{ asked_id: third.personId, asked_membership_id: third.membershipId },
  });
}
