import { In } from 'typeorm';
import { columnsOf, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { MemberSheet } from './member-sheet.entity.js';

export const sheetByPerson: LoaderDeclaration<MemberSheet> = async (personIds, dataSource) => {
  const sheets = await dataSource.getRepository(MemberSheet).findBy({ personId: In([...personIds]) });
  return new Map(sheets.map((sheet) => [sheet.personId, sheet]));
};

/**
 * Whether one-to-ones open the sheet of each owner ($2) to a reader ($1): one that both agreed on or held, or one that
 * the owner proposed. A proposal alone does not open the sheet of whom it is made to.
 */
const text = `
  SELECT reader_id || ' ' || owner_id AS key, EXISTS (
    SELECT FROM one_to_ones o
    WHERE (o.proposer_id = owner_id AND o.partner_id = reader_id AND o.state IN ('proposed', 'accepted', 'held'))
      OR (o.proposer_id = reader_id AND o.partner_id = owner_id AND o.state IN ('accepted', 'held'))
  ) AS opens
  FROM unnest($1::uuid[], $2::uuid[]) AS asked (reader_id, owner_id)`;

/** The key under which `openedByOneToOne` loads. */
export function pairKey(readerId: string, ownerId: string): string {
  return `${readerId} ${ownerId}`;
}

/** By `pairKey`. */
export const openedByOneToOne: LoaderDeclaration<boolean> = async (keys, dataSource) => {
  const rows = await dataSource.query<{ key: string; opens: boolean }[]>(text, columnsOf(keys));
  return new Map(rows.map(({ key, opens }) => [key, opens]));
};
