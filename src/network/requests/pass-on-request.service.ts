import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import { anySeatOn, areFellows, findPersonOfNetworks } from '../../members/seats.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { DomainError, found } from '../../platform/graphql/errors.js';
import { IntroductionRequest, notOpen } from './introduction-request.entity.js';
import { canAnswer } from './introduction-requests.policy.js';
import type { PassOnIntroductionRequestInput } from './introduction-requests.types.js';
import { insertRequest } from './new-request.js';
import { RequestLetters } from './request-letters.js';
import { lockForAct } from './request-lookup.js';

/** Asking somebody further away on behalf of a requester, who does not see it until it has led to an introduction. */
@Injectable()
export class PassOnRequestService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly letters: RequestLetters,
  ) {}

  /**
   * @returns the new request, to whom it was passed on
   * @throws DomainError NOT_FOUND, REQUEST_NOT_OPEN, GIVER_IS_RECEIVER, NOT_A_MEMBER, INVALID, ALREADY_ASKED
   */
  async passOn(viewer: Viewer, input: PassOnIntroductionRequestInput): Promise<IntroductionRequest> {
    let isNew = false;
    const act = { personId: viewer.personId, verb: 'passOnIntroductionRequest', input, result: IntroductionRequest };
    const passed = await this.acts.once(act, async (manager) => {
      const parent = await lockForAct(manager, viewer, { id: input.requestId, allowed: canAnswer });
      if (parent.isPassedOn) throw notOpen();
      const { asked, today } = await this.findFarther(manager, viewer, parent, input.toPersonId);
      const now = this.clock.now();
      parent.passOn(now);
      await manager.save(parent);
      const { requesterId, lookingFor, lapsesAt } = parent;
      const asking = { requesterId, askingId: viewer.personId, parentId: parent.id, lookingFor, lapsesAt };
      const made = await insertRequest(manager, { ...asking, asked, message: input.message }, { now, today });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'introduction_request.passed_on',
        subject: parent,
        details: { passedOnId: made.id, askedId: made.askedId },
      });
      isNew = true;
      return made;
    });
    if (isNew) this.letters.tellAsked(passed);
    return passed;
  }

  /** A member of the viewer's networks who sits with the requester in no club. */
  private async findFarther(
    manager: EntityManager,
    viewer: Viewer,
    { requesterId }: IntroductionRequest,
    personId: string,
  ): Promise<{ asked: Membership; today: string }> {
    const person = await findPersonOfNetworks(manager, personId, viewer.networkIds);
    const { id } = found(person, 'person', 'toPersonId');
    if (viewer.is(id) || id === requesterId) {
      throw new DomainError('GIVER_IS_RECEIVER', 'Nobody asks himself.', ['toPersonId']);
    }
    const day = this.clock.today('UTC');
    const asked = await anySeatOn(manager, id, day);
    if (!asked) throw new DomainError('NOT_A_MEMBER', 'Whom you ask holds a seat today.', ['toPersonId']);
    if (await areFellows(manager, id, requesterId, day)) {
      throw new DomainError('INVALID', 'The requester can ask his own fellow members.', ['toPersonId']);
    }
    const club = await manager.findOneByOrFail(Club, { id: asked.clubId });
    return { asked, today: this.clock.today(club.timeZone) };
  }
}
