import type { FindOptionsWhere } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { Introduction } from './introduction.entity.js';

/** Who has a part in an introduction sees it: who made or asked for it, its root, and whom it served. */
export function visibleIntroductions(viewer: Viewer): FindOptionsWhere<Introduction>[] {
  const id = viewer.personId;
  return [{ beneficiaryId: id }, { introducerId: id }, { askerId: id }, { rootId: id }];
}

/** The same rule for one introduction that is at hand already. */
export function canSeeIntroduction(viewer: Viewer, introduction: Introduction): boolean {
  const { beneficiaryId, introducerId, askerId, rootId } = introduction;
  return [beneficiaryId, introducerId, askerId, rootId].some((personId) => personId !== null && viewer.is(personId));
}

/** One records what he did himself, what he asked a contact to do, or what was done for him. */
export function canRecordIntroduction(
  viewer: Viewer,
  introduction: Pick<Introduction, 'beneficiaryId' | 'introducerId' | 'askerId'>,
): boolean {
  const { beneficiaryId, introducerId, askerId } = introduction;
  return [beneficiaryId, introducerId, askerId].some((personId) => personId !== null && viewer.is(personId));
}

/** The beneficiary knows how his customers came to him; he mends his own chains. */
export function canCorrectChain(viewer: Viewer, introduction: Introduction): boolean {
  return viewer.is(introduction.beneficiaryId);
}

/** Consent is stated by who passed the details on. */
export function canStateConsent(viewer: Viewer, introduction: Introduction): boolean {
  return viewer.is(introduction.recordedById);
}
