import type { FindOptionsWhere } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import type { Introduction } from './introduction.entity.js';

/** Who has a part in an introduction sees it: who made, asked for or recorded it, its root, and whom it served. */
export function visibleIntroductions(viewer: Viewer): FindOptionsWhere<Introduction>[] {
  const id = viewer.personId;
  return [{ beneficiaryId: id }, { introducerId: id }, { askerId: id }, { rootId: id }, { recordedById: id }];
}

/** The same rule for one introduction that is at hand already. */
export function canSeeIntroduction(viewer: Viewer, introduction: Introduction): boolean {
  return viewer.is(introduction.rootId) || canSeeIntroducer(viewer, introduction);
}

/** Its root learns that the chain went on, and how far, yet not by whom and to whom. */
export function canSeeIntroducer(viewer: Viewer, introduction: Introduction): boolean {
  return viewer.is(introduction.beneficiaryId) || hadHandIn(viewer, introduction);
}

/** Whom it served learns who was introduced once there is a basis of consent. */
export function canSeeIntroduced(viewer: Viewer, introduction: Introduction): boolean {
  const isOpen = viewer.is(introduction.beneficiaryId) && introduction.isOpenAt(viewer.asOf);
  return isOpen || hadHandIn(viewer, introduction);
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

/** Consent is stated by who passed the details on. What the beneficiary states opens nothing to himself. */
export function canStateConsent(viewer: Viewer, introduction: Introduction): boolean {
  return hadHandIn(viewer, introduction);
}

function hadHandIn(viewer: Viewer, { introducerId, askerId, recordedById }: Introduction): boolean {
  return [introducerId, askerId, recordedById].some((personId) => personId !== null && viewer.is(personId));
}
