import type { EntityManager } from 'typeorm';
import type { ConsentBasis } from '../introduction.entity.js';

/** Which introductions of contacts ($1), and a page of them. */
export interface HeldQuery {
  /** The rows that stand for the contact. */
  contactIds: string[];
  /** The civil day by which seats are told. */
  today: string;
  /** Only this one; null for all. */
  introductionId?: string;
  /** Only those recorded before this one, by its key. */
  before?: string | null;
  /** How many at most; null for all. */
  limit?: number;
}

/** An introduction, as far as whom it is about is told. */
export interface HeldIntroductionRow {
  id: string;
  beneficiaryName: string;
  beneficiaryProfession: string | null;
  beneficiaryClub: string | null;
  introducerName: string | null;
  need: string | null;
  happenedOn: string;
  consentBasis: ConsentBasis;
  consentByContact: boolean;
  consentAt: Date;
  consentExpiresAt: Date | null;
  outcomeBack: boolean;
}

/** The need of a referral is told to whom it is about; of other contacts in the chain nothing is. */
const text = `
  SELECT i.id,
    beneficiary.given_name || ' ' || beneficiary.family_name AS "beneficiaryName",
    seat.profession AS "beneficiaryProfession", seat.club AS "beneficiaryClub",
    introducer.given_name || ' ' || introducer.family_name AS "introducerName",
    r.need, i.happened_on::text AS "happenedOn",
    i.consent_basis AS "consentBasis", i.consent_by_id IS NULL AS "consentByContact",
    i.consent_at AS "consentAt", i.consent_expires_at AS "consentExpiresAt", i.outcome_back AS "outcomeBack"
  FROM introductions i
  JOIN persons beneficiary ON beneficiary.id = i.beneficiary_id
  LEFT JOIN persons introducer ON introducer.id = i.introducer_id
  LEFT JOIN referrals r ON r.introduction_id = i.id
  LEFT JOIN LATERAL (
    SELECT profession.name AS profession, club.name AS club
    FROM memberships m JOIN clubs club ON club.id = m.club_id JOIN professions profession ON profession.id = m.profession_id
    WHERE m.person_id = i.beneficiary_id AND daterange(m.joined_on, m.left_on) @> $2::date
    ORDER BY m.joined_on, m.id LIMIT 1
  ) seat ON true
  WHERE i.introduced_contact_id = ANY ($1) AND ($3::uuid IS NULL OR i.id = $3) AND ($4::uuid IS NULL OR i.id < $4)
  ORDER BY i.id DESC LIMIT $5`;

/** The introductions of a contact, the latest recorded first. */
export function heldIntroductions(manager: EntityManager, query: HeldQuery): Promise<HeldIntroductionRow[]> {
  const { contactIds, today, introductionId = null, before = null, limit = null } = query;
  return manager.query<HeldIntroductionRow[]>(text, [contactIds, today, introductionId, before, limit]);
}
