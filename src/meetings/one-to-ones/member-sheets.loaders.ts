import { In } from 'typeorm';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { MemberSheet } from './member-sheet.entity.js';

export const sheetByPerson: LoaderDeclaration<MemberSheet> = async (personIds, dataSource) => {
  const sheets = await dataSource.getRepository(MemberSheet).findBy({ personId: In([...personIds]) });
  return new Map(sheets.map((sheet) => [sheet.personId, sheet]));
};

/** Whether each of some ($1) has a one-to-one with another ($2) that is held or may yet be. */
const text = `
  SELECT person_id || ' ' || other_id AS key, EXISTS (
    SELECT FROM one_to_ones o
    WHERE o.state IN ('proposed', 'accepted', 'held')
      AND ((o.proposer_id = person_id AND o.partner_id = other_id)
        OR (o.proposer_id = other_id AND o.partner_id = person_id))
  ) AS "hasOne"
  FROM unnest($1::uuid[], $2::uuid[]) AS asked (person_id, other_id)`;

/** The key under which `havingOneToOne` loads. */
export function pairKey(personId: string, otherId: string): string {
  return `${personId} ${otherId}`;
}

/** By `pairKey`. */
export const havingOneToOne: LoaderDeclaration<boolean> = async (keys, dataSource) => {
  const asked = keys.map((key) => key.split(' '));
  const rows = await dataSource.query<{ key: string; hasOne: boolean }[]>(
    text,
    [0, 1].map((place) => asked.map((parts) => parts[place])),
  );
  return new Map(rows.map(({ key, hasOne }) => [key, hasOne]));
};
