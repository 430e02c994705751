import type { FindOptionsWhere } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import type { IntroductionRequest } from './introduction-request.entity.js';
import type { IntroductionRequestAbilities } from './introduction-requests.types.js';
import { canBecome, progressAt, stateAt } from './request-progress.js';

/**
 * A request is between who asks and who is asked. The requester does not see what was passed on for him: it would
 * tell him that his request was answered.
 */
export function visibleRequests(viewer: Viewer): FindOptionsWhere<IntroductionRequest>[] {
  return [{ askingId: viewer.personId }, { askedId: viewer.personId }];
}

/** The same rule for one request that is at hand already. */
export function canSeeRequest(viewer: Viewer, request: IntroductionRequest): boolean {
  return viewer.is(request.askingId) || canAnswer(viewer, request);
}

/** One asks a fellow member, in a club of both. */
export function canRequestOf(viewer: Viewer, seat: Membership): boolean {
  return viewer.isMemberOf(seat.clubId);
}

/** Who was asked answers, and he alone sees what he answered. */
export function canAnswer(viewer: Viewer, request: IntroductionRequest): boolean {
  return viewer.is(request.askedId);
}

/** Who asked takes it back. */
export function canWithdraw(viewer: Viewer, request: IntroductionRequest): boolean {
  return viewer.is(request.askingId);
}

/** What whoever asked may do depends on what he sees; what the other may do, on how far it is. */
export function abilitiesOf(viewer: Viewer, request: IntroductionRequest, now: Date): IntroductionRequestAbilities {
  const progress = progressAt(request, now);
  const isAsked = canAnswer(viewer, request);
  return {
    accept: isAsked && canBecome(progress, 'accepted'),
    decline: isAsked && canBecome(progress, 'declined'),
    postpone: isAsked && canBecome(progress, 'postponed'),
    passOn: isAsked && !request.isPassedOn && canBecome(progress, 'passed_on'),
    recordContactAnswer: isAsked && canBecome(progress, 'contact_refused'),
    withdraw: canWithdraw(viewer, request) && stateAt(request, now) === 'waiting',
  };
}
