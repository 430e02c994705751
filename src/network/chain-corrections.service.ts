import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { findOpenContact } from '../contacts/contact-access.js';
import type { Viewer } from '../identity/viewer.js';
import { anySeatOn, findPersonOfNetworks } from '../members/seats.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { authorise, blaming, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import type { Link } from './chain.js';
import { keepFirstConsent } from './consent/keep-consent.js';
import { Introduction } from './introduction.entity.js';
import { linkOf, partiesAbove, refuseLoop, refuseLoopBelow } from './introduction-links.js';
import { canCorrectChain } from './introductions.policy.js';
import { IntroductionsService, lockChains } from './introductions.service.js';
import type { CorrectIntroductionInput, InsertIntroductionInput } from './introductions.types.js';
import { rederiveBelow } from './rederive.sql.js';

/** Mends chains after the fact. All that hangs below is derived anew in the same transaction, each with a record. */
@Injectable()
export class ChainCorrectionsService {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @returns the introduction above which it was inserted, and the one that was forgotten as its parent */
  insert(viewer: Viewer, input: InsertIntroductionInput): Promise<Introduction> {
    const act = { personId: viewer.personId, verb: 'insertIntroduction', input, result: Introduction };
    return this.acts.once(act, async (manager) => {
      const below = await this.findToCorrect(manager, viewer, input.introductionId);
      const contact = found(await findOpenContact(manager, viewer, input.contactId), 'contact', 'contactId');
      if (input.introducerId !== null) {
        found(await findPersonOfNetworks(manager, input.introducerId, viewer.networkIds), 'person', 'introducerId');
      }
      const forgotten = await blaming({ introduced: 'contactId', introducer: 'introducerId' }, () =>
        this.forgotten(manager, viewer, below, { contactId: contact.id, introducerId: input.introducerId }),
      );
      const link = { introducerId: null, introducerContactId: contact.id, askerId: null, parentId: forgotten.id };
      await this.rehang(manager, viewer, below, link, { inserted: forgotten.id });
      return below;
    });
  }

  correct(viewer: Viewer, input: CorrectIntroductionInput): Promise<Introduction> {
    const act = { personId: viewer.personId, verb: 'correctIntroduction', input, result: Introduction };
    return this.acts.once(act, async (manager) => {
      const introduction = await this.findToCorrect(manager, viewer, input.introductionId);
      const claim = await this.introductions.requireNameable(manager, viewer, input.introducer);
      const link = await linkOf(manager, claim, introduction);
      await this.requireSeat(manager, link.introducerId ?? link.askerId, introduction.happenedOn);
      await blaming({ introduced: 'introducer' }, async () =>
        refuseLoopBelow(manager, introduction.id, link, await partiesAbove(manager, link)),
      );
      await this.rehang(manager, viewer, introduction, link, { reason: input.reason });
      return introduction;
    });
  }

  private async findToCorrect(manager: EntityManager, viewer: Viewer, id: string): Promise<Introduction> {
    const visible = found(await this.introductions.find(viewer, id, manager), 'introduction', 'introductionId');
    authorise(canCorrectChain(viewer, visible));
    await lockChains(manager, visible.beneficiaryId);
    return manager.findOneByOrFail(Introduction, { id });
  }

  /** The forgotten introduction, which takes over the place of the one below unless a member is said to have made it. */
  private async forgotten(
    manager: EntityManager,
    viewer: Viewer,
    below: Introduction,
    { contactId, introducerId }: Pick<InsertIntroductionInput, 'contactId' | 'introducerId'>,
  ): Promise<Introduction> {
    const introduced = { contactId, personId: null };
    const link = introducerId === null ? placeOf(below) : await linkOf(manager, { personId: introducerId }, below);
    const above = await partiesAbove(manager, link);
    if (introducerId !== null) await this.requireSeat(manager, introducerId, below.happenedOn);
    await refuseLoop(manager, introduced, [{ contactId: null, personId: below.beneficiaryId }, ...above]);
    const changes = introducerId === null ? [introduced] : [introduced, ...above];
    await refuseLoopBelow(manager, below.id, introducerId === null ? { ...link, parentId: null } : link, changes);
    const parent = link.parentId === null ? null : await manager.findOneByOrFail(Introduction, { id: link.parentId });
    const now = this.clock.now();
    const forgotten = manager.create(Introduction, {
      ...below,
      id: newId(),
      introducedContactId: contactId,
      introducedPersonId: null,
      recordedById: viewer.personId,
      recordedAt: now,
      // Nobody passed on this contact's details: the viewer has them already.
      consentBasis: 'none_yet',
      consentById: viewer.personId,
      consentAt: now,
      consentExpiresAt: null,
      outcomeBack: true,
    });
    forgotten.hang(link, parent);
    await insert(manager, Introduction, forgotten);
    await keepFirstConsent(manager, forgotten);
    return forgotten;
  }

  private async rehang(
    manager: EntityManager,
    viewer: Viewer,
    introduction: Introduction,
    link: Link,
    details: Record<string, unknown>,
  ): Promise<void> {
    const before = placeOf(introduction);
    const parent = link.parentId === null ? null : await manager.findOneByOrFail(Introduction, { id: link.parentId });
    introduction.hang(link, parent);
    await manager.save(introduction);
    await this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'introduction.corrected',
      subject: introduction,
      details: { ...details, before },
    });
    for (const { kind, id, clubId, degree, rootId } of await rederiveBelow(manager, introduction.id)) {
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: `${kind}.rederived`,
        subject: { id },
        ...(clubId && { clubId }),
        details: { degree, rootId, because: introduction.id },
      });
    }
  }

  private async requireSeat(manager: EntityManager, personId: string | null, day: string): Promise<void> {
    if (personId === null || (await anySeatOn(manager, personId, day))) return;
    throw new DomainError('NOT_A_MEMBER', 'Who introduces has a seat on that day.', ['introducer']);
  }
}

function placeOf({ introducerId, introducerContactId, askerId, parentId }: Introduction): Link {
  return { introducerId, introducerContactId, askerId, parentId };
}
