import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import { shareInterval } from '../src/reports/return/indirect-share.js';
import { byDegree, byMonth, fromReferrals, received } from './plain-report.sql.js';
import { tellUsage } from './tell-usage.js';

/**
 * The floor: the same answers from bare node:http and pg with prepared statements, and nothing else. It knows who asks
 * by his session, as it must; it has no limits, no policies and no schema, and checks nothing.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
type Row = Record<string, unknown>;
type Asked = Record<string, string>;

const rows = async (name: string, text: string, values: unknown[]): Promise<Row[]> =>
  (await pool.query<Row>({ name, text, values })).rows;

async function whoAsks(request: IncomingMessage): Promise<string> {
  const token = (request.headers.authorization ?? '').slice('Bearer '.length);
  const [viewer] = await rows(
    'viewer',
    `SELECT a.person_id FROM sessions s JOIN accounts a ON a.id = s.account_id
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
    [createHash('sha256').update(token).digest()],
  );
  if (!viewer) throw new Error('Nobody is signed in.');
  return String(viewer.person_id);
}

async function member(_: string, { id }: Asked) {
  const [row] = await rows(
    'member',
    `SELECT m.id, m.company, m.joined_on::text AS "joinedOn", m.renews_on::text AS "renewsOn", p.id AS "personId",
       p.given_name AS "givenName", p.family_name AS "familyName", p.email, p.phone, f.name AS profession, c.name AS club
     FROM memberships m JOIN persons p ON p.id = m.person_id JOIN professions f ON f.id = m.profession_id
       JOIN clubs c ON c.id = m.club_id
     WHERE m.id = $1`,
    [id],
  );
  return { membership: row };
}

async function referrals(personId: string) {
  const found = await rows(
    'referrals',
    `SELECT r.id, r.need, r.stage, r.warmth, r.given_at::text AS "givenAt",
       g.given_name AS "giverGiven", g.family_name AS "giverFamily",
       v.given_name AS "receiverGiven", v.family_name AS "receiverFamily", c.name AS contact
     FROM referrals r JOIN persons g ON g.id = r.giver_id JOIN persons v ON v.id = r.receiver_id
       LEFT JOIN introductions i ON i.id = r.introduction_id
       LEFT JOIN contacts c ON c.id = i.introduced_contact_id
     WHERE r.receiver_id = $1 ORDER BY r.given_at DESC, r.id DESC LIMIT 51`,
    [personId],
  );
  const nodes = found.slice(0, 50).map(({ giverGiven, giverFamily, receiverGiven, receiverFamily, ...referral }) => ({
    ...referral,
    giver: { givenName: giverGiven, familyName: giverFamily },
    receiver: { givenName: receiverGiven, familyName: receiverFamily },
  }));
  return { nodes, hasNextPage: found.length > 50 };
}

async function report(_: string, { seatId, from, to, beforeFrom, beforeTo }: Asked) {
  const inPeriod = async (first: unknown, last: unknown) => {
    const values = [seatId, first, last];
    const [degrees, months, referred, [counts]] = await Promise.all([
      rows('byDegree', byDegree, values),
      rows('byMonth', byMonth, values),
      rows('fromReferrals', fromReferrals, values),
      rows('received', received, values),
    ]);
    const units = degrees
      .filter(({ degree }) => degree !== null)
      .flatMap(({ degree, amounts }) =>
        (amounts as number[]).map((amountMinor) => ({ amountMinor, indirect: Number(degree) > 1 })),
      );
    return { degrees, months, referred, ...counts, interval: units.length >= 10 ? shareInterval(units) : null };
  };
  const [current, before] = await Promise.all([inPeriod(from, to), inPeriod(beforeFrom, beforeTo)]);
  return { ...current, before };
}

/** What the server writes for a referral about a contact: key, introduction, consent, referral, move, two activities. */
async function give(personId: string, { clubId, receiverSeatId, contactId, key, need }: Asked) {
  const client = await pool.connect();
  const run = async (name: string, text: string, values: unknown[]) =>
    (await client.query<Row>({ name, text, values })).rows[0];
  try {
    await client.query('BEGIN');
    await run(
      'key',
      `INSERT INTO idempotency_keys (person_id, key, act, input_hash, created_at) VALUES ($1, $2, 'giveReferral', $3, now())`,
      [
        personId,
        key,
        createHash('sha256')
          .update(JSON.stringify([clubId, receiverSeatId, contactId, need]))
          .digest(),
      ],
    );
    const ends = await run(
      'ends',
      `SELECT g.id AS giver_seat, r.club_id AS receiver_club, r.person_id AS receiver
       FROM memberships g, memberships r
       WHERE g.club_id = $1 AND g.person_id = $2 AND g.left_on IS NULL AND r.id = $3`,
      [clubId, personId, receiverSeatId],
    );
    const [introduction, referral] = [v7(), v7()];
    await run(
      'introduction',
      `INSERT INTO introductions (id, beneficiary_id, introduced_contact_id, introducer_id, root_id, degree, happened_on,
         recorded_by_id, recorded_at, consent_basis, consent_by_id, consent_at)
       VALUES ($1, $2, $3, $4, $4, 2, current_date, $4, now(), 'asked_and_agreed', $4, now())`,
      [introduction, ends?.receiver, contactId, personId],
    );
    await run(
      'consent',
      `INSERT INTO consents (id, introduction_id, kind, basis, details_forward, outcome_back, stated_by_id, stated_at)
       VALUES ($1, $2, 'stated', 'asked_and_agreed', true, true, $3, now())`,
      [v7(), introduction, personId],
    );
    const activity = `INSERT INTO activities (id, happened_at, actor_id, verb, subject_type, subject_id, club_id, details)
      VALUES ($1, now(), $2, $3, $4, $5, $6, '{}')`;
    await run('activity', activity, [v7(), personId, 'introduction.recorded', 'introduction', introduction, clubId]);
    await run(
      'referral',
      `INSERT INTO referrals (id, club_id, giver_membership_id, giver_id, receiver_club_id, receiver_membership_id,
         receiver_id, introduction_id, need, warmth, stage, given_at, given_on, promised_for, target_hours)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 3, 'suspect', now(), current_date, now() + interval '24 hours', 24)`,
      [
        referral,
        clubId,
        ends?.giver_seat,
        personId,
        ends?.receiver_club,
        receiverSeatId,
        ends?.receiver,
        introduction,
        need,
      ],
    );
    await run(
      'move',
      `INSERT INTO referral_moves (id, referral_id, to_stage, moved_at, moved_by_id) VALUES ($1, $2, 'suspect', now(), $3)`,
      [v7(), referral, personId],
    );
    await run('activity', activity, [v7(), personId, 'referral.given', 'referral', referral, clubId]);
    await run('done', 'UPDATE idempotency_keys SET subject_id = $3 WHERE person_id = $1 AND key = $2', [
      personId,
      key,
      referral,
    ]);
    await client.query('COMMIT');
    return { referral: { id: referral, stage: 'suspect' } };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const operations: Record<string, (personId: string, asked: Asked) => Promise<unknown>> = {
  '/member': member,
  '/referrals': referrals,
  '/report': report,
  '/give': give,
};

const server = createServer(async (request, response) => {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
    const answer = await operations[request.url ?? '']?.(await whoAsks(request), asked);
    response.setHeader('content-type', 'application/json').setHeader('x-request-id', randomUUID());
    response.end(JSON.stringify({ data: answer }));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => tellUsage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
