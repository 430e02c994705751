import type { Parts, Row, Scribe } from './scribe.js';

/** During the closed meeting. */
const then = '2026-02-26T06:10:00Z';
const day = '2026-02-26';

/**
 * What `self` and `party` brought into the closed meeting, and what came in on its day; `presentation` is the turn of
 * `self` in the open one.
 */
export async function writeContributions(scribe: Scribe, parts: Parts): Promise<void> {
  const { clubId, self, party, third } = parts;
  const present = (name: string, meeting: string, row: Row) =>
    scribe.write(name, 'presentations', {
      meeting_id: scribe.id(meeting),
      club_id: clubId,
      membership_id: self.membershipId,
      kind: 'weekly',
      recorded_by_id: third.personId,
      recorded_at: then,
      ...row,
    });
  const marked = { focus: 'asks_for_referral', focus_marked_by_id: self.personId, focus_marked_at: then };
  await present('presentation', 'open', { ask: scribe.say('presentations.ask', 'presentation'), ...marked });
  await present('presented', 'closed', { ask: scribe.plain('ask') });
  await scribe.write('testimonial', 'testimonials', {
    club_id: clubId,
    giver_membership_id: party.membershipId,
    receiver_membership_id: self.membershipId,
    text: scribe.say('testimonials.text', 'testimonial'),
    given_on: day,
    given_at: then,
  });
  await scribe.write('learnt', 'education_units', {
    club_id: clubId,
    membership_id: self.membershipId,
    units: scribe.say('education_units.units', 'learnt'),
    topic: scribe.say('education_units.topic', 'learnt'),
    earned_on: day,
    recorded_by_id: third.personId,
    recorded_at: then,
  });
  await writeCameIn(scribe, parts);
}

async function writeCameIn(scribe: Scribe, { clubId, self, party }: Parts): Promise<void> {
  await scribe.write('ofTheDay', 'referrals', {
    club_id: clubId,
    giver_membership_id: party.membershipId,
    giver_id: party.personId,
    receiver_club_id: clubId,
    receiver_membership_id: self.membershipId,
    receiver_id: self.personId,
    need: scribe.say('referrals.need', 'ofTheDay'),
    warmth: 3,
    stage: 'suspect',
    given_at: then,
    given_on: day,
    promised_for: '2026-02-27T06:10:00Z',
    target_hours: 24,
  });
  await scribe.write('toPersonThanks', 'thanks', {
    deal_id: scribe.id('toPerson'),
    thanked_id: party.personId,
    message: scribe.say('thanks.message', 'toPerson'),
    thanked_at: then,
  });
}
