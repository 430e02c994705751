import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { visibleInNetwork } from '../clubs/clubs.policy.js';
import { rulesInForceOn } from '../clubs/rules-in-force.js';
import type { Viewer } from '../identity/viewer.js';
import type { Membership } from '../members/membership.entity.js';
import { findMembership } from '../members/membership-lookup.js';
import { seatOn } from '../members/seats.js';
import { IntroductionsService } from '../network/introductions.service.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { authorise, blaming, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { hoursAfter } from './promise.js';
import { Referral } from './referral.entity.js';
import { ReferralMove } from './referral-move.entity.js';
import { canGive } from './referrals.policy.js';
import type { GiveReferralInput } from './referrals.types.js';

/** What is said of a referral, without the key of the act. */
export type ReferralToGive = Omit<GiveReferralInput, 'idempotencyKey'>;

/** Between whom a referral is. */
export interface Ends {
  giver: Membership;
  receiver: Membership;
  /** The civil day of giving in the receiver's club. */
  day: string;
}

/** What is given. */
interface Given {
  introductionId: string | null;
  need: string;
  warmth: number;
}

/** Giving a referral: the introduction with its need, from a seat to a seat. */
@Injectable()
export class GiveReferralService {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError GIVER_IS_RECEIVER, NOT_A_MEMBER, INTRODUCTION_LOOP */
  give(viewer: Viewer, input: GiveReferralInput): Promise<Referral> {
    const act = { personId: viewer.personId, verb: 'giveReferral', input, result: Referral };
    return this.acts.once(act, (manager) => this.refer(manager, viewer, input));
  }

  /**
   * Gives it. For acts of this and later modules, within their transaction.
   * @throws DomainError GIVER_IS_RECEIVER, NOT_A_MEMBER, INTRODUCTION_LOOP
   */
  async refer(manager: EntityManager, viewer: Viewer, input: ReferralToGive): Promise<Referral> {
    const ends = await this.findEnds(manager, viewer, input);
    if (ends.giver.personId === ends.receiver.personId) {
      throw new DomainError('GIVER_IS_RECEIVER', 'Nobody refers to himself.', ['receiverMembershipId']);
    }
    const introductionId = await blaming({ introduced: 'prospect', happenedOn: 'receiverMembershipId' }, () =>
      this.introduce(manager, viewer, input, ends),
    );
    return this.record(manager, { ...ends, ...input, introductionId });
  }

  /** Records a referral that hangs on an introduction, or on none. For acts of this module, within their transaction. */
  async record(manager: EntityManager, given: Ends & Given): Promise<Referral> {
    const referral = await this.insert(manager, given);
    await this.activity.record(manager, {
      actorId: referral.giverId,
      verb: 'referral.given',
      subject: referral,
      clubId: referral.clubId,
      details: { receiverId: referral.receiverId, inside: referral.inside },
    });
    return referral;
  }

  private async findEnds(manager: EntityManager, viewer: Viewer, input: ReferralToGive): Promise<Ends> {
    const where = { ...visibleInNetwork(viewer), id: input.clubId };
    const club = found(await manager.findOneBy(Club, where), 'club', 'clubId');
    authorise(canGive(viewer, club.id));
    const receiver = found(
      await findMembership(manager, viewer, input.receiverMembershipId, this.clock.now()),
      'membership',
      'receiverMembershipId',
    );
    const theirs = await manager.findOneByOrFail(Club, { id: receiver.clubId });
    const day = this.clock.today(theirs.timeZone);
    const giver = await seatOn(manager, club.id, viewer.personId, this.clock.today(club.timeZone));
    const sits = (await seatOn(manager, theirs.id, receiver.personId, day))?.id === receiver.id;
    if (!giver || !sits) {
      throw new DomainError('NOT_A_MEMBER', 'Giver and receiver hold their seats today.', ['receiverMembershipId']);
    }
    return { giver, receiver, day };
  }

  /** The introduction that comes with it; none when the giver himself has the need. */
  private async introduce(
    manager: EntityManager,
    viewer: Viewer,
    input: ReferralToGive,
    { receiver, day }: Ends,
  ): Promise<string | null> {
    if (input.prospect === null) return null;
    const introduced = await this.introductions.findParty(manager, viewer, input.prospect);
    const introduction = await this.introductions.introduce(manager, {
      beneficiaryId: receiver.personId,
      introduced,
      claim: { personId: viewer.personId },
      happenedOn: day,
      consentBasis: input.consentBasis,
      accepted: false,
      recordedById: viewer.personId,
    });
    return introduction.id;
  }

  private async insert(
    manager: EntityManager,
    { giver, receiver, day, introductionId, need, warmth }: Ends & Given,
  ): Promise<Referral> {
    const now = this.clock.now();
    const rules = await rulesInForceOn(manager, receiver.clubId, day);
    const referral = await insert(manager, Referral, {
      id: newId(),
      clubId: giver.clubId,
      giverMembershipId: giver.id,
      giverId: giver.personId,
      receiverClubId: receiver.clubId,
      receiverMembershipId: receiver.id,
      receiverId: receiver.personId,
      introductionId,
      need,
      warmth,
      stage: 'suspect',
      givenAt: now,
      givenOn: day,
      promisedFor: hoursAfter(now, rules.firstContactTargetHours),
      promisedAt: null,
      firstContactAt: null,
      targetHours: rules.firstContactTargetHours,
    });
    await insert(manager, ReferralMove, {
      id: newId(),
      referralId: referral.id,
      fromStage: null,
      toStage: 'suspect',
      movedAt: now,
      movedById: giver.personId,
      note: null,
      declineReason: null,
    });
    return referral;
  }
}
