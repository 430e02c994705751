import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, instantsOf } from '../../platform/clock.js';
import { DomainError } from '../../platform/graphql/errors.js';
import type { Agreement } from '../consent/keep-consent.js';
import { type AnswerOfContact, IntroduceOnRequest } from './introduce-on-request.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { canAnswer } from './introduction-requests.policy.js';
import type { RecordContactAnswerInput } from './introduction-requests.types.js';
import { RequestLetters } from './request-letters.js';
import { lockForAct, lockRequest } from './request-lookup.js';

/** What the contact himself says on the page of his link. */
export interface OwnAnswer {
  outcomeBack: boolean;
  /** Null when his consent does not end. */
  expiresAt: Date | null;
  /** The text he agreed to, and by which link. */
  agreement: Agreement;
}

/** What the contact answers, by the member who asked him or by himself; on his yes the introduction exists. */
@Injectable()
export class IntroductionRequestsService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly introducing: IntroduceOnRequest,
    private readonly letters: RequestLetters,
  ) {}

  /**
   * When the requester, or whoever introduces, holds no seat any more, the request ends quietly and nothing is passed on.
   * @throws DomainError NOT_FOUND, REQUEST_NOT_OPEN, DATE_OUT_OF_RANGE, INTRODUCTION_LOOP
   */
  async recordContactAnswer(viewer: Viewer, input: RecordContactAnswerInput): Promise<IntroductionRequest> {
    let isNew = false;
    const act = { personId: viewer.personId, verb: 'recordContactAnswer', input, result: IntroductionRequest };
    const request = await this.acts.once(act, async (manager) => {
      const found = await lockForAct(manager, viewer, { id: input.requestId, allowed: canAnswer });
      found.requireAccepted(this.clock.now());
      if (!input.agreed) return this.refuse(manager, found, viewer.personId);
      const expiresAt = await this.endOf(manager, found, input.expiresOn);
      isNew = true;
      const { outcomeBack } = input;
      return this.agree(manager, found, { byId: viewer.personId, outcomeBack, expiresAt, agreement: null });
    });
    if (isNew) this.tellRequester(request);
    return request;
  }

  /**
   * The contact himself agrees, within the transaction of whoever heard him. Afterwards, once that is committed, call
   * `tellRequester` with what it returned.
   * @returns null when nobody waits for his answer any more; then nothing happens
   */
  async contactAgreed(
    manager: EntityManager,
    requestId: string,
    answer: OwnAnswer,
  ): Promise<IntroductionRequest | null> {
    const request = await this.lockAwaiting(manager, requestId);
    return request && this.agree(manager, request, { byId: null, ...answer });
  }

  /** The contact himself refuses. Whoever asked for the introduction does not learn of it. @returns as for a yes */
  async contactRefused(manager: EntityManager, requestId: string): Promise<IntroductionRequest | null> {
    const request = await this.lockAwaiting(manager, requestId);
    return request && this.refuse(manager, request, null);
  }

  /** Mails the requester that he was introduced, if he was. */
  tellRequester(request: IntroductionRequest): void {
    if (request.introducedAt !== null) this.letters.tellIntroduced(request);
  }

  private async lockAwaiting(manager: EntityManager, id: string): Promise<IntroductionRequest | null> {
    const known = await manager.findOneBy(IntroductionRequest, { id });
    const request = known && (await lockRequest(manager, known));
    return request?.awaitsContactAt(this.clock.now()) ? request : null;
  }

  private async agree(
    manager: EntityManager,
    request: IntroductionRequest,
    answer: AnswerOfContact,
  ): Promise<IntroductionRequest> {
    const introduction = await this.introducing.introduce(manager, request, answer);
    await this.activity.record(manager, {
      actorId: answer.byId,
      verb: introduction ? 'introduction_request.introduced' : 'introduction_request.ended',
      subject: request,
      ...(introduction && { details: { introductionId: introduction.id } }),
    });
    return manager.save(request);
  }

  private async refuse(
    manager: EntityManager,
    request: IntroductionRequest,
    actorId: string | null,
  ): Promise<IntroductionRequest> {
    request.refuseForContact(this.clock.now());
    await this.activity.record(manager, { actorId, verb: 'introduction_request.contact_refused', subject: request });
    return manager.save(request);
  }

  /** The end of the last day of a consent in the club of the member who was asked. */
  private async endOf(manager: EntityManager, request: IntroductionRequest, day: string | null): Promise<Date | null> {
    if (day === null) return null;
    const { timeZone } = await manager.findOneByOrFail(Club, { id: request.clubId });
    if (day < this.clock.today(timeZone)) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A consent does not end before it is given.', ['expiresOn']);
    }
    return instantsOf(day, timeZone).until;
  }
}
