import type { EntityManager } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { LoaderDeclaration } from '../platform/graphql/loaders.js';
import { queryPrepared } from '../platform/prepared.js';
import { Contact } from './contact.entity.js';
import { sameContact } from './same-human.sql.js';

/** How much of a contact somebody sees: all details, or only the role. No access at all is the absence of an answer. */
export type ContactAccess = 'details' | 'role';

/**
 * The owner sees the details; so does the beneficiary of an introduction of this contact that has a basis of
 * consent, unless he stated it himself: nobody opens a contact of others for himself. A beneficiary without a
 * basis, after it has expired ($3 is the instant), or of an introduction this contact made, sees the role.
 * Merged contacts are one: what one of them opens is open.
 */
const text = `
  SELECT asked.id, coalesce(asked.merged_into_id, asked.id) AS "standingId", bool_or(
    c.owner_id = $2 OR (
      i.introduced_contact_id = c.id AND i.consent_basis <> 'none_yet' AND i.consent_by_id IS DISTINCT FROM $2
      AND (i.consent_expires_at IS NULL OR i.consent_expires_at > $3)
    )
  ) AS details
  FROM contacts asked
  JOIN contacts c ON ${sameContact('asked', 'c')}
  LEFT JOIN introductions i ON i.beneficiary_id = $2 AND c.id IN (i.introduced_contact_id, i.introducer_contact_id)
  WHERE asked.id = ANY ($1) AND (c.owner_id = $2 OR i.id IS NOT NULL)
  GROUP BY asked.id`;

interface Row {
  id: string;
  /** The contact that stands for it: itself unless it was merged. */
  standingId: string;
  details: boolean | null;
}

function readAccess(
  manager: EntityManager,
  contactIds: string[],
  viewer: Pick<Viewer, 'personId' | 'asOf'>,
): Promise<Row[]> {
  return queryPrepared<Row[]>(manager, text, [contactIds, viewer.personId, viewer.asOf]);
}

function levelOf({ details }: Row): ContactAccess {
  return details ? 'details' : 'role';
}

/** What the viewer may see of contacts, by their ids; one of which he may see nothing has no entry. */
export async function accessOf(
  manager: EntityManager,
  contactIds: string[],
  viewer: Pick<Viewer, 'personId' | 'asOf'>,
): Promise<Map<string, ContactAccess>> {
  const rows = await readAccess(manager, contactIds, viewer);
  return new Map(rows.map((row) => [row.id, levelOf(row)]));
}

/**
 * The contact with what the viewer may see of it, or null when he may see nothing. Who names a merged one means the one
 * that stands for it.
 */
export async function findVisibleContact(
  manager: EntityManager,
  viewer: Viewer,
  contactId: string,
): Promise<{ contact: Contact; access: ContactAccess } | null> {
  const [row] = await readAccess(manager, [contactId], viewer);
  return row ? { contact: await manager.findOneByOrFail(Contact, { id: row.standingId }), access: levelOf(row) } : null;
}

/**
 * The contact, if the viewer sees its details and it was not erased: only then may he pass it on or name it. It is
 * locked, so that retention does not erase it before the transaction ends.
 */
export async function findOpenContact(
  manager: EntityManager,
  viewer: Viewer,
  contactId: string,
): Promise<Contact | null> {
  const visible = await findVisibleContact(manager, viewer, contactId);
  if (visible?.access !== 'details') return null;
  const lock = { mode: 'for_key_share' } as const;
  // He may have gone since: his owner undid the import he came by.
  const contact = await manager.findOne(Contact, { where: { id: visible.contact.id }, lock });
  return contact?.erasedAt === null ? contact : null;
}

/** The key under which `contactAccess` loads. */
export function accessKey(contactId: string, viewer: Viewer): string {
  return `${contactId} ${viewer.personId} ${viewer.asOf.toISOString()}`;
}

/** What a viewer may see of many contacts, by `accessKey`. All keys of a request have the same viewer. */
export const contactAccess: LoaderDeclaration<ContactAccess> = async (keys, dataSource) => {
  const [, personId = '', asOf = ''] = keys[0]?.split(' ') ?? [];
  const access = await accessOf(
    dataSource.manager,
    keys.map((key) => key.slice(0, 36)),
    { personId, asOf: new Date(asOf) },
  );
  return new Map([...access].map(([contactId, value]) => [`${contactId} ${personId} ${asOf}`, value]));
};
