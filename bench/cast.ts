import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { hashToken } from '../src/identity/session-token.js';
import { newId } from '../src/platform/id.js';

/** Who asks in the comparison, and about what. */
export interface Cast {
  /** A session of the member. */
  token: string;
  personId: string;
  clubId: string;
  seatId: string;
  /** A seat of a fellow member. */
  fellowSeatId: string;
  /** Seats he can give a referral to, and his contacts he can give. */
  receiverSeatIds: string[];
  contactIds: string[];
  /** The twelve months up to the last deal of his club. */
  period: { from: string; to: string };
}

/** The member with the median number of referrals received, among some drawn over the whole world, who keeps contacts. */
const memberText = `
  SELECT m.id AS "seatId", m.person_id AS "personId", m.club_id AS "clubId"
  FROM (SELECT * FROM memberships WHERE left_on IS NULL ORDER BY md5(id::text) LIMIT 99) m
  JOIN LATERAL (SELECT count(*) AS received FROM referrals r WHERE r.receiver_membership_id = m.id) r ON true
  WHERE EXISTS (SELECT FROM contacts c WHERE c.owner_id = m.person_id)
  ORDER BY r.received >= 50 DESC, r.received, m.id
  LIMIT 1`;

export async function findCast(database: DataSource): Promise<Cast> {
  const [member] = await database.query<{ seatId: string; personId: string; clubId: string }[]>(memberText);
  if (!member) throw new Error('Nobody in this world keeps contacts.');
  const { seatId, personId, clubId } = member;
  const ids = async (text: string, values: unknown[]) =>
    (await database.query<{ id: string }[]>(text, values)).map(({ id }) => id);
  const [fellowSeatId = ''] = await ids(
    'SELECT id FROM memberships WHERE club_id = $1 AND person_id <> $2 AND left_on IS NULL ORDER BY id LIMIT 1',
    [clubId, personId],
  );
  const receiverSeatIds = await ids(
    `SELECT id FROM (SELECT id, person_id FROM memberships WHERE left_on IS NULL ORDER BY md5(id::text) LIMIT 400) m
     WHERE person_id <> $1`,
    [personId],
  );
  const contactIds = await ids(
    'SELECT id FROM contacts WHERE owner_id = $1 AND person_id IS NULL AND merged_into_id IS NULL AND erased_at IS NULL ORDER BY id LIMIT 50',
    [personId],
  );
  const [{ to, from }] = await database.query<[{ from: string; to: string }]>(
    `SELECT max(closed_on)::text AS to, (max(closed_on) - interval '1 year' + interval '1 day')::date::text AS from
     FROM deals WHERE club_id = $1`,
    [clubId],
  );
  const token = await signIn(database, personId);
  return { token, personId, clubId, seatId, fellowSeatId, receiverSeatIds, contactIds, period: { from, to } };
}

/** A session for a person, whether or not he had an account. @returns its token */
export async function signIn(database: DataSource, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const [{ id }] = await database.query<[{ id: string }]>(
    `INSERT INTO accounts (id, person_id, password_hash, created_at, password_changed_at) VALUES ($1, $2, '-', now(), now())
     ON CONFLICT (person_id) DO UPDATE SET password_hash = accounts.password_hash RETURNING id`,
    [newId(), personId],
  );
  await database.query(
    `INSERT INTO sessions (id, account_id, token_hash, client, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, 'bench', now(), now(), now() + interval '1 day')`,
    [newId(), id, hashToken(token)],
  );
  return token;
}
