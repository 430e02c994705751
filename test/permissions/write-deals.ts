import { newId } from '../../src/platform/id.js';
import type { Parts, Row, Scribe } from './scribe.js';

const given = '2026-02-03T09:00:00Z';

/** Referrals given to `self` and the deals he made of them. */
export async function writeReferrals(scribe: Scribe, parts: Parts): Promise<void> {
  const { self, party, third, clubId } = parts;
  const refer = async (name: string, row: Row, giver = party) => {
    const id = await scribe.write(name, 'referrals', {
      club_id: clubId,
      giver_membership_id: giver.membershipId,
      giver_id: giver.personId,
      receiver_club_id: clubId,
      receiver_membership_id: self.membershipId,
      receiver_id: self.personId,
      warmth: 3,
      stage: 'suspect',
      given_at: given,
      given_on: '2026-02-03',
      promised_for: '2026-02-04T09:00:00Z',
      target_hours: 24,
      ...row,
    });
    await move(`${name}Given`, id, { to_stage: 'suspect', moved_at: given, moved_by_id: giver.personId });
    return id;
  };
  const move = (name: string, referralId: string, row: Row) =>
    scribe.write(name, 'referral_moves', { referral_id: referralId, ...row });
  const contacted = { stage: 'prospect', promised_at: given, first_contact_at: '2026-02-03T12:00:00Z' };
  const need = (name: string) => scribe.say('referrals.need', name);
  await refer('carlReferral', { introduction_id: scribe.id('carlIntro'), need: need('carlReferral'), ...contacted });
  await refer('openReferral', { introduction_id: scribe.id('nelIntro'), need: scribe.plain('need') });
  await refer('fromVik', { need: need('fromVik') }, third);
  const declined = await refer('declined', {
    introduction_id: scribe.id('wimIntro'),
    need: need('declined'),
    stage: 'declined',
  });
  await move('declining', declined, {
    from_stage: 'suspect',
    to_stage: 'declined',
    moved_at: '2026-02-05T09:00:00Z',
    moved_by_id: self.personId,
    note: scribe.say('referral_moves.note', 'declined'),
    decline_reason: 'no_need',
  });
}

/** A deal for each way in which a seller can show the amount, one with a person of the clubs, and one of his own. */
export async function writeDeals(scribe: Scribe, { self, party, third, outsiders, clubId }: Parts): Promise<void> {
  const sell = (name: string, row: Row) =>
    scribe.write(name, 'deals', {
      club_id: clubId,
      seller_membership_id: self.membershipId,
      seller_id: self.personId,
      root_id: party.personId,
      direct: false,
      degree: 2,
      repeat: false,
      closed_on: '2026-02-10',
      amount_minor: scribe.say('deals.amount_minor', name),
      currency: 'EUR',
      description: scribe.say('deals.description', name),
      amount_visibility: name,
      recorded_by_id: self.personId,
      recorded_at: '2026-02-10T10:00:00Z',
      ...row,
    });
  const from = (contact: string, origin: string) => ({
    buyer_contact_id: scribe.id(contact),
    origin_id: scribe.id(origin),
  });
  await sell('exact', { ...from('carl', 'carlIntro'), referral_id: scribe.id('carlReferral') });
  await sell('band', from('wim', 'wimIntro'));
  await sell('summed', { ...from('nel', 'nelIntro'), degree: 3, amount_visibility: 'only_the_sum' });
  await sell('hidden', { ...from('dora', 'doraIntro'), degree: 3, currency: 'USD' });
  await sell('toPerson', {
    buyer_person_id: outsiders[1].personId,
    origin_id: scribe.id('personIntro'),
    amount_visibility: 'exact',
  });
  await sell('own', { buyer_contact_id: scribe.id('kobe'), root_id: null, degree: null, amount_visibility: 'exact' });
  for (const name of ['exact', 'hidden']) await writeAdjustment(scribe, name, self.personId);
  for (const [name, thanked] of [
    ['exact', party],
    ['hidden', third],
  ] as const) {
    await scribe.write(`${name}Thanks`, 'thanks', {
      deal_id: scribe.id(name),
      thanked_id: thanked.personId,
      message: scribe.say('thanks.message', name),
      thanked_at: '2026-02-12T10:00:00Z',
    });
  }
  await writeSplit(scribe, 'hidden', { decidedBy: self.personId, party: party.personId, third: third.personId });
}

function writeAdjustment(scribe: Scribe, name: string, recordedById: string): Promise<string> {
  return scribe.write(`${name}Adjustment`, 'deal_adjustments', {
    deal_id: scribe.id(name),
    amount_minor: scribe.say('deal_adjustments.amount_minor', name),
    adjusted_on: '2026-02-11',
    reason: scribe.say('deal_adjustments.reason', name),
    recorded_by_id: recordedById,
    recorded_at: '2026-02-11T10:00:00Z',
  });
}

interface Credited {
  decidedBy: string;
  party: string;
  third: string;
}

/** In one statement, because that the shares sum to 100 is judged when it ends. */
async function writeSplit(scribe: Scribe, deal: string, { decidedBy, party, third }: Credited): Promise<void> {
  await scribe.query(
    `WITH split AS (
       INSERT INTO credit_splits (id, deal_id, decided_by_id, decided_at) VALUES ($1, $2, $3, '2026-02-13') RETURNING id
     )
     INSERT INTO credit_shares (split_id, person_id, percent)
     SELECT id, person_id, percent FROM split, unnest($4::uuid[], $5::numeric[]) AS share (person_id, percent)`,
    [
      newId(),
      scribe.id(deal),
      decidedBy,
      [party, third],
      [deal, `${deal}Rest`].map((of) => scribe.say('credit_shares.percent', of)),
    ],
  );
}
