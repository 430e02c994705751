import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import { Profession } from '../../clubs/profession.entity.js';
import { fullName } from '../../identity/full-name.js';
import { Person } from '../../identity/person.entity.js';
import { clubOf } from '../../members/club-of.js';
import { anySeatOn } from '../../members/seats.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { Introduction } from '../introduction.entity.js';
import { lockChains } from '../introductions.service.js';
import { IntroductionRequest } from '../requests/introduction-request.entity.js';
import { IntroductionRequestsService } from '../requests/introduction-requests.service.js';
import type { QuestionFacts } from './consent-text.js';
import type { ContactLink } from './contact-link.entity.js';
import { heldIntroductions } from './held-introductions.sql.js';
import { addToHistory, keepConsent } from './keep-consent.js';

/** What a contact answers to the question of his link. */
export type ContactAnswer =
  | { agreed: true; textVersion: string; outcomeBack: boolean; expiresAt: Date }
  | { agreed: false };

/**
 * What the question of a link is about, and what an answer does to it. This is the one place that tells the kinds of
 * targets apart: an introduction that was recorded, and a request for one.
 */
@Injectable()
export class LinkTarget {
  constructor(
    private readonly requests: IntroductionRequestsService,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** What the contact is to be told before he answers; null for a link that asks nothing that can be answered. */
  async facts(manager: EntityManager, link: ContactLink, contactIds: string[]): Promise<QuestionFacts | null> {
    if (link.requestId !== null) return this.factsOfRequest(manager, link, link.requestId);
    if (link.introductionId === null) return null;
    const today = this.clock.today('UTC');
    const { introductionId } = link;
    const [held] = await heldIntroductions(manager, { contactIds, today, introductionId });
    if (!held) return null;
    return {
      ...(await this.memberOf(manager, link)),
      beneficiary: held.beneficiaryName,
      beneficiaryProfession: held.beneficiaryProfession,
      beneficiaryClub: held.beneficiaryClub,
      need: held.need,
    };
  }

  /** Keeps what the target hangs on from changing until the transaction ends; before any contact or link is locked. */
  async lock(manager: EntityManager, link: ContactLink): Promise<void> {
    if (link.requestId !== null) {
      const { requesterId } = await manager.findOneByOrFail(IntroductionRequest, { id: link.requestId });
      await lockChains(manager, requesterId);
    }
    if (link.introductionId === null) return;
    const { beneficiaryId } = await manager.findOneByOrFail(Introduction, { id: link.introductionId });
    await lockChains(manager, beneficiaryId);
  }

  /**
   * Does what the answer means. The link is locked and has taken the answer.
   * @returns what is to be done once the transaction is committed; null for nothing
   * @throws DomainError NOTHING_ASKED when nobody waits for the answer any more
   */
  async answered(manager: EntityManager, link: ContactLink, answer: ContactAnswer): Promise<(() => void) | null> {
    if (link.requestId !== null) return this.answerRequest(manager, link, answer);
    if (link.introductionId === null) return null;
    const introduction = await manager.findOneByOrFail(Introduction, { id: link.introductionId });
    if (answer.agreed) await this.agree(manager, { link, introduction }, answer);
    else await this.decline(manager, link, introduction);
    return null;
  }

  private async answerRequest(
    manager: EntityManager,
    { id: linkId, requestId }: ContactLink,
    answer: ContactAnswer,
  ): Promise<(() => void) | null> {
    if (requestId === null) return null;
    if (!answer.agreed) {
      if (await this.requests.contactRefused(manager, requestId)) return null;
      throw nothingAsked();
    }
    const { outcomeBack, expiresAt, textVersion } = answer;
    const said = { outcomeBack, expiresAt, agreement: { textVersion, linkId } };
    const request = await this.requests.contactAgreed(manager, requestId, said);
    if (!request) throw nothingAsked();
    return () => this.requests.tellRequester(request);
  }

  private async factsOfRequest(manager: EntityManager, link: ContactLink, id: string): Promise<QuestionFacts | null> {
    const request = await manager.findOneByOrFail(IntroductionRequest, { id });
    if (!request.awaitsContactAt(this.clock.now())) return null;
    const requester = await manager.findOneByOrFail(Person, { id: request.requesterId });
    const seat = await anySeatOn(manager, requester.id, this.clock.today('UTC'));
    const profession = seat && (await manager.findOneByOrFail(Profession, { id: seat.professionId }));
    const club = seat && (await manager.findOneByOrFail(Club, { id: seat.clubId }));
    return {
      ...(await this.memberOf(manager, link)),
      beneficiary: fullName(requester),
      beneficiaryProfession: profession?.name ?? null,
      beneficiaryClub: club?.name ?? null,
      need: request.lookingFor,
    };
  }

  /** Who wants to pass the details on. */
  private async memberOf(manager: EntityManager, link: ContactLink) {
    const member = await manager.findOneByOrFail(Person, { id: link.createdById });
    return { member: fullName(member), memberClub: (await clubOf(manager, member.id, this.clock))?.name ?? null };
  }

  private async agree(
    manager: EntityManager,
    { link, introduction }: { link: ContactLink; introduction: Introduction },
    { textVersion, outcomeBack, expiresAt }: ContactAnswer & { agreed: true },
  ): Promise<void> {
    const statedAt = this.clock.now();
    const said = { kind: 'agreed', basis: 'asked_and_agreed', statedById: null, linkId: link.id } as const;
    await keepConsent(manager, introduction, { ...said, textVersion, outcomeBack, statedAt, expiresAt });
    await this.record(manager, 'introduction.consent_agreed', introduction);
  }

  /** Where there was no basis before, nobody who had no hand in asking him can tell that he was asked. */
  private async decline(manager: EntityManager, link: ContactLink, introduction: Introduction): Promise<void> {
    const hadBasis = introduction.consentBasis !== 'none_yet';
    const said = {
      ...({ kind: 'declined', basis: 'none_yet', statedById: null, linkId: link.id } as const),
      ...{ outcomeBack: false, statedAt: this.clock.now(), expiresAt: null },
    };
    if (hadBasis) await keepConsent(manager, introduction, said);
    else await addToHistory(manager, introduction.id, said);
    await this.record(manager, 'introduction.consent_declined', introduction);
  }

  private record(manager: EntityManager, verb: `introduction.${string}`, subject: Introduction): Promise<void> {
    return this.activity.record(manager, { actorId: null, verb, subject });
  }
}

function nothingAsked(): DomainError {
  return new DomainError('NOTHING_ASKED', 'Nobody waits for an answer to this any more.', ['token']);
}
