import type { EntityManager } from 'typeorm';

/** Of whom, and to whom, one wants to state a consent. */
export interface Passing {
  contactId: string | null;
  beneficiaryId: string;
  /** The member who wants to state it: the word of the contact binds whoever had a hand in asking him. */
  personId: string;
}

/** What a contact said last by himself. */
export interface HisWord {
  saidNo: boolean;
  outcomeBack: boolean;
}

const text = `
  SELECT NOT said.details_forward AS "saidNo", said.outcome_back AS "outcomeBack"
  FROM introductions i JOIN consents said ON said.introduction_id = i.id
  WHERE i.introduced_contact_id = $1 AND i.beneficiary_id = $2 AND said.stated_by_id IS NULL
    AND $3 IN (i.introducer_id, i.asker_id, i.recorded_by_id)
  ORDER BY said.stated_at DESC, said.id DESC LIMIT 1`;

/** What the contact said last by himself of being introduced to that member; null when he said nothing. */
export async function hisWordOn(manager: EntityManager, passing: Passing): Promise<HisWord | null> {
  if (passing.contactId === null) return null;
  const [row] = await manager.query<HisWord[]>(text, [passing.contactId, passing.beneficiaryId, passing.personId]);
  return row ?? null;
}
