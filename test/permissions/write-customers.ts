import type { Parts, Scribe } from './scribe.js';

/** What `self` heard from carl when he asked him whom he could introduce him to. */
export async function writeCustomers(scribe: Scribe, { self }: Parts): Promise<void> {
  await scribe.write('question', 'customer_questions', {
    seller_id: self.personId,
    contact_id: scribe.id('carl'),
    deal_id: scribe.id('exact'),
    asked_on: '2026-02-11',
    outcome: 'later',
    until: '2026-05-01',
    note: scribe.say('customer_questions.note', 'exact'),
    answered_at: '2026-02-11T10:00:00Z',
  });
}
