import type { DataSource } from 'typeorm';
import { queryPrepared } from '../platform/prepared.js';
import { idleDays, longestDays } from './session.entity.js';
import { Viewer, type ViewerFacts } from './viewer.js';

/**
 * All there is to know of viewers, in one round trip: the person of each live session with the seats, offices,
 * directed regions and administered networks he has at the instant ($2). "Today" is the club's own civil day.
 * The same trip notes every five minutes that a session is in use, and so puts off its end. It waits for nobody: a
 * session that somebody else is writing is noted the next time.
 */
const signedIn = `
  seen AS (
    UPDATE sessions SET last_seen_at = $2, expires_at = greatest(expires_at,
      least($2::timestamptz + interval '${idleDays} days', created_at + interval '${longestDays} days'))
    WHERE id IN (
      SELECT id FROM sessions
      WHERE token_hash = ANY ($1) AND revoked_at IS NULL AND expires_at > $2
        AND last_seen_at < $2::timestamptz - interval '5 minutes'
      FOR NO KEY UPDATE SKIP LOCKED
    )
  ),
  signed_in AS (
    SELECT encode(s.token_hash, 'hex') AS token_hash, s.id AS session_id, s.account_id, a.person_id
    FROM sessions s JOIN accounts a ON a.id = s.account_id
    WHERE s.token_hash = ANY ($1) AND s.revoked_at IS NULL AND s.expires_at > $2
  )`;

/** The same for a person without a session. */
const actedFor = `
  signed_in AS (
    SELECT '' AS token_hash, '' AS session_id, '' AS account_id, id AS person_id FROM persons WHERE id = $1
  )`;

const viewerText = (who: string): string => `
  WITH RECURSIVE ${who},
  who AS (SELECT DISTINCT person_id FROM signed_in),
  seats AS (
    SELECT v.person_id, m.id AS membership_id, m.club_id, c.network_id,
      ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today
    FROM who v
    JOIN memberships m ON m.person_id = v.person_id
    JOIN clubs c ON c.id = m.club_id
    WHERE m.joined_on <= ($2::timestamptz AT TIME ZONE c.time_zone)::date
      AND (m.left_on IS NULL OR m.left_on > ($2::timestamptz AT TIME ZONE c.time_zone)::date)
  ),
  directed AS (
    SELECT v.person_id, r.id, r.network_id
    FROM who v
    JOIN region_directors d ON d.person_id = v.person_id
    JOIN regions r ON r.id = d.region_id
    WHERE d.starts_on <= $2::date AND (d.ends_on IS NULL OR d.ends_on > $2::date)
    UNION
    SELECT directed.person_id, below.id, below.network_id FROM regions below JOIN directed ON below.parent_id = directed.id
  )
  SELECT
    v.token_hash AS "tokenHash", v.person_id AS "personId", v.account_id AS "accountId", v.session_id AS "sessionId",
    coalesce((SELECT json_agg(json_build_object('membershipId', membership_id, 'clubId', club_id, 'networkId', network_id))
      FROM seats WHERE seats.person_id = v.person_id), '[]') AS seats,
    coalesce((SELECT json_agg(json_build_object('clubId', o.club_id, 'name', o.name))
      FROM seats JOIN offices o ON o.membership_id = seats.membership_id
      WHERE seats.person_id = v.person_id AND o.starts_on <= seats.today AND (o.ends_on IS NULL OR o.ends_on > seats.today)), '[]') AS offices,
    coalesce((SELECT json_agg(json_build_object('id', id, 'networkId', network_id))
      FROM directed WHERE directed.person_id = v.person_id), '[]') AS "directedRegions",
    coalesce((SELECT json_agg(network_id) FROM network_administrators n WHERE n.person_id = v.person_id), '[]')
      AS "administeredNetworkIds"
  FROM signed_in v`;

const text = viewerText(signedIn);

type FoundFacts = Omit<ViewerFacts, 'asOf'>;

/** The viewer of a session token's SHA-256, or null when there is no live session of it. */
export async function findViewer(dataSource: DataSource, tokenHash: Buffer, now: Date): Promise<Viewer | null> {
  const key = tokenHash.toString('hex');
  return (await findViewers(dataSource, [key], now)).get(key) ?? null;
}

/** The viewers of many tokens, by the SHA-256 of each in hexadecimal digits; those that open nothing are left out. */
export async function findViewers(
  dataSource: DataSource,
  tokenHashes: readonly string[],
  now: Date,
): Promise<Map<string, Viewer>> {
  const hashes = tokenHashes.map((hash) => Buffer.from(hash, 'hex'));
  const found = await queryPrepared<(FoundFacts & { tokenHash: string })[]>(dataSource, text, [hashes, now]);
  return new Map(found.map(({ tokenHash, ...facts }) => [tokenHash, new Viewer({ ...facts, asOf: now })]));
}

/** The viewer a person would be at an instant, without a session: for acts Kring performs on somebody's behalf. */
export async function viewerOf(dataSource: DataSource, personId: string, now: Date): Promise<Viewer> {
  const [facts] = await dataSource.query<FoundFacts[]>(viewerText(actedFor), [personId, now]);
  if (!facts) throw new Error(`There is no person ${personId}.`);
  return new Viewer({ ...facts, asOf: now });
}
