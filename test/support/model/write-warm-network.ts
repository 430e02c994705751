import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { hashToken } from '../../../src/identity/session-token.js';
import { newId } from '../../../src/platform/id.js';
import { type WarmNetwork, zones } from './warm-network.js';

type Row = Record<string, unknown>;

export interface WrittenNetwork {
  people: { id: string; token: string }[];
  /** The keys of the seats, with the place of whose each is. */
  seatOwners: Map<string, number>;
}

const created = '2026-01-01';

/** Inserts rows in one statement; what they do not say is the default of the column. */
export async function insertRows(database: DataSource, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await database.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Writes a random network into the database, beside those that are there. What no rule allows is left out. */
export async function writeWarmNetwork(database: DataSource, network: WarmNetwork): Promise<WrittenNetwork> {
  const people = network.people.map(() => ({ id: newId(), token: randomBytes(32).toString('base64url') }));
  const idOf = (place: number) => people[place]?.id ?? '';
  await writePeople(database, people);
  const clubs = await writeClubs(database, network);
  const seats = network.seats.map((seat) => ({ ...seat, id: newId(), clubId: clubs[seat.club] ?? '' }));
  await insertRows(
    database,
    'memberships',
    await Promise.all(
      seats.map(async ({ id, clubId, person, joinedOn, leftOn }) => ({
        ...{ id, club_id: clubId, person_id: idOf(person), company: 'Seat', joined_on: joinedOn, left_on: leftOn },
        ...{ renews_on: '2099-01-01', created_at: created, profession_id: idOf(person) },
      })),
    ),
  );
  await insertRows(
    database,
    'sharings',
    network.people.flatMap(({ level }, place) =>
      level === null ? [] : [{ id: newId(), person_id: idOf(place), level, changed_at: created }],
    ),
  );
  await insertRows(
    database,
    'one_to_ones',
    network.oneToOnes.map((each) => oneToOneRow(each, idOf)),
  );
  await insertRows(
    database,
    'referrals',
    network.referrals.flatMap(({ giver, receiver, day }) => {
      const [from, to] = [giver, receiver].map((person) => seats.find((seat) => seat.person === person));
      if (!from || !to) throw new Error('A referral is from seat to seat.');
      return {
        ...{ id: newId(), club_id: from.clubId, giver_membership_id: from.id, giver_id: idOf(giver) },
        ...{ receiver_club_id: to.clubId, receiver_membership_id: to.id, receiver_id: idOf(receiver) },
        ...{ need: 'A website', warmth: 3, stage: 'suspect', given_at: day, given_on: day, promised_for: day },
        target_hours: 24,
      };
    }),
  );
  await writeContacts(database, network, idOf);
  return { people, seatOwners: new Map(seats.map(({ id, person }) => [id, person])) };
}

async function writePeople(database: DataSource, people: WrittenNetwork['people']): Promise<void> {
  const of = (make: (person: { id: string; token: string }) => Row) => people.map(make);
  await insertRows(
    database,
    'persons',
    of(({ id }) => ({
      ...{ id, given_name: 'Given', family_name: 'Family', email: `${id}@kring.example`, locale: 'nl-BE' },
      created_at: created,
    })),
  );
  await insertRows(
    database,
    'professions',
    of(({ id }) => ({ id, name: id, created_at: created })),
  );
  await insertRows(
    database,
    'accounts',
    of(({ id }) => ({
      ...{ id, person_id: id, password_hash: 'none', created_at: created, password_changed_at: created },
    })),
  );
  await insertRows(
    database,
    'sessions',
    of(({ id, token }) => ({
      ...{ id, account_id: id, token_hash: `\\x${hashToken(token).toString('hex')}`, client: 'test' },
      ...{ created_at: created, last_seen_at: created, expires_at: '2100-01-01' },
    })),
  );
}

/** @returns the keys of the clubs, by their places */
async function writeClubs(database: DataSource, { clubs }: WarmNetwork): Promise<string[]> {
  const networks = [newId(), newId()];
  await insertRows(
    database,
    'regions',
    networks.map((id) => ({ id, network_id: id, parent_id: null, kind: 'network', name: id, created_at: created })),
  );
  const ids = clubs.map(() => newId());
  await insertRows(
    database,
    'clubs',
    clubs.map(({ zone, isForeign }, place) => ({
      ...{ id: ids[place], network_id: networks[Number(isForeign)], region_id: networks[Number(isForeign)] },
      ...{ name: ids[place], time_zone: zones[zone], locale: 'nl-BE', currency: 'EUR', fee_minor: 0, fee_months: 12 },
      created_at: created,
    })),
  );
  return ids;
}

function oneToOneRow(
  { one, other, day, isHeld }: WarmNetwork['oneToOnes'][number],
  idOf: (place: number) => string,
): Row {
  const held = { held_on: day, recorded_by_id: idOf(one), recorded_at: created };
  const open = { held_on: null, recorded_by_id: null, recorded_at: null };
  return {
    ...{ id: newId(), proposer_id: idOf(one), partner_id: idOf(other), state: isHeld ? 'held' : 'proposed' },
    ...{ proposed_at: created, created_at: created, ...(isHeld ? held : open) },
  };
}

async function writeContacts(
  database: DataSource,
  network: WarmNetwork,
  idOf: (place: number) => string,
): Promise<void> {
  const ids = network.contacts.map(() => newId());
  const merged = (owner: number, self: number) =>
    network.contacts.findIndex((other, place) => other.owner === owner && place !== self);
  await insertRows(
    database,
    'contacts',
    network.contacts.map(({ owner, name, email, phone, person, role, place, strength, spokenOn, fate }, self) => {
      const details = { name, email, phone, role, place, strength, last_spoken_on: spokenOn };
      const none = Object.fromEntries(Object.keys(details).map((column) => [column, null]));
      return {
        ...{ id: ids[self], owner_id: idOf(owner), person_id: person === null ? null : idOf(person) },
        ...(fate === 'erased' ? none : details),
        ...{ is_private: fate === 'private', erased_at: fate === 'erased' ? created : null, created_at: created },
        merged_into_id: fate === 'merged' ? ids[merged(owner, self)] : null,
      };
    }),
  );
  await insertRows(
    database,
    'introductions',
    network.introductions.map(({ by, of, asker, recorder, beneficiary }) => ({
      ...{ id: newId(), introduced_contact_id: ids[of], introducer_contact_id: ids[by], asker_id: idOf(asker) },
      ...{ beneficiary_id: idOf(beneficiary), root_id: idOf(asker), degree: 3, happened_on: created },
      ...{ recorded_by_id: idOf(recorder), recorded_at: created, outcome_back: true },
      ...{ consent_basis: 'none_yet', consent_by_id: idOf(recorder), consent_at: created },
    })),
  );
}
