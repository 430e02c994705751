import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import type { ConsentState, Introduction } from '../introduction.entity.js';
import { Consent, type ConsentKind, type WithdrawalReason } from './consent.entity.js';

/** What a contact agreed to by his link. */
export interface Agreement {
  textVersion: string;
  linkId: string;
}

/** All there is to say of a consent; what is left out is null. */
export interface Said extends ConsentState {
  kind: ConsentKind;
  textVersion?: string;
  linkId?: string;
  reason?: WithdrawalReason | null;
}

/** Keeps what is said: as a row of the history, and as the state of the introduction. Called with its chains locked. */
export async function keepConsent(manager: EntityManager, introduction: Introduction, said: Said): Promise<void> {
  introduction.takeConsent(said);
  await manager.save(introduction);
  await addToHistory(manager, introduction.id, said);
}

/** The first row of the history of an introduction that was just recorded: what it was recorded with. */
export function keepFirstConsent(
  manager: EntityManager,
  introduction: Introduction,
  agreement: Agreement | null = null,
): Promise<void> {
  return addToHistory(manager, introduction.id, {
    kind: agreement ? 'agreed' : 'stated',
    ...agreement,
    basis: introduction.consentBasis,
    outcomeBack: introduction.outcomeBack,
    statedById: introduction.consentById,
    statedAt: introduction.consentAt,
    expiresAt: introduction.consentExpiresAt,
  });
}

/** A row of the history alone, for what leaves the state as it is. */
export async function addToHistory(manager: EntityManager, introductionId: string, said: Said): Promise<void> {
  await insert(manager, Consent, {
    textVersion: null,
    linkId: null,
    reason: null,
    ...said,
    id: newId(),
    introductionId,
    detailsForward: said.basis !== 'none_yet',
  });
}
