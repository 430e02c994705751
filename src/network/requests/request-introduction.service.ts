import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import { findMembership } from '../../members/membership-lookup.js';
import { Acts } from '../../platform/acts.js';
import { Clock, daysAfter } from '../../platform/clock.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { lockChains } from '../introductions.service.js';
import { IntroductionRequest, notOpen } from './introduction-request.entity.js';
import { canRequestOf, canWithdraw } from './introduction-requests.policy.js';
import type { RequestIntroductionInput, WithdrawIntroductionRequestInput } from './introduction-requests.types.js';
import { insertRequest } from './new-request.js';
import { RequestLetters } from './request-letters.js';
import { lockForAct, withdrawPassedOn } from './request-lookup.js';
import { lapseDays } from './request-progress.js';

/** As many requests of one member may wait at once. */
const mostOpen = 20;

/**
 * What whoever seeks an introduction does. Nothing here asks for more than he sees: an answer, or a refusal, that
 * depended on what the other did would tell him of a quiet no.
 */
@Injectable()
export class RequestIntroductionService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly letters: RequestLetters,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_A_MEMBER, GIVER_IS_RECEIVER, ALREADY_ASKED, TOO_MANY_OPEN */
  async request(viewer: Viewer, input: RequestIntroductionInput): Promise<IntroductionRequest> {
    let isNew = false;
    const act = { personId: viewer.personId, verb: 'requestIntroduction', input, result: IntroductionRequest };
    const request = await this.acts.once(act, async (manager) => {
      const { asked, today } = await this.findFellow(manager, viewer, input.askedMembershipId);
      await lockChains(manager, viewer.personId);
      const now = this.clock.now();
      await this.requireRoom(manager, viewer, now);
      const { lookingFor, message } = input;
      const lapsesAt = daysAfter(now, lapseDays);
      const asking = { requesterId: viewer.personId, askingId: viewer.personId, parentId: null };
      const made = await insertRequest(manager, { ...asking, asked, lookingFor, message, lapsesAt }, { now, today });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'introduction_request.made',
        subject: made,
        details: { askedId: made.askedId },
      });
      isNew = true;
      return made;
    });
    // A repeated act asked nothing anew, so that it sends no second mail.
    if (isNew) this.letters.tellAsked(request);
    return request;
  }

  /** Succeeds on all he sees waiting, and in the same way. @throws DomainError NOT_FOUND, REQUEST_NOT_OPEN */
  withdraw(viewer: Viewer, input: WithdrawIntroductionRequestInput): Promise<IntroductionRequest> {
    const act = { personId: viewer.personId, verb: 'withdrawIntroductionRequest', input, result: IntroductionRequest };
    return this.acts.once(act, async (manager) => {
      const request = await lockForAct(manager, viewer, { id: input.requestId, allowed: canWithdraw });
      const now = this.clock.now();
      if (!request.isOpenAt(now)) throw notOpen();
      request.withdraw(now);
      await withdrawPassedOn(manager, request.id, { now });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'introduction_request.withdrawn',
        subject: request,
      });
      return manager.save(request);
    });
  }

  private async findFellow(
    manager: EntityManager,
    viewer: Viewer,
    membershipId: string,
  ): Promise<{ asked: Membership; today: string }> {
    const seat = await findMembership(manager, viewer, membershipId, this.clock.now());
    const asked = found(seat, 'membership', 'askedMembershipId');
    authorise(canRequestOf(viewer, asked));
    const club = await manager.findOneByOrFail(Club, { id: asked.clubId });
    const today = this.clock.today(club.timeZone);
    if (!asked.isHeldOn(today)) {
      throw new DomainError('NOT_A_MEMBER', 'Whom you ask holds his seat today.', ['askedMembershipId']);
    }
    return { asked, today };
  }

  /** Called with the viewer's requests locked. What was quietly refused takes its place as long as it waits for him. */
  private async requireRoom(manager: EntityManager, viewer: Viewer, now: Date): Promise<void> {
    const open = await manager.countBy(IntroductionRequest, {
      askingId: viewer.personId,
      parentId: IsNull(),
      withdrawnAt: IsNull(),
      introducedAt: IsNull(),
      lapsesAt: MoreThan(now),
    });
    if (open < mostOpen) return;
    throw new DomainError('TOO_MANY_OPEN', `At most ${mostOpen} of your requests wait at once.`);
  }
}
