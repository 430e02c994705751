import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { findOpenContact } from '../contacts/contact-access.js';
import type { Party } from '../contacts/human.js';
import { Person } from '../identity/person.entity.js';
import type { Viewer } from '../identity/viewer.js';
import { todayOf } from '../members/club-of.js';
import { anySeatOn, findPersonOfNetworks } from '../members/seats.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { refuseAgainstHisWord } from './consent/against-his-word.js';
import { type Agreement, keepFirstConsent } from './consent/keep-consent.js';
import type { ConsentBasis } from './introduction.entity.js';
import { Introduction } from './introduction.entity.js';
import { type Claim, linkOf, partiesAbove, refuseLoop } from './introduction-links.js';
import { canRecordIntroduction, visibleIntroductions } from './introductions.policy.js';
import type { IntroducerInput, PartyInput, RecordIntroductionInput } from './introductions.types.js';

/** All there is to say of an introduction when it is recorded. */
export interface Told {
  beneficiaryId: string;
  introduced: Party;
  claim: Claim;
  happenedOn: string;
  consentBasis: ConsentBasis;
  /** Whether the beneficiary has taken it up with this; a referral waits for his first act. */
  accepted: boolean;
  recordedById: string;
  /** Who stated the basis: whoever records it unless said otherwise; null for the contact himself. */
  consentById?: string | null;
  /** When the basis ends; not at all unless said otherwise. */
  consentExpiresAt?: Date | null;
  /** Whether the contact agrees that the outcome is told back; he does unless said otherwise. */
  outcomeBack?: boolean;
  /** What the contact agreed to himself, where he did. */
  agreement?: Agreement | null;
}

@Injectable()
export class IntroductionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The introduction, or null when the viewer has no part in one of that key. */
  find(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<Introduction | null> {
    return manager.findOne(Introduction, { where: visibleIntroductions(viewer).map((part) => ({ ...part, id })) });
  }

  record(viewer: Viewer, input: RecordIntroductionInput): Promise<Introduction> {
    const act = { personId: viewer.personId, verb: 'recordIntroduction', input, result: Introduction };
    return this.acts.once(act, async (manager) => {
      const beneficiaryId = input.beneficiaryId ?? viewer.personId;
      found(await findPersonOfNetworks(manager, beneficiaryId, viewer.networkIds), 'person', 'beneficiaryId');
      const { personId, askerId } = input.introducer;
      authorise(canRecordIntroduction(viewer, { beneficiaryId, introducerId: personId, askerId }));
      const introduced = await this.findParty(manager, viewer, input.introduced);
      const claim = await this.requireNameable(manager, viewer, input.introducer);
      const today = await todayOf(manager, beneficiaryId, this.clock);
      const happenedOn = input.happenedOn ?? today;
      if (happenedOn > today) {
        throw new DomainError('DATE_OUT_OF_RANGE', 'It cannot have happened in the future.', ['happenedOn']);
      }
      return this.introduce(manager, {
        beneficiaryId,
        introduced,
        claim,
        happenedOn,
        consentBasis: input.consentBasis,
        accepted: true,
        recordedById: viewer.personId,
      });
    });
  }

  /**
   * Adds an introduction to its chain. For acts of this and later modules, within their transaction.
   * @throws DomainError GIVER_IS_RECEIVER, NO_CHAIN, INTRODUCTION_LOOP, NOT_A_MEMBER, CONTACT_SAID_NO
   */
  async introduce(manager: EntityManager, told: Told): Promise<Introduction> {
    await lockChains(manager, told.beneficiaryId);
    const link = await linkOf(manager, told.claim, told);
    await this.requireSeats(manager, told, [told.beneficiaryId, link.introducerId, link.askerId]);
    const self = { contactId: null, personId: told.beneficiaryId };
    await refuseLoop(manager, told.introduced, [self, ...(await partiesAbove(manager, link))]);
    const { beneficiaryId, introduced, recordedById: personId } = told;
    const passing = { contactId: introduced.contactId, beneficiaryId, personId };
    const word = await refuseAgainstHisWord(manager, passing, { basis: told.consentBasis });
    const parent = link.parentId === null ? null : await manager.findOneByOrFail(Introduction, { id: link.parentId });
    const now = this.clock.now();
    const introduction = manager.create(Introduction, {
      id: newId(),
      beneficiaryId: told.beneficiaryId,
      introducedContactId: told.introduced.contactId,
      introducedPersonId: told.introduced.personId,
      happenedOn: told.happenedOn,
      acceptedAt: told.accepted ? now : null,
      recordedById: told.recordedById,
      recordedAt: now,
      consentBasis: told.consentBasis,
      consentById: told.consentById === undefined ? told.recordedById : told.consentById,
      consentAt: now,
      consentExpiresAt: told.consentExpiresAt ?? null,
      outcomeBack: told.outcomeBack ?? word?.outcomeBack ?? true,
    });
    introduction.hang(link, parent);
    await this.activity.record(manager, {
      actorId: told.recordedById,
      verb: 'introduction.recorded',
      subject: introduction,
      details: { degree: introduction.degree, rootId: introduction.rootId },
    });
    await insert(manager, Introduction, introduction);
    await keepFirstConsent(manager, introduction, told.agreement ?? null);
    return introduction;
  }

  /** The one party an input names, if the viewer may name it. */
  async findParty(manager: EntityManager, viewer: Viewer, input: PartyInput): Promise<Party> {
    if ((input.contactId === null) === (input.personId === null)) {
      throw new DomainError('INVALID', 'Name either a contact or a person.', ['introduced']);
    }
    if (input.contactId !== null) {
      const open = await findOpenContact(manager, viewer, input.contactId);
      return { contactId: found(open, 'contact', 'introduced', 'contactId').id, personId: null };
    }
    if (input.personId !== null) {
      found(await findPersonOfNetworks(manager, input.personId, viewer.networkIds), 'person', 'introduced', 'personId');
    }
    return { contactId: null, personId: input.personId };
  }

  /** Who made an introduction is somebody the viewer may name; a merged contact is the one that stands for it. */
  async requireNameable(manager: EntityManager, viewer: Viewer, introducer: IntroducerInput): Promise<Claim> {
    const claim: Claim = { ...introducer };
    if (introducer.contactId !== null) {
      const open = await findOpenContact(manager, viewer, introducer.contactId);
      claim.contactId = found(open, 'contact', 'introducer', 'contactId').id;
    }
    for (const field of ['personId', 'askerId'] as const) {
      const personId = introducer[field];
      if (personId === null) continue;
      found(await findPersonOfNetworks(manager, personId, viewer.networkIds), 'person', 'introducer', field);
    }
    return claim;
  }

  private async requireSeats(manager: EntityManager, told: Told, personIds: (string | null)[]): Promise<void> {
    for (const personId of personIds) {
      if (personId !== null && !(await anySeatOn(manager, personId, told.happenedOn))) {
        throw new DomainError('NOT_A_MEMBER', 'Who introduces and whom it serves have a seat on that day.', [
          'happenedOn',
        ]);
      }
    }
  }
}

/** All changes to the chains of one beneficiary, and to his deals, go one after the other. */
export async function lockChains(manager: EntityManager, beneficiaryId: string): Promise<void> {
  await manager.findOneOrFail(Person, { where: { id: beneficiaryId }, lock: { mode: 'for_no_key_update' } });
}
