import type { Parts, Scribe } from './scribe.js';

const recorded = '2020-03-02T09:00:00Z';
const lost = '2020-03-10T09:00:00Z';

/** In Ghent: a contact of a referral lost long ago and spoken with a year ago: his owner is about to lose his details. */
export async function writeRetention(scribe: Scribe, { self, party, clubId }: Parts): Promise<void> {
  if (scribe.place !== null) return;
  const contactId = await scribe.write('forgotten', 'contacts', {
    owner_id: party.personId,
    name: scribe.plain('forgotten'),
    last_spoken_on: '2025-03-10',
    created_at: recorded,
  });
  const introductionId = await scribe.write('forgottenIntro', 'introductions', {
    beneficiary_id: self.personId,
    introduced_contact_id: contactId,
    introducer_id: party.personId,
    root_id: party.personId,
    degree: 2,
    happened_on: '2020-03-02',
    recorded_by_id: party.personId,
    recorded_at: recorded,
    consent_basis: 'asked_and_agreed',
    consent_by_id: party.personId,
    consent_at: recorded,
  });
  const referralId = await scribe.write('forgottenReferral', 'referrals', {
    club_id: clubId,
    giver_membership_id: party.membershipId,
    giver_id: party.personId,
    receiver_club_id: clubId,
    receiver_membership_id: self.membershipId,
    receiver_id: self.personId,
    introduction_id: introductionId,
    need: scribe.plain('need'),
    warmth: 3,
    stage: 'lost',
    given_at: recorded,
    given_on: '2020-03-02',
    promised_for: '2020-03-03T09:00:00Z',
    target_hours: 24,
  });
  await scribe.write('forgottenLost', 'referral_moves', {
    referral_id: referralId,
    from_stage: 'suspect',
    to_stage: 'lost',
    moved_at: lost,
    moved_by_id: self.personId,
    note: scribe.plain('note'),
  });
}
