import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Passwords } from '../../identity/passwords.js';
import { directorIndex, networkDirectorIndex } from './frame.js';
import { emailOf } from './people.js';

/** Somebody of a world who has an account, with his first seat. */
export interface WorldMember {
  personId: string;
  email: string;
  membershipId: string;
  clubId: string;
}

/** Who shows the world: all of the first club, and so the same ones however large the world is. */
export interface WorldCast {
  /** A member without an office. */
  member: WorldMember;
  /** The president of his club, of its board. */
  president: WorldMember;
  /** The secretary-treasurer. */
  secretary: WorldMember;
  /** Who looks after the region of the club. */
  director: WorldMember & { regionId: string };
  /** Who looks after the network. */
  networkDirector: WorldMember & { regionId: string };
}

const roles = {
  president: 0,
  secretary: 2,
  member: 10,
  director: directorIndex,
  networkDirector: networkDirectorIndex,
};

/** Works for a data source and for a plain connection. */
type Query = <T>(statement: string, parameters: unknown[]) => Promise<T[]>;

const text = `
  SELECT p.id AS "personId", p.email::text AS email, m.id AS "membershipId", m.club_id AS "clubId",
    d.region_id AS "regionId"
  FROM persons p
  JOIN LATERAL (SELECT * FROM memberships WHERE person_id = p.id ORDER BY joined_on, id LIMIT 1) m ON true
  LEFT JOIN region_directors d ON d.person_id = p.id
  WHERE p.email = ANY ($1::citext[])`;

/** Those of a database that holds a world. @throws Error for another database */
export function worldCast(database: DataSource): Promise<WorldCast> {
  return readCast((statement, parameters) => database.query(statement, parameters));
}

async function readCast(query: Query): Promise<WorldCast> {
  const emails = Object.values(roles).map(emailOf);
  const found = await query<WorldMember & { regionId: string }>(text, [emails]);
  const cast = Object.entries(roles).map(([role, index]) => {
    const member = found.find(({ email }) => email === emailOf(index));
    if (!member) throw new Error(`The database holds no world: ${emailOf(index)} is missing.`);
    return [role, member];
  });
  return Object.fromEntries(cast);
}

/**
 * Gives the cast accounts with one password. Nobody else has one: hashing takes time, and who wants to be another
 * member is given an account by an invitation.
 */
export async function addAccounts(client: Client, password: string): Promise<WorldCast> {
  const cast = await readCast(async (statement, parameters) => (await client.query(statement, parameters)).rows);
  const passwords = new Passwords();
  for (const { personId, email } of Object.values(cast) as WorldMember[]) {
    const hash = await passwords.choose(password, email, 'password');
    await client.query(
      `INSERT INTO accounts (id, person_id, password_hash, created_at, password_changed_at)
       VALUES (gen_random_uuid(), $1, $2, now(), now())
       ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, password_changed_at = now()`,
      [personId, hash],
    );
  }
  return cast;
}
