import type { EntityManager } from 'typeorm';
import { type Human, humanOf, type Party } from '../contacts/human.js';
import { areFellows } from '../members/seats.js';
import { DomainError, found } from '../platform/graphql/errors.js';
import type { Link } from './chain.js';
import { branchOf, introducedBy, lineageOf } from './chain.sql.js';
import { Introduction } from './introduction.entity.js';

/** Who is said to have made an introduction: a member; or a contact, with a parent or the member who asked him. */
export interface Claim {
  personId?: string | null;
  contactId?: string | null;
  askerId?: string | null;
  parentId?: string | null;
}

/** Where and when a claim is judged. */
export interface Place {
  beneficiaryId: string;
  happenedOn: string;
}

/**
 * What a claim comes to. Above a member who is no fellow of the beneficiary stands whoever introduced him.
 * @throws DomainError GIVER_IS_RECEIVER, NO_CHAIN, NOT_FOUND
 */
export async function linkOf(manager: EntityManager, claim: Claim, place: Place): Promise<Link> {
  const { personId = null, contactId = null, askerId = null, parentId = null } = claim;
  if ((personId === null) === (contactId === null) || (personId !== null && (askerId ?? parentId) !== null)) {
    throw new DomainError('INVALID', 'Name either a member, or a contact with the introduction of him or his asker.', [
      'introducer',
    ]);
  }
  if (personId === place.beneficiaryId || askerId === place.beneficiaryId) throw givesToHimself();
  if (personId !== null) {
    const above = await introductionAbove(manager, personId, place);
    return { introducerId: personId, introducerContactId: null, askerId: null, parentId: above?.id ?? null };
  }
  if ((askerId === null) === (parentId === null)) {
    throw new DomainError(
      'NO_CHAIN',
      'Say by which introduction the beneficiary knows the contact, or who asked him.',
      ['introducer'],
    );
  }
  const introducer = await humanOf(manager, { contactId, personId: null });
  if (introducer.is({ contactId: null, personId: place.beneficiaryId })) throw givesToHimself();
  if (parentId !== null) await requireParent(manager, parentId, introducer, place);
  return { introducerId: null, introducerContactId: contactId, askerId, parentId };
}

function givesToHimself(): DomainError {
  return new DomainError('GIVER_IS_RECEIVER', 'Nobody introduces somebody to himself.', ['introducer']);
}

async function introductionAbove(manager: EntityManager, personId: string, place: Place): Promise<Introduction | null> {
  if (await areFellows(manager, personId, place.beneficiaryId, place.happenedOn)) return null;
  const human = await humanOf(manager, { contactId: null, personId });
  return firstAccepted(manager, human, place);
}

async function requireParent(manager: EntityManager, parentId: string, introducer: Human, place: Place): Promise<void> {
  const parent = found(
    await manager.findOneBy(Introduction, { id: parentId, beneficiaryId: place.beneficiaryId }),
    'introduction',
    'introducer',
    'parentId',
  );
  if (introducer.is(parent.introduced)) return;
  throw new DomainError('NO_CHAIN', 'That introduction did not introduce this contact.', ['introducer', 'parentId']);
}

/** The introduction of a human to the beneficiary that was accepted first, up to a day; null without one. */
export function firstAccepted(manager: EntityManager, human: Human, place: Place): Promise<Introduction | null> {
  return manager
    .createQueryBuilder(Introduction, 'introduction')
    .where({ beneficiaryId: place.beneficiaryId })
    .andWhere('introduction.acceptedAt IS NOT NULL AND introduction.happenedOn <= :day', { day: place.happenedOn })
    .andWhere('(introduction.introducedContactId = ANY (:contactIds) OR introduction.introducedPersonId = :personId)', {
      contactIds: human.contactIds,
      personId: human.personId,
    })
    .orderBy('introduction.acceptedAt')
    .addOrderBy('introduction.recordedAt')
    .addOrderBy('introduction.id')
    .getOne();
}

/** Everybody between the introduced human and the beneficiary: who made, asked for and was introduced above. */
export async function partiesAbove(manager: EntityManager, link: Link): Promise<Party[]> {
  const lineage = link.parentId === null ? [] : await lineageOf(manager, link.parentId);
  return [
    ...[link, ...lineage].flatMap((row) => [
      { contactId: row.introducerContactId, personId: row.introducerId },
      { contactId: null, personId: row.askerId },
    ]),
    ...lineage.map(introducedBy),
  ].filter((party) => party.contactId !== null || party.personId !== null);
}

/**
 * Nobody stands twice on the way from the buyer to the seller.
 * @throws DomainError INTRODUCTION_LOOP
 */
export async function refuseLoop(manager: EntityManager, introduced: Party, others: Party[]): Promise<void> {
  const human = await humanOf(manager, introduced);
  if (!others.some((other) => human.is(other))) return;
  throw new DomainError('INTRODUCTION_LOOP', 'The introduced one stands in this chain already.', ['introduced']);
}

/** The same for all that springs from an introduction whose way to the beneficiary changes. */
export async function refuseLoopBelow(
  manager: EntityManager,
  changed: string,
  link: Link,
  others: Party[],
): Promise<void> {
  const branch = await branchOf(manager, changed);
  if (branch.some((row) => row.id === link.parentId)) {
    throw new DomainError('INTRODUCTION_LOOP', 'An introduction does not spring from itself.', ['introducer']);
  }
  for (const row of branch) await refuseLoop(manager, introducedBy(row), others);
}
