import type { Parts, Row, Scribe } from './scribe.js';

const proposed = '2026-02-10T09:00:00Z';
const answered = '2026-02-11T09:00:00Z';

/** One-to-ones that `party` proposed to `self`, in every state but declined, and the sheets of whoever is known there. */
export async function writeOneToOnes(scribe: Scribe, { self, party }: Parts): Promise<void> {
  const meet = (name: string, row: Row) =>
    scribe.write(name, 'one_to_ones', {
      proposer_id: party.personId,
      partner_id: self.personId,
      proposed_at: proposed,
      created_at: proposed,
      ...row,
    });
  const texts = (name: string) => ({
    place: scribe.say('one_to_ones.place', name),
    message: scribe.say('one_to_ones.message', name),
  });
  await meet('asked', { ...texts('asked'), state: 'proposed', starts_at: '2026-03-07T09:00:00Z' });
  await meet('agreed', { state: 'accepted', answered_at: answered });
  await meet('calledOff', { state: 'cancelled', cancelled_at: answered });
  const record = (heldOn: string, recordedAt: string) => ({
    held_on: heldOn,
    recorded_by_id: party.personId,
    recorded_at: recordedAt,
  });
  await meet('metBefore', { state: 'held', ...record('2026-02-20', '2026-02-21T09:00:00Z') });
  await meet('metOnce', { ...texts('metOnce'), state: 'held', ...record('2026-03-01', '2026-03-02T09:00:00Z') });
  await meet('mistaken', {
    state: 'withdrawn',
    ...record('2026-02-21', '2026-02-21T09:00:00Z'),
    withdrawn_at: '2026-02-22T09:00:00Z',
    withdrawal_reason: scribe.say('one_to_ones.withdrawal_reason', 'mistaken'),
  });
  await writeSheet(scribe, 'sara', self.personId);
  if (scribe.ids.has('lena')) await writeSheet(scribe, 'lena', scribe.id('lena'));
}

async function writeSheet(scribe: Scribe, name: string, personId: string): Promise<void> {
  const columns = ['goals', 'accomplishments', 'interests', 'networks', 'skills'];
  await scribe.write(`${name}Sheet`, 'member_sheets', {
    ...Object.fromEntries(columns.map((column) => [column, scribe.say(`member_sheets.${column}`, name)])),
    person_id: personId,
    updated_at: proposed,
  });
}
