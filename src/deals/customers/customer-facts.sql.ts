import type { EntityManager } from 'typeorm';
import { sameHuman } from '../../contacts/same-human.sql.js';
import { netAmount } from '../net-amount.sql.js';
import type { CustomerQuestionOutcome } from './customer-question.entity.js';

/** One of the two is set. */
interface PartyRow {
  contactId: string | null;
  personId: string | null;
}

export interface SaleRow extends PartyRow {
  id: string;
  originId: string | null;
  closedOn: string;
  currency: string;
  /** With all adjustments. */
  netMinor: string;
  /** The day it is in the club of the deal, and the window of the rules in force there. */
  today: string;
  formerAfterMonths: number;
}

export interface IntroductionRow extends PartyRow {
  id: string;
  introducerId: string | null;
  introducerContactId: string | null;
  happenedOn: string;
  isAccepted: boolean;
  /** Whether the seller sees who was introduced when it is a person (introductions.policy.ts, canSeeIntroduced). */
  isSeen: boolean;
  /** Whether no referral of it was lost or declined. */
  isOpen: boolean;
}

export interface InsideReferralRow {
  id: string;
  giverId: string;
  givenOn: string;
}

export interface QuestionRow extends PartyRow {
  askedOn: string;
  outcome: CustomerQuestionOutcome;
  until: string | null;
  note: string | null;
}

export interface ContactRow {
  id: string;
  personId: string | null;
  /** The contact that stands for it; for contacts of the seller's own book alone. */
  mergedIntoId: string | null;
  isErased: boolean;
}

/** All that a seller's customers are derived from. Nothing in it is of another seller. */
export interface CustomerFacts {
  /** By day. */
  sales: SaleRow[];
  /** As they were accepted, the first first; those not accepted yet at the end. */
  introductions: IntroductionRow[];
  insideReferrals: InsideReferralRow[];
  /** As they were answered. */
  questions: QuestionRow[];
  /** Everybody of the above who is a contact. */
  contacts: ContactRow[];
  /** Which of these contacts are the same human. */
  alike: { id: string; otherId: string }[];
}

/** $1 is the seller, $2 the instant. Likenesses are looked for among those he has to do with, and nowhere else. */
const text = `
  WITH RECURSIVE sales AS (
    SELECT d.id, d.buyer_contact_id AS contact_id, d.buyer_person_id AS person_id, d.origin_id, d.closed_on, d.currency,
      ${netAmount('d')} AS net,
      here.today, rules.former_customer_after_months AS months
    FROM deals d
    JOIN clubs c ON c.id = d.club_id
    CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today) here
    CROSS JOIN LATERAL (
      SELECT r.former_customer_after_months FROM club_rules r WHERE r.club_id = c.id
      ORDER BY r.valid_from > here.today, CASE WHEN r.valid_from > here.today THEN r.version ELSE -r.version END
      LIMIT 1
    ) rules
    WHERE d.seller_id = $1
  ),
  brought AS (
    SELECT i.*, coalesce(r.stage NOT IN ('lost', 'declined'), true) AS is_open,
      i.recorded_by_id = $1 OR (
        i.consent_basis <> 'none_yet' AND (i.consent_expires_at IS NULL OR i.consent_expires_at > $2)
      ) AS is_seen
    FROM introductions i LEFT JOIN referrals r ON r.introduction_id = i.id
    WHERE i.beneficiary_id = $1
  ),
  inside AS (
    SELECT id, giver_id, given_on FROM referrals
    WHERE receiver_id = $1 AND introduction_id IS NULL AND stage NOT IN ('lost', 'declined')
  ),
  asked AS (SELECT * FROM customer_questions WHERE seller_id = $1),
  book AS (
    SELECT c.id, c.merged_into_id, c.owner_id FROM contacts c WHERE c.id IN (
      SELECT contact_id FROM sales UNION SELECT introduced_contact_id FROM brought
      UNION SELECT introducer_contact_id FROM brought UNION SELECT contact_id FROM asked
    )
    UNION
    SELECT c.id, c.merged_into_id, c.owner_id FROM book JOIN contacts c ON c.id = book.merged_into_id
    WHERE book.owner_id = $1
  ),
  alike AS (
    SELECT c.id, same.id AS other_id FROM book JOIN contacts c ON c.id = book.id
    JOIN contacts same ON ${sameHuman('c', 'same')}
    WHERE same.id <> c.id AND same.id IN (SELECT id FROM book)
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', id, 'contactId', contact_id, 'personId', person_id,
       'originId', origin_id, 'closedOn', closed_on, 'currency', currency, 'netMinor', net::text, 'today', today,
       'formerAfterMonths', months) ORDER BY closed_on, id), '[]') FROM sales) AS sales,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'contactId', introduced_contact_id,
       'personId', introduced_person_id, 'introducerId', introducer_id, 'introducerContactId', introducer_contact_id,
       'happenedOn', happened_on, 'isAccepted', accepted_at IS NOT NULL, 'isSeen', is_seen, 'isOpen', is_open)
       ORDER BY accepted_at, recorded_at, id), '[]') FROM brought) AS introductions,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'giverId', giver_id, 'givenOn', given_on)), '[]')
     FROM inside) AS "insideReferrals",
    (SELECT coalesce(json_agg(json_build_object('contactId', contact_id, 'personId', person_id, 'askedOn', asked_on,
       'outcome', outcome, 'until', until, 'note', note) ORDER BY answered_at, id), '[]') FROM asked) AS questions,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'personId', c.person_id,
       'mergedIntoId', CASE WHEN c.owner_id = $1 THEN c.merged_into_id END, 'isErased', c.erased_at IS NOT NULL)), '[]')
     FROM book JOIN contacts c USING (id)) AS contacts,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'otherId', other_id)), '[]') FROM alike) AS alike`;

/** What the customers of one seller are derived from, at an instant, in one statement. */
export async function customerFacts(manager: EntityManager, sellerId: string, asOf: Date): Promise<CustomerFacts> {
  const [facts] = await manager.query<CustomerFacts[]>(text, [sellerId, asOf]);
  if (!facts) throw new Error('A statement without a FROM has one row.');
  return facts;
}
