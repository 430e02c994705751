import type { EntityManager } from 'typeorm';
import { sameContact, sameHuman } from './same-human.sql.js';

/** Contacts with all that stand for them in the same book since they were merged, $1 holding some of them. */
const family = `
  WITH family AS (
    SELECT DISTINCT one.id FROM contacts c JOIN contacts one ON ${sameContact('c', 'one')} WHERE c.id = ANY ($1)
  )`;

/**
 * How often the same human had come before each of his visits is told by his address and number. Before these go it is
 * kept as a number, so that the counts of a club stay what they were.
 */
const keepCounts = `
  ${family},
  likeness AS (
    SELECT DISTINCT other.id
    FROM family JOIN contacts c ON c.id = family.id
    JOIN contacts other ON ${sameHuman('c', 'other')}
  )
  UPDATE visitors v SET earlier_visits = (
    SELECT count(DISTINCT e.id)
    FROM contacts c
    JOIN contacts same ON ${sameHuman('c', 'same')}
    JOIN visitors visit ON visit.contact_id = same.id AND visit.club_id = v.club_id AND visit.came_at IS NOT NULL
    JOIN meetings e ON e.id = visit.meeting_id AND e.state <> 'cancelled'
    WHERE c.id = v.contact_id AND e.id <> v.meeting_id
      AND e.starts_at < (SELECT starts_at FROM meetings WHERE id = v.meeting_id)
  )
  WHERE v.contact_id IN (SELECT id FROM likeness) AND v.earlier_visits IS NULL`;

const erase = `
  ${family}
  UPDATE contacts SET name = NULL, company = NULL, role = NULL, email = NULL, phone = NULL, profession = NULL,
    place = NULL, strength = NULL, last_spoken_on = NULL, person_id = NULL, erased_at = $2
  WHERE id IN (SELECT id FROM family) AND erased_at IS NULL`;

/** What sellers noted of him as a customer. */
const forgetNotes = `
  ${family}
  UPDATE customer_questions SET note = NULL WHERE contact_id IN (SELECT id FROM family) AND note IS NOT NULL`;

const revokeLinks = `
  ${family}
  UPDATE contact_links SET revoked_at = $2 WHERE contact_id IN (SELECT id FROM family) AND revoked_at IS NULL`;

/**
 * Erases all that is held of contacts, also of those merged with them, and ends their links. Their places in
 * introductions, deals and visits stay, without them: degrees and sums are what they were. Called with the contacts
 * locked; whoever calls records the activity. Erasing again changes nothing.
 */
export async function eraseContacts(manager: EntityManager, contactIds: string[], now: Date): Promise<void> {
  await manager.query(keepCounts, [contactIds]);
  await manager.query(erase, [contactIds, now]);
  await manager.query(forgetNotes, [contactIds]);
  await manager.query(revokeLinks, [contactIds, now]);
}

export function eraseContact(manager: EntityManager, contactId: string, now: Date): Promise<void> {
  return eraseContacts(manager, [contactId], now);
}
