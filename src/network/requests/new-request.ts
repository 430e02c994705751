import type { EntityManager } from 'typeorm';
import type { Membership } from '../../members/membership.entity.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { IntroductionRequest, type Moment } from './introduction-request.entity.js';
import { noReminders } from './request-progress.js';

/** What is asked, by whom, for whom, and of whom. */
export interface Asking {
  requesterId: string;
  askingId: string;
  asked: Membership;
  parentId: string | null;
  lookingFor: string;
  message: string;
  lapsesAt: Date;
}

/** A new request, of which nobody has heard yet. */
export function insertRequest(
  manager: EntityManager,
  { asked, ...asking }: Asking,
  { now, today }: Moment,
): Promise<IntroductionRequest> {
  const request = manager.create(IntroductionRequest, {
    ...asking,
    id: newId(),
    askedId: asked.personId,
    clubId: asked.clubId,
    askedMembershipId: asked.id,
    askedAt: now,
    withdrawnAt: null,
    introducedAt: null,
    introductionId: null,
    progress: 'asked',
    movedAt: now,
    postponedUntil: null,
    note: null,
    contactId: null,
    viaContactId: null,
    ...noReminders,
    remindedOn: null,
  });
  request.startReminders(today);
  return insert(manager, IntroductionRequest, request);
}
