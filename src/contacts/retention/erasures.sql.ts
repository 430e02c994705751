import type { EntityManager } from 'typeorm';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';

export interface Erasure {
  contactId: string;
  /** The civil day, in UTC, from which on his details are erased. */
  erasesOn: string;
}

/** So many days before the details of his contacts are erased an owner is told. */
export const noticeDays = 30;

/** Of a contact and those merged into it: what was recorded with one as introduced or introducing. */
const lastRecorded = `
  SELECT max(happened.at) AS at FROM (
    SELECT recorded_at AS at FROM introductions WHERE introduced_contact_id = ANY (book.ids)
    UNION ALL
    SELECT recorded_at FROM introductions WHERE introducer_contact_id = ANY (book.ids)
    UNION ALL
    SELECT recorded_at FROM deals WHERE buyer_contact_id = ANY (book.ids)
    UNION ALL
    SELECT d.recorded_at FROM introductions i JOIN deals d ON d.origin_id = i.id
    WHERE i.introduced_contact_id = ANY (book.ids)
  ) happened`;

/**
 * When each contact is to be erased; those that are not to be are left out. A contact is to be erased when there was a
 * referral about it and all of them are closed: the day after the retention time of the receiver's club has passed
 * since the last that happened with it. Of several clubs the longest time counts. A version of the rules that has ended
 * counts for 30 days more, so that nobody's address book is emptied before he could be told.
 *
 * Contacts without a referral are the member's own address book. It reads the tables of later modules, because there
 * stands what happened with a contact.
 */
export const erasures = `
  SELECT c.id AS contact_id, c.owner_id, referred.club_ids, kept.erases_on
  FROM contacts c
  CROSS JOIN LATERAL (
    SELECT array_agg(same.id) AS ids, max(same.last_spoken_on) AS spoken_on
    FROM contacts same WHERE same.id = c.id OR same.merged_into_id = c.id
  ) book
  CROSS JOIN LATERAL (
    SELECT bool_and(r.stage IN ('customer', 'lost', 'declined')) AS closed, max(moves.at) AS at,
      array_agg(DISTINCT r.receiver_club_id) AS club_ids
    FROM introductions i
    JOIN referrals r ON r.introduction_id = i.id
    CROSS JOIN LATERAL (SELECT max(moved_at) AS at FROM referral_moves WHERE referral_id = r.id) moves
    WHERE i.introduced_contact_id = ANY (book.ids)
  ) referred
  CROSS JOIN LATERAL (${lastRecorded}) recorded
  CROSS JOIN LATERAL (
    SELECT greatest((greatest(referred.at, recorded.at) AT TIME ZONE 'UTC')::date, book.spoken_on) AS day
  ) last
  CROSS JOIN LATERAL (
    SELECT max(least((last.day + make_interval(months => rules.contact_retention_months))::date + 1, later.day + ${noticeDays}))
      AS erases_on
    FROM club_rules rules
    CROSS JOIN LATERAL (
      SELECT min(valid_from) AS day FROM club_rules WHERE club_id = rules.club_id AND version > rules.version
    ) later
    WHERE rules.club_id = ANY (referred.club_ids)
  ) kept
  WHERE c.merged_into_id IS NULL AND c.erased_at IS NULL AND referred.closed`;

/** Those that could be among them at all: it keeps the daily look from going through every address book. */
const referred = `
  c.id IN (
    SELECT coalesce(row.merged_into_id, row.id)
    FROM referrals r JOIN introductions i ON i.id = r.introduction_id JOIN contacts row ON row.id = i.introduced_contact_id
  )`;

/** All erasures up to a day ($1). */
export const erasuresUpTo = `
  SELECT contact_id, owner_id, club_ids, erases_on FROM (${erasures} AND ${referred}) erasure WHERE erases_on <= $1`;

/** The next so many contacts to erase on a day, in the order of their keys, after a key. */
export async function dueContacts(
  manager: EntityManager,
  { day, after, limit }: { day: string; after: string; limit: number },
): Promise<string[]> {
  const text = `SELECT contact_id AS id FROM (${erasuresUpTo}) due WHERE contact_id > $2 ORDER BY contact_id LIMIT $3`;
  const rows = await manager.query<{ id: string }[]>(text, [day, after, limit]);
  return rows.map((row) => row.id);
}

/** Locks contacts against whatever would put their erasure off, and answers those that are still to be erased. */
export async function lockDueContacts(manager: EntityManager, contactIds: string[], day: string): Promise<string[]> {
  await manager.query('SELECT FROM contacts WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [contactIds]);
  const text = `SELECT contact_id AS id FROM (${erasures} AND c.id = ANY ($2)) due WHERE erases_on <= $1`;
  const rows = await manager.query<{ id: string }[]>(text, [day, contactIds]);
  return rows.map((row) => row.id);
}

/** By the contact's id; null when no day is set. */
export const erasureDays: LoaderDeclaration<string> = async (contactIds, dataSource) => {
  const text = `SELECT contact_id AS "contactId", erases_on::text AS "erasesOn" FROM (${erasures} AND c.id = ANY ($1)) erasure`;
  const rows = await dataSource.query<Erasure[]>(text, [contactIds]);
  return new Map(rows.map((row) => [row.contactId, row.erasesOn]));
};

const ofOwner = `
  WITH erasure AS (SELECT contact_id, erases_on FROM (${erasures} AND c.owner_id = $1) all_of_his WHERE erases_on <= $2)`;

/** The next so many erasures in an address book up to a day, after a day and a key. */
export function erasurePage(
  manager: EntityManager,
  { ownerId, until }: { ownerId: string; until: string },
  page: { after: [string, string] | null; limit: number },
): Promise<Erasure[]> {
  const [day, contactId] = page.after ?? [null, null];
  const text = `${ofOwner}
    SELECT contact_id AS "contactId", erases_on::text AS "erasesOn" FROM erasure
    WHERE $3::date IS NULL OR (erases_on, contact_id) > ($3, $4::uuid)
    ORDER BY erases_on, contact_id LIMIT $5`;
  return manager.query<Erasure[]>(text, [ownerId, until, day, contactId, page.limit]);
}

export async function countErasures(manager: EntityManager, ownerId: string, until: string): Promise<number> {
  const text = `${ofOwner} SELECT count(*)::int AS count FROM erasure`;
  const [row] = await manager.query<{ count: number }[]>(text, [ownerId, until]);
  return row?.count ?? 0;
}

export interface DueInClub {
  clubName: string;
  contacts: number;
}

/** How many are to be erased on a day, by the club whose member received a referral; a contact counts in each. */
export function dueByClub(manager: EntityManager, day: string): Promise<DueInClub[]> {
  const text = `
    SELECT clubs.name AS "clubName", count(*)::int AS contacts
    FROM (${erasuresUpTo}) due JOIN clubs ON clubs.id = ANY (due.club_ids)
    GROUP BY clubs.id ORDER BY clubs.name, clubs.id`;
  return manager.query<DueInClub[]>(text, [day]);
}
