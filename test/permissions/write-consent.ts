import { hashToken } from '../../src/identity/session-token.js';
import type { Parts, Row, Scribe } from './scribe.js';

const made = '2026-02-02T10:00:00Z';

/** What stands in the link of nel of a place: who has it is nel. */
export function contactToken(place: string): string {
  return `contact of ${place}`;
}

/**
 * carl agreed by his link to what party had stated; nel said no by an earlier one, and has another, which is open; that
 * wim agreed was taken back; of dora self stated it.
 */
export async function writeConsent(scribe: Scribe, { self, party }: Parts): Promise<void> {
  const link = (name: string, contact: string, row: Row) =>
    scribe.write(name, 'contact_links', {
      contact_id: scribe.id(contact),
      introduction_id: scribe.id(`${contact}Intro`),
      created_by_id: party.personId,
      created_at: made,
      expires_at: '2027-02-02',
      ...row,
    });
  const contactLink = await link('contactLink', 'carl', {
    token_hash: Buffer.from(scribe.say('contact_links.token_hash', 'contactLink')),
    answered_at: '2026-02-03',
  });
  await link('openLink', 'nel', { token_hash: hashToken(contactToken(scribe.place ?? 'ghent')) });
  const pastLink = await link('pastLinkOfNel', 'nel', {
    token_hash: hashToken(`past ${contactToken(scribe.place ?? 'ghent')}`),
    revoked_at: '2026-02-04',
  });
  const say = (name: string, introduction: string, row: Row) =>
    scribe.write(name, 'consents', {
      introduction_id: scribe.id(introduction),
      kind: 'stated',
      basis: 'asked_and_agreed',
      details_forward: true,
      outcome_back: true,
      stated_by_id: party.personId,
      stated_at: made,
      ...row,
    });
  const no = { basis: 'none_yet', details_forward: false };
  const himself = { stated_by_id: null, stated_at: '2026-02-03' };
  await say('carlStated', 'carlIntro', {});
  await say('carlAgreed', 'carlIntro', {
    ...{ ...himself, kind: 'agreed', link_id: contactLink },
    ...{ text_version: '2026-11', expires_at: '2027-02-02' },
  });
  await say('nelDeclined', 'nelIntro', { ...no, ...himself, kind: 'declined', link_id: pastLink });
  await say('wimWithdrawn', 'wimIntro', { ...no, kind: 'withdrawn', reason: 'contact_asked' });
  await say('doraStated', 'doraIntro', { stated_by_id: self.personId });
}
