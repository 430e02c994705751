import { hashToken } from '../../src/identity/session-token.js';
import type { CastMember } from '../support/world.js';
import type { Parts, Row, Scribe } from './scribe.js';

const day = '2026-02-26T06:00:00Z';

/** What stands in the link of `self` for the planned meeting of a place: who has it may register. */
export function visitorToken(place: string): string {
  return `visitor of ${place}`;
}

/**
 * Whom `party` invited: guest came to the closed meeting, by a link, and has gone all the way; guest2 did not come to
 * it. To the open one guest came as well, and guest2 is yet to come. The live links are for the planned one.
 */
export async function writeVisitors(scribe: Scribe, { clubId, self, party, third }: Parts): Promise<void> {
  const link = (name: string, { personId, membershipId }: CastMember, row: Row) =>
    scribe.write(name, 'visitor_links', {
      meeting_id: scribe.id('planned'),
      club_id: clubId,
      membership_id: membershipId,
      person_id: personId,
      created_at: '2026-02-20',
      ...row,
    });
  await link('link', party, { token_hash: Buffer.from(scribe.say('visitor_links.token_hash', 'link')) });
  await link('publicLink', self, { token_hash: hashToken(visitorToken(scribe.place ?? 'ghent')) });
  const pastLink = await link('pastLink', party, {
    meeting_id: scribe.id('closed'),
    token_hash: hashToken(`past ${visitorToken(scribe.place ?? 'ghent')}`),
    revoked_at: day,
  });
  const visit = (name: string, meeting: string, contact: string, row: Row) =>
    scribe.write(name, 'visitors', {
      meeting_id: scribe.id(meeting),
      club_id: clubId,
      contact_id: scribe.id(contact),
      invited_by_membership_id: party.membershipId,
      invited_by_id: party.personId,
      invited_at: '2026-02-20',
      ...row,
    });
  await visit('visit', 'closed', 'guest', {
    link_id: pastLink,
    registered_at: '2026-02-21',
    confirmed_at: '2026-02-21',
    came_at: day,
    followed_up_at: '2026-02-27',
    followed_up_by_id: third.personId,
    applied_at: '2026-02-28',
  });
  await visit('visitMissed', 'closed', 'guest2', { did_not_come_at: day });
  await visit('visitDone', 'open', 'guest', { came_at: '2026-03-05T06:00:00Z' });
  await visit('visitToCome', 'open', 'guest2', {});
}
