import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { humanOf } from '../../contacts/human.js';
import { findInBook } from '../../contacts/own-contact.js';
import { todayOf } from '../../members/club-of.js';
import { anySeatOn, areFellows } from '../../members/seats.js';
import { Clock } from '../../platform/clock.js';
import { blaming } from '../../platform/graphql/errors.js';
import type { Agreement } from '../consent/keep-consent.js';
import type { Introduction } from '../introduction.entity.js';
import { firstAccepted } from '../introduction-links.js';
import { IntroductionsService } from '../introductions.service.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { withdrawPassedOn } from './request-lookup.js';

/** A yes: who heard it (null for the contact himself), and what he agreed to. */
export interface AnswerOfContact {
  byId: string | null;
  outcomeBack: boolean;
  expiresAt: Date | null;
  /** What the contact agreed to himself; null when a member says that he did. */
  agreement: Agreement | null;
}

/** Makes the introductions that a request has led to. For services that hold the lock of the request. */
@Injectable()
export class IntroduceOnRequest {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Of a request that was passed on, first whoever was asked is introduced by whoever passed it on, unless the requester
   * knows him already; the request above it is introduced with it.
   * @returns null when somebody in it holds no seat today or the contact was erased: then the request has ended quietly
   * @throws DomainError INTRODUCTION_LOOP
   */
  async introduce(
    manager: EntityManager,
    request: IntroductionRequest,
    answer: AnswerOfContact,
  ): Promise<Introduction | null> {
    const now = this.clock.now();
    const happenedOn = await todayOf(manager, request.requesterId, this.clock);
    const inBook = async (id: string | null) => id && (await findInBook(manager, request.askedId, { id }));
    const contact = await inBook(request.contactId);
    const via = await inBook(request.viaContactId);
    const isGone = !contact || (request.viaContactId !== null && !via);
    if (isGone || !(await allSeated(manager, request, happenedOn))) {
      request.endQuietly(now);
      return null;
    }
    const introduction = await blaming({ introduced: 'requestId', introducer: 'requestId' }, async () => {
      if (request.isPassedOn) await this.introduceAsked(manager, request, happenedOn);
      return this.introductions.introduce(manager, {
        beneficiaryId: request.requesterId,
        introduced: { contactId: contact.id, personId: null },
        claim: via ? { contactId: via.id, askerId: request.askedId } : { personId: request.askedId },
        happenedOn,
        consentBasis: 'asked_and_agreed',
        accepted: true,
        recordedById: request.askedId,
        consentById: answer.byId,
        consentExpiresAt: answer.expiresAt,
        outcomeBack: answer.outcomeBack,
        agreement: answer.agreement,
      });
    });
    request.introduce(introduction.id, now);
    await withdrawPassedOn(manager, request.id, { now });
    if (request.parentId !== null) await this.introduceAbove(manager, request, request.parentId);
    return introduction;
  }

  private async introduceAsked(
    manager: EntityManager,
    { requesterId, askingId, askedId }: IntroductionRequest,
    happenedOn: string,
  ): Promise<void> {
    if (await areFellows(manager, requesterId, askedId, happenedOn)) return;
    const human = await humanOf(manager, { contactId: null, personId: askedId });
    if (await firstAccepted(manager, human, { beneficiaryId: requesterId, happenedOn })) return;
    await this.introductions.introduce(manager, {
      beneficiaryId: requesterId,
      introduced: { contactId: null, personId: askedId },
      claim: { personId: askingId },
      happenedOn,
      consentBasis: 'asked_and_agreed',
      accepted: true,
      recordedById: askingId,
    });
  }

  private async introduceAbove(
    manager: EntityManager,
    { id, introductionId, introducedAt }: IntroductionRequest,
    parentId: string,
  ): Promise<void> {
    const parent = await manager.findOneByOrFail(IntroductionRequest, { id: parentId });
    if (introductionId === null || introducedAt === null) return;
    parent.introduce(introductionId, introducedAt);
    await manager.save(parent);
    await withdrawPassedOn(manager, parentId, { now: introducedAt, except: id });
  }
}

async function allSeated(manager: EntityManager, request: IntroductionRequest, day: string): Promise<boolean> {
  for (const personId of new Set([request.requesterId, request.askingId, request.askedId])) {
    if (!(await anySeatOn(manager, personId, day))) return false;
  }
  return true;
}
