import type { EntityManager } from 'typeorm';
import { sameContact } from '../same-human.sql.js';

/**
 * The two contacts ($1, $2) with what was merged into them, and the persons they are known as. Rows of others that are
 * alike are left out: nobody learns by merging what he wrote down himself whom others know.
 */
const human = `
  rows AS (SELECT one.id FROM contacts c JOIN contacts one ON ${sameContact('c', 'one')} WHERE c.id IN ($1, $2)),
  persons AS (SELECT person_id FROM contacts WHERE id IN ($1, $2) AND person_id IS NOT NULL)`;

/** Arrays, and not tables, so that each alternative is looked up in its index. */
const isRow = '= ANY (ARRAY (SELECT id FROM rows))';
const isPerson = '= ANY (ARRAY (SELECT person_id FROM persons))';
const isIntroduced = `(i.introduced_contact_id ${isRow} OR i.introduced_person_id ${isPerson})`;

/**
 * Whether one human would stand twice on a way from a buyer to a seller if two contacts were one: introduced, and above
 * that as who introduced, asked for it, was introduced or is served. The rule is that of `refuseLoop` in the network
 * module, which this one may not ask.
 */
const loopText = `
  WITH RECURSIVE ${human},
  lineage AS (
    SELECT i.id AS below_id, i.id, i.parent_id FROM introductions i WHERE ${isIntroduced}
    UNION
    SELECT below_id, above.id, above.parent_id FROM introductions above JOIN lineage ON above.id = lineage.parent_id
  )
  SELECT EXISTS (
    SELECT FROM lineage JOIN introductions i USING (id)
    WHERE i.introducer_contact_id ${isRow}
      OR i.introducer_id ${isPerson} OR i.asker_id ${isPerson} OR i.beneficiary_id ${isPerson}
      OR (i.id <> below_id AND ${isIntroduced})
  ) OR EXISTS (
    SELECT FROM introductions i
    WHERE i.introducer_contact_id ${isRow} AND i.beneficiary_id ${isPerson}
  ) AS loop`;

/** Whom the chains serve in which the human of either contact stands. */
const beneficiariesText = `
  WITH ${human}
  SELECT DISTINCT i.beneficiary_id AS id FROM introductions i
  WHERE ${isIntroduced} OR i.introducer_contact_id ${isRow}
    OR i.introducer_id ${isPerson} OR i.asker_id ${isPerson}`;

export async function wouldLoop(manager: EntityManager, one: string, other: string): Promise<boolean> {
  const [row] = await manager.query<{ loop: boolean }[]>(loopText, [one, other]);
  return row?.loop ?? false;
}

/** Chains change under the lock of whom they serve (`lockChains` of the network module); a merge may not miss a change. */
export async function lockChainsOf(manager: EntityManager, one: string, other: string): Promise<void> {
  await manager.query(
    `SELECT FROM persons WHERE id IN (SELECT id FROM (${beneficiariesText}) AS served) ORDER BY id FOR NO KEY UPDATE`,
    [one, other],
  );
}
