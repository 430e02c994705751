import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { hashToken } from '../../src/identity/session-token.js';
import { newId } from '../../src/platform/id.js';
import { beginning, type CastMember, type World } from '../support/world.js';
import { canary } from './canaries.js';
import { insertRow, type Scribe } from './scribe.js';
import { instant } from './write-meetings.js';

/** Sara's password, that of all others, and what stands in links that were mailed. */
export const secrets = {
  password: 'a very long secret indeed',
  othersPassword: 'known to all but Sara',
  invitation: 'invitation',
  reset: 'reset',
};

/**
 * The people of Ghent: Ines has a seat and no account, Lena has left, Sara was an officer, Vik's seat will end.
 * What the club, its region and its directory hold.
 */
export async function writeClub(ghent: Scribe, database: DataSource, world: World): Promise<{ ines: CastMember }> {
  const { sara, vik, pia, dirk, ghentId, ghentRegionId } = world;
  const ines = await world.member('Ines', 'Smets', ghentId, 'Optician');
  await world.removeAccount(ines);
  const lena = await world.member('Lena', 'Nijs', ghentId, 'Gardener');
  await database.query(`UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1`, [lena.membershipId]);
  await database.query(`UPDATE memberships SET left_on = '2099-06-01' WHERE id = $1`, [vik.membershipId]);
  const persons = { sara, lena, vik, ines };
  for (const [name, { personId, membershipId }] of Object.entries(persons)) {
    ghent.ids.set(name, personId).set(`${name}Seat`, membershipId);
  }
  for (const name of ['sara', 'lena'] as const) await writePerson(database, name, persons[name]);
  ghent.ids.set('ghent', ghentId).set('ghentRegion', ghentRegionId).set('pia', pia.personId);
  await database.query('UPDATE clubs SET name = $2, fee_minor = $3 WHERE id = $1', [
    ghentId,
    ...['clubs.name', 'clubs.fee_minor'].map((column) => canary(column, 'ghent')),
  ]);
  await database.query('UPDATE regions SET name = $2 WHERE id = $1', [ghentRegionId, canary('regions.name', 'ghent')]);
  await writeRegionAndBoard(ghent, database, { world, dirk });
  await database.query('UPDATE accounts SET password_hash = $1', [await hash(secrets.othersPassword)]);
  await world.setPassword(sara, secrets.password);
  await writeSecrets(ghent, database, world);
  return { ines };
}

async function writePerson(database: DataSource, name: string, { personId, membershipId }: CastMember): Promise<void> {
  const columns = ['given_name', 'family_name', 'email', 'phone', 'locale'].map((column) => `persons.${column}`);
  await database.query(
    'UPDATE persons SET given_name = $2, family_name = $3, email = $4, phone = $5, locale = $6 WHERE id = $1',
    [personId, ...columns.map((column) => canary(column, name))],
  );
  await database.query('UPDATE memberships SET company = $2 WHERE id = $1', [
    membershipId,
    canary('memberships.company', name),
  ]);
  if (name !== 'sara') return;
  await database.query('UPDATE memberships SET hourly_rate_minor = $2 WHERE id = $1', [
    membershipId,
    canary('memberships.hourly_rate_minor', name),
  ]);
}

async function writeRegionAndBoard(
  ghent: Scribe,
  database: DataSource,
  { world, dirk }: { world: World; dirk: CastMember },
): Promise<void> {
  const { sara, pia, ghentRegionId, networkId, ghentId } = world;
  await ghent.write('south', 'regions', {
    network_id: networkId,
    parent_id: ghentRegionId,
    kind: 'region',
    name: 'South',
    created_at: beginning,
  });
  const held = async (text: string, id: string) => (await database.query<{ id: string }[]>(text, [id]))[0]?.id ?? '';
  const directing = `UPDATE region_directors SET ends_on = '2099-01-01' WHERE person_id = $1`;
  await database.query(directing, [dirk.personId]);
  ghent.ids.set('directorship', await held('SELECT id FROM region_directors WHERE person_id = $1', dirk.personId));
  await database.query(`UPDATE offices SET ends_on = '2099-01-01' WHERE membership_id = $1`, [pia.membershipId]);
  ghent.ids.set('presidency', await held('SELECT id FROM offices WHERE membership_id = $1', pia.membershipId));
  ghent.ids.set('rules', await held('SELECT id FROM club_rules WHERE club_id = $1', ghentId));
  ghent.ids.set('country', await held('SELECT parent_id AS id FROM regions WHERE id = $1', ghentRegionId));
  ghent.ids.set('printer', await world.profession('Printer')).set('roofer', await world.profession('Roofer'));
  await ghent.write('education', 'offices', {
    club_id: ghentId,
    membership_id: sara.membershipId,
    name: 'education',
    starts_on: '2026-01-01',
    ends_on: '2026-02-01',
    created_at: beginning,
  });
}

async function writeSecrets(ghent: Scribe, database: DataSource, { sara, vik }: World): Promise<void> {
  const accountOf = async ({ personId }: CastMember) =>
    (await database.query<{ id: string }[]>('SELECT id FROM accounts WHERE person_id = $1', [personId]))[0]?.id;
  const hashes = { [secrets.invitation]: ghent.id('ines'), [secrets.reset]: sara.personId, vik: vik.personId };
  for (const [token, personId] of Object.entries(hashes)) {
    await insertRow(database, 'account_tokens', {
      id: newId(),
      person_id: personId,
      kind: token === secrets.invitation ? 'invitation' : 'password_reset',
      token_hash: token === 'vik' ? Buffer.from(canary('account_tokens.token_hash', 'vik')) : hashToken(token),
      created_at: instant,
      expires_at: '2099-01-01',
    });
  }
  await database.query('UPDATE accounts SET password_hash = $2 WHERE person_id = $1', [
    vik.personId,
    canary('accounts.password_hash', 'vik'),
  ]);
  await database.query('UPDATE sessions SET token_hash = $2, client = $3 WHERE account_id = $1', [
    await accountOf(vik),
    Buffer.from(canary('sessions.token_hash', 'vik')),
    canary('sessions.client', 'vik'),
  ]);
  await ghent.write('session', 'sessions', {
    account_id: await accountOf(sara),
    token_hash: hashToken('the other device of Sara'),
    client: canary('sessions.client', 'sara'),
    created_at: '2026-02-01',
    last_seen_at: '2026-02-01',
    expires_at: '2099-01-01',
  });
  await ghent.write('happening', 'activities', {
    happened_at: '2026-02-01',
    verb: 'person.remembered',
    subject_type: 'person',
    subject_id: sara.personId,
    details: JSON.stringify({ kept: canary('activities.details', 'sara') }),
  });
  await ghent.write('attempt', 'sign_in_attempts', {
    throttle_key: canary('sign_in_attempts.throttle_key', 'sara'),
    attempted_at: instant,
  });
}
