import type { EntityManager } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { LoaderDeclaration } from '../platform/graphql/loaders.js';
import { Contact } from './contact.entity.js';

/** How much of a contact somebody sees: all details, or only the role. No access at all is the absence of an answer. */
export type ContactAccess = 'details' | 'role';

/**
 * The owner sees the details; so does the beneficiary of an introduction of this contact that has a basis of
 * consent, unless he stated it himself: nobody opens a contact of others for himself. A beneficiary without a
 * basis, after it has expired ($3 is the instant), or of an introduction this contact made, sees the role.
 */
const text = `
  SELECT c.id, bool_or(
    c.owner_id = $2 OR (
      i.introduced_contact_id = c.id AND i.consent_basis <> 'none_yet' AND i.consent_by_id IS DISTINCT FROM $2
      AND (i.consent_expires_at IS NULL OR i.consent_expires_at > $3)
    )
  ) AS details
  FROM contacts c
  LEFT JOIN introductions i ON i.beneficiary_id = $2 AND c.id IN (i.introduced_contact_id, i.introducer_contact_id)
  WHERE c.id = ANY ($1) AND (c.owner_id = $2 OR i.id IS NOT NULL)
  GROUP BY c.id`;

interface Row {
  id: string;
  details: boolean | null;
}

async function accessOf(
  manager: EntityManager,
  contactIds: string[],
  viewer: Pick<Viewer, 'personId' | 'asOf'>,
): Promise<Map<string, ContactAccess>> {
  const rows = await manager.query<Row[]>(text, [contactIds, viewer.personId, viewer.asOf]);
  return new Map(rows.map((row) => [row.id, row.details ? 'details' : 'role']));
}

/** The contact with what the viewer may see of it, or null when he may see nothing. */
export async function findVisibleContact(
  manager: EntityManager,
  viewer: Viewer,
  contactId: string,
): Promise<{ contact: Contact; access: ContactAccess } | null> {
  const access = (await accessOf(manager, [contactId], viewer)).get(contactId);
  return access ? { contact: await manager.findOneByOrFail(Contact, { id: contactId }), access } : null;
}

/**
 * The contact, if the viewer sees its details and they are not erased: only then may he pass it on. It is locked, so that
 * it is not erased before the transaction ends.
 */
export async function findOpenContact(
  manager: EntityManager,
  viewer: Viewer,
  contactId: string,
): Promise<Contact | null> {
  if ((await accessOf(manager, [contactId], viewer)).get(contactId) !== 'details') return null;
  const lock = { mode: 'for_key_share' } as const;
  const contact = await manager.findOneOrFail(Contact, { where: { id: contactId }, lock });
  return contact.erasedAt === null ? contact : null;
}

/** The contact, if the viewer may name it as a buyer: also when it was erased while he was about to sell to it. */
export async function findPossibleBuyer(
  manager: EntityManager,
  viewer: Viewer,
  contactId: string,
): Promise<Contact | null> {
  const visible = await findVisibleContact(manager, viewer, contactId);
  return visible?.access === 'details' ? visible.contact : null;
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
