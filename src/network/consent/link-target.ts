import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { fullName } from '../../identity/full-name.js';
import { Person } from '../../identity/person.entity.js';
import { clubOf } from '../../members/club-of.js';
import { Clock } from '../../platform/clock.js';
import { Introduction } from '../introduction.entity.js';
import { lockChains } from '../introductions.service.js';
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
 * targets apart: an introduction that was recorded; another kind gets its own branch in each method.
 */
@Injectable()
export class LinkTarget {
  constructor(
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** What the contact is to be told before he answers; null for a link that asks nothing that can be answered. */
  async facts(manager: EntityManager, link: ContactLink, contactIds: string[]): Promise<QuestionFacts | null> {
    if (link.introductionId === null) return null;
    const today = this.clock.today('UTC');
    const { introductionId } = link;
    const [held] = await heldIntroductions(manager, { contactIds, today, introductionId });
    if (!held) return null;
    const member = await manager.findOneByOrFail(Person, { id: link.createdById });
    return {
      member: fullName(member),
      memberClub: (await clubOf(manager, member.id, this.clock))?.name ?? null,
      beneficiary: held.beneficiaryName,
      beneficiaryProfession: held.beneficiaryProfession,
      beneficiaryClub: held.beneficiaryClub,
      need: held.need,
    };
  }

  /** Keeps what the target hangs on from changing until the transaction ends; before any contact or link is locked. */
  async lock(manager: EntityManager, link: ContactLink): Promise<void> {
    if (link.introductionId === null) return;
    const { beneficiaryId } = await manager.findOneByOrFail(Introduction, { id: link.introductionId });
    await lockChains(manager, beneficiaryId);
  }

  /** Does what the answer means. The link is locked and has taken the answer. */
  async answered(manager: EntityManager, link: ContactLink, answer: ContactAnswer): Promise<void> {
    if (link.introductionId === null) return;
    const introduction = await manager.findOneByOrFail(Introduction, { id: link.introductionId });
    if (answer.agreed) await this.agree(manager, { link, introduction }, answer);
    else await this.decline(manager, link, introduction);
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
    else {
      introduction.outcomeBack = false;
      await manager.save(introduction);
      await addToHistory(manager, introduction.id, said);
    }
    await this.record(manager, 'introduction.consent_declined', introduction);
  }

  private record(manager: EntityManager, verb: `introduction.${string}`, subject: Introduction): Promise<void> {
    return this.activity.record(manager, { actorId: null, verb, subject });
  }
}
