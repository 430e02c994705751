import type { CastMember } from '../support/world.js';
import type { Parts, Row, Scribe } from './scribe.js';

const recorded = '2026-02-02T09:00:00Z';
const plainContacts = ['guest2', 'mia', 'nel', 'zoe', 'vito', 'novel'];

/** Address books, and the introductions of their contacts. All of it is about `self`. */
export async function writeChains(scribe: Scribe, parts: Parts): Promise<void> {
  await writeContacts(scribe, parts);
  const { self, party, third, outsiders } = parts;
  const by = (who: CastMember) => ({ introducer_id: who.personId, root_id: who.personId, degree: 2 });
  const introduce = (name: string, row: Row, told: CastMember = party) =>
    scribe.write(name, 'introductions', {
      beneficiary_id: self.personId,
      happened_on: '2026-02-02',
      accepted_at: recorded,
      recorded_by_id: told.personId,
      recorded_at: recorded,
      consent_basis: 'asked_and_agreed',
      consent_by_id: told.personId,
      consent_at: recorded,
      ...row,
    });
  const contact = (name: string) => ({ introduced_contact_id: scribe.id(name) });
  const carlIntro = await introduce('carlIntro', { ...contact('carl'), ...by(party) });
  await introduce('wimIntro', { ...contact('wim'), ...by(party), consent_basis: 'none_yet' });
  await introduce('personIntro', { introduced_person_id: outsiders[1].personId, ...by(party) });
  await introduce('nelIntro', {
    ...contact('nel'),
    introducer_contact_id: scribe.id('mia'),
    asker_id: party.personId,
    root_id: party.personId,
    degree: 3,
  });
  const onward = { introducer_contact_id: scribe.id('carl'), parent_id: carlIntro, root_id: party.personId, degree: 3 };
  await introduce('doraIntro', { ...contact('dora'), ...onward }, self);
  const vitoIntro = await introduce('vitoIntro', { ...contact('vito'), ...by(third) }, third);
  const deep = { introducer_id: party.personId, parent_id: vitoIntro, root_id: third.personId, degree: 3 };
  const deepIntro = await introduce('deepIntro', { ...contact('zoe'), ...deep });
  const deeper = { introducer_contact_id: scribe.id('zoe'), parent_id: deepIntro, root_id: third.personId, degree: 4 };
  await introduce('belowDeep', { ...contact('yan'), ...deeper }, self);
}

/**
 * carl was introduced with consent and has become a person of the clubs, wim without consent, dora by carl, nel by
 * mia, whom her owner had asked; kobe was introduced to nobody; guest and guest2 visit.
 */
async function writeContacts(scribe: Scribe, { self, party, third, outsiders }: Parts): Promise<void> {
  const owners: [CastMember, string[]][] = [
    [party, ['carl', 'wim', 'guest', 'guest2', 'mia', 'nel', 'zoe', 'novel']],
    [self, ['kobe', 'dora', 'yan']],
    [third, ['vito']],
  ];
  const persons = new Map([
    ['carl', outsiders[0].personId],
    ['wim', outsiders[1].personId],
  ]);
  for (const [owner, names] of owners) {
    for (const name of names) {
      const isPlain = plainContacts.includes(name);
      const say = (column: string) => (isPlain ? scribe.plain(name) : scribe.say(`contacts.${column}`, name));
      await scribe.write(name, 'contacts', {
        owner_id: owner.personId,
        person_id: persons.get(name) ?? null,
        name: say('name'),
        company: say('company'),
        role: say('role'),
        email: isPlain ? null : say('email'),
        phone: isPlain ? null : say('phone'),
        profession: say('profession'),
        place: say('place'),
        created_at: '2026-01-10',
      });
    }
  }
}
