import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { companies, places, professions, roles } from './words.js';

export interface WorldSize {
  members: number;
  contactsPerMember: number;
}

const membersPerClub = 30;
const clubsPerChunk = 50;
/** One member in so many has a second seat, in the next club. */
const twoSeats = 25;

/** A number from 0 below `below` that is the same for the same row: PostgreSQL's own hash spreads it. */
const draw = (row: string, salt: number, below: number | string) =>
  `(abs(hashint8extended((${row})::bigint, ${salt})) % ${below})`;
const pick = (words: readonly string[], row: string, salt: number) =>
  `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])[1 + ${draw(row, salt, words.length)}]`;
const id = (kind: string, row: string) => `md5('${kind} ' || (${row}))::uuid`;

/** Tables that are filled without their indexes and foreign keys, which are made anew when all is in. */
const large = ['contacts'];

/**
 * Fills an empty, migrated database with a network of clubs of thirty, in which one member in twenty-five sits in two
 * clubs, members met for one-to-ones, some of them across clubs, and everybody keeps an address book and shares it
 * more or less. Everything follows from its number: the same size gives the same world.
 * @param tell called with the clubs filled so far
 */
export async function fillWorld(
  url: string,
  size: WorldSize,
  tell: (done: number, all: number) => void,
): Promise<void> {
  const clubs = Math.ceil(size.members / membersPerClub);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(frame(clubs));
    const restore = await takeApart(client);
    const chunks = Array.from({ length: Math.ceil(clubs / clubsPerChunk) }, (_, index) => index * clubsPerChunk);
    for (const from of chunks) {
      await client.query(`BEGIN; ${chunk(from, Math.min(from + clubsPerChunk, clubs), clubs, size)}; COMMIT`);
      tell(Math.min(from + clubsPerChunk, clubs), clubs);
    }
    await client.query(`BEGIN; ${ties(clubs)}; COMMIT`);
    await client.query(restore);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** Network, professions and clubs. */
function frame(clubs: number): string {
  return `BEGIN;
    INSERT INTO regions (id, network_id, parent_id, kind, name, created_at)
      VALUES (${id('network', '1')}, ${id('network', '1')}, NULL, 'network', 'Benchmark', '2020-01-01');
    INSERT INTO regions (id, network_id, parent_id, kind, name, created_at)
      SELECT ${id('region', 'n')}, ${id('network', '1')}, ${id('network', '1')}, 'region', 'Region ' || n, '2020-01-01'
      FROM generate_series(0, ${Math.ceil(clubs / 100)}) n;
    INSERT INTO professions (id, name, created_at)
      SELECT ${id('profession', 'n')}, 'Profession ' || n, '2020-01-01' FROM generate_series(0, ${membersPerClub + 1}) n;
    INSERT INTO clubs (id, network_id, region_id, name, time_zone, locale, currency, fee_minor, fee_months, created_at)
      SELECT ${id('club', 'n')}, ${id('network', '1')}, ${id('region', 'n / 100')}, 'Club ' || n, 'Europe/Brussels',
        'nl-BE', 'EUR', 100000, 12, '2020-01-01' FROM generate_series(0, ${clubs - 1}) n;
  COMMIT`;
}

/** The members of some clubs with accounts, seats and address books. */
function chunk(from: number, to: number, clubs: number, { contactsPerMember }: WorldSize): string {
  const members = `generate_series(${from * membersPerClub}, ${to * membersPerClub - 1}) n`;
  const contact = `n * ${contactsPerMember}::bigint + k`;
  const seat = (of: string, seatId: string, club: string, profession: string) => `
    INSERT INTO memberships (id, club_id, person_id, profession_id, company, joined_on, renews_on, created_at)
      SELECT ${seatId}, ${club}, ${id('person', 'n')}, ${profession}, 'Company ' || n, '2021-01-01', '2027-01-01',
        '2021-01-01' FROM ${of}`;
  return `
    INSERT INTO persons (id, given_name, family_name, email, locale, created_at)
      SELECT ${id('person', 'n')}, 'Member', n::text, n || '@member.example', 'nl-BE', '2021-01-01' FROM ${members};
    ${seat(members, id('seat', 'n'), id('club', `n / ${membersPerClub}`), id('profession', `n % ${membersPerClub}`))};
    ${seat(
      `${members} WHERE n % ${twoSeats} = 7`,
      id('second seat', 'n'),
      id('club', `(n / ${membersPerClub} + 1) % ${clubs}`),
      id('profession', `${membersPerClub} + (n % ${membersPerClub}) / ${twoSeats}`),
    )};
    INSERT INTO contacts (id, owner_id, name, company, role, email, profession, place, strength, last_spoken_on,
      is_private, created_at)
      SELECT ${id('contact', contact)}, ${id('person', 'n')}, 'Contact ' || ${draw(contact, 1, 9_000_000)},
        ${pick(companies, contact, 2)} || ' ' || ${draw(contact, 3, 50_000)}, ${pick(roles, contact, 4)},
        ${draw(contact, 5, 12_000_000)} || '@contact.example', ${pick(professions, contact, 6)},
        ${pick(places, contact, 7)},
        (ARRAY['weak', 'familiar', 'strong', NULL])[1 + ${draw(contact, 8, 4)}]::acquaintance_strength,
        CASE WHEN ${draw(contact, 9, 3)} = 0 THEN date '2026-01-01' - ${draw(contact, 10, 700)}::int END,
        ${draw(contact, 11, 10)} = 0, '2025-01-01'
      FROM ${members}, generate_series(0, ${contactsPerMember - 1}) k`;
}

/** Who met whom: everybody four members of his own club and two of others. */
function ties(clubs: number): string {
  const all = clubs * membersPerClub;
  const club = `n / ${membersPerClub} * ${membersPerClub}`;
  const own = `${club} + (n % ${membersPerClub} + 1 + k * 5) % ${membersPerClub}`;
  const other = `(n + ${membersPerClub} + ${draw(`n * 10 + k`, 21, all - 2 * membersPerClub)}) % ${all}`;
  return `
    INSERT INTO one_to_ones (id, proposer_id, partner_id, state, held_on, recorded_by_id, recorded_at, created_at)
      SELECT ${id('meeting of two', `n * 10 + k`)}, ${id('person', 'n')},
        ${id('person', `CASE WHEN k < 4 THEN ${own} ELSE ${other} END`)}, 'held',
        date '2026-11-01' - ${draw(`n * 10 + k`, 22, 600)}::int, ${id('person', 'n')}, '2026-11-02', '2025-01-01'
      FROM generate_series(0, ${all - 1}) n, generate_series(0, 5) k
      ON CONFLICT DO NOTHING`;
}

/** Drops indexes and foreign keys of the large tables; the answer makes them again. */
async function takeApart(client: Client): Promise<string> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
        format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
      FROM pg_constraint WHERE conrelid = ANY ($1::regclass[]) AND contype = 'f'
      UNION ALL
      SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index WHERE indrelid = ANY ($1::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
    [large],
  );
  await client.query(rows.map(({ drop }) => drop).join('; '));
  return rows.map(({ make }) => make).join('; ');
}

/** Whether the database has its world, whole: the ties are what is filled last. */
export async function isFilled(database: DataSource): Promise<boolean> {
  const [row] = await database.query<{ filled: boolean }[]>('SELECT EXISTS (SELECT FROM one_to_ones) AS filled');
  return row?.filled ?? false;
}

/** Of ten members six share with the network, two with their fellows, and two with nobody. */
export async function shareAll(database: DataSource): Promise<void> {
  await database.query(`
    INSERT INTO sharings (id, person_id, level, changed_at)
      SELECT gen_random_uuid(), id, (CASE WHEN draw < 6 THEN 'network' ELSE 'fellows' END)::sharing_level, '2025-01-01'
      FROM (SELECT id, ${draw(`('x' || left(id::text, 8))::bit(32)::int`, 31, 10)} AS draw FROM persons) p
      WHERE draw < 8
      ON CONFLICT DO NOTHING`);
  await database.query('ANALYZE sharings');
}
