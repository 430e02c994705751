import type { EntityManager } from 'typeorm';
import type { Party } from '../contacts/human.js';

export interface ChainRow {
  id: string;
  introducedContactId: string | null;
  introducedPersonId: string | null;
  introducerId: string | null;
  introducerContactId: string | null;
  askerId: string | null;
}

const columns = `i.id, i.introduced_contact_id AS "introducedContactId", i.introduced_person_id AS "introducedPersonId",
  i.introducer_id AS "introducerId", i.introducer_contact_id AS "introducerContactId", i.asker_id AS "askerId"`;

const lineageText = `
  WITH RECURSIVE lineage AS (
    SELECT id, parent_id FROM introductions WHERE id = $1
    UNION
    SELECT above.id, above.parent_id FROM introductions above JOIN lineage ON above.id = lineage.parent_id
  )
  SELECT ${columns} FROM introductions i JOIN lineage USING (id)`;

const branchText = `
  WITH RECURSIVE branch AS (
    SELECT id FROM introductions WHERE id = $1
    UNION
    SELECT below.id FROM introductions below JOIN branch ON below.parent_id = branch.id
  )
  SELECT ${columns} FROM introductions i JOIN branch USING (id)`;

/** An introduction and all above it, up to the first of its chain. */
export function lineageOf(manager: EntityManager, introductionId: string): Promise<ChainRow[]> {
  return manager.query<ChainRow[]>(lineageText, [introductionId]);
}

/** An introduction and all that springs from it. */
export function branchOf(manager: EntityManager, introductionId: string): Promise<ChainRow[]> {
  return manager.query<ChainRow[]>(branchText, [introductionId]);
}

export function introducedBy(row: ChainRow): Party {
  return { contactId: row.introducedContactId, personId: row.introducedPersonId };
}
