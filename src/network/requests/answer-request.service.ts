import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import { Contact } from '../../contacts/contact.entity.js';
import { inBookOf } from '../../contacts/contacts.policy.js';
import { humanOf } from '../../contacts/human.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, civilDay } from '../../platform/clock.js';
import { DomainError, found } from '../../platform/graphql/errors.js';
import type { RecordingInput } from '../../platform/graphql/payload.js';
import { IntroductionRequest, type Moment } from './introduction-request.entity.js';
import { canAnswer } from './introduction-requests.policy.js';
import type {
  AcceptIntroductionRequestInput,
  DeclineIntroductionRequestInput,
  PostponeIntroductionRequestInput,
} from './introduction-requests.types.js';
import { lockForAct, withdrawPassedOn } from './request-lookup.js';

/** What the member who was asked answers. None of it reaches whoever asked. */
@Injectable()
export class AnswerRequestService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, REQUEST_NOT_OPEN, INVALID, INTRODUCTION_LOOP */
  accept(viewer: Viewer, input: AcceptIntroductionRequestInput): Promise<IntroductionRequest> {
    return this.answer(viewer, 'acceptIntroductionRequest', input, async (manager, request, moment) => {
      const { contactId, viaContactId } = input;
      await this.requireOwnContact(manager, viewer, request, { contactId });
      if (viaContactId !== null) {
        await this.requireOwnContact(manager, viewer, request, { viaContactId });
        if (request.isPassedOn) {
          throw new DomainError('INVALID', 'A request that was passed on is answered by oneself.', ['viaContactId']);
        }
      }
      request.accept(contactId, viaContactId, moment);
      await withdrawPassedOn(manager, request.id, moment);
      return { verb: 'introduction_request.accepted', details: { contactId, viaContactId } };
    });
  }

  /** @throws DomainError NOT_FOUND, REQUEST_NOT_OPEN */
  decline(viewer: Viewer, input: DeclineIntroductionRequestInput): Promise<IntroductionRequest> {
    return this.answer(viewer, 'declineIntroductionRequest', input, async (manager, request, moment) => {
      request.decline(input.note, moment.now);
      await withdrawPassedOn(manager, request.id, moment);
      return { verb: 'introduction_request.declined' };
    });
  }

  /** @throws DomainError NOT_FOUND, REQUEST_NOT_OPEN, DATE_OUT_OF_RANGE */
  postpone(viewer: Viewer, input: PostponeIntroductionRequestInput): Promise<IntroductionRequest> {
    return this.answer(viewer, 'postponeIntroductionRequest', input, async (_, request, moment) => {
      request.postpone(input.until, moment, civilDay(request.lapsesAt, moment.timeZone));
      return { verb: 'introduction_request.postponed', details: { until: input.until } };
    });
  }

  private async answer<I extends RecordingInput & { requestId: string }>(
    viewer: Viewer,
    verb: string,
    input: I,
    work: (
      manager: EntityManager,
      request: IntroductionRequest,
      moment: Moment & { timeZone: string },
    ) => Promise<{ verb: `introduction_request.${string}`; details?: Record<string, unknown> }>,
  ): Promise<IntroductionRequest> {
    return this.acts.once({ personId: viewer.personId, verb, input, result: IntroductionRequest }, async (manager) => {
      const request = await lockForAct(manager, viewer, { id: input.requestId, allowed: canAnswer });
      const { timeZone } = await manager.findOneByOrFail(Club, { id: request.clubId });
      const moment = { now: this.clock.now(), today: this.clock.today(timeZone), timeZone };
      const happened = await work(manager, request, moment);
      await this.activity.record(manager, { actorId: viewer.personId, subject: request, ...happened });
      return manager.save(request);
    });
  }

  /** Whom he introduces stands in his own book, and is not the requester. */
  private async requireOwnContact(
    manager: EntityManager,
    viewer: Viewer,
    { requesterId }: IntroductionRequest,
    named: { contactId: string } | { viaContactId: string },
  ): Promise<void> {
    const [[field = '', id = '']] = Object.entries(named) as [[string, string]];
    found(await manager.findOneBy(Contact, { ...inBookOf(viewer), id }), 'contact', field);
    const human = await humanOf(manager, { contactId: id, personId: null });
    if (!human.is({ contactId: null, personId: requesterId })) return;
    throw new DomainError('INTRODUCTION_LOOP', 'That contact is the requester himself.', [field]);
  }
}
