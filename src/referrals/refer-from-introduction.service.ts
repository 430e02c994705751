import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import { Membership } from '../members/membership.entity.js';
import type { Introduction } from '../network/introduction.entity.js';
import { IntroductionsService, lockChains } from '../network/introductions.service.js';
import { IntroductionRequest } from '../network/requests/introduction-request.entity.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { type Ends, GiveReferralService } from './give-referral.service.js';
import { Referral } from './referral.entity.js';
import { canReferFrom } from './referrals.policy.js';
import type { ReferFromIntroductionInput } from './referrals.types.js';
import { seatsBetween } from './seats-between.sql.js';

/** Lets a referral grow from an introduction there is already, such as one that was asked for. */
@Injectable()
export class ReferFromIntroductionService {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly giving: GiveReferralService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_A_MEMBER, REASON_REQUIRED, TAKEN */
  refer(viewer: Viewer, input: ReferFromIntroductionInput): Promise<Referral> {
    const act = { personId: viewer.personId, verb: 'referFromIntroduction', input, result: Referral };
    return this.acts.once(act, async (manager) => {
      const visible = await this.introductions.find(viewer, input.introductionId, manager);
      const introduction = found(visible, 'introduction', 'introductionId');
      authorise(canReferFrom(viewer, introduction));
      await lockChains(manager, introduction.beneficiaryId);
      const ends = await this.findEnds(manager, viewer, introduction);
      const need = input.need ?? (await this.askedFor(manager, introduction));
      return this.giving.record(manager, { ...ends, introductionId: introduction.id, need, warmth: input.warmth });
    });
  }

  private async findEnds(manager: EntityManager, viewer: Viewer, { beneficiaryId }: Introduction): Promise<Ends> {
    const pair = { giverId: viewer.personId, receiverId: beneficiaryId };
    const seats = await seatsBetween(manager, pair, this.clock.now());
    if (!seats) {
      throw new DomainError('NOT_A_MEMBER', 'Giver and receiver hold seats in one network today.', ['introductionId']);
    }
    return {
      giver: await manager.findOneByOrFail(Membership, { id: seats.giverSeatId }),
      receiver: await manager.findOneByOrFail(Membership, { id: seats.receiverSeatId }),
      day: seats.day,
    };
  }

  /** What the beneficiary sought when he asked for this introduction. */
  private async askedFor(manager: EntityManager, { id }: Introduction): Promise<string> {
    const request = await manager.findOneBy(IntroductionRequest, { introductionId: id });
    if (request) return request.lookingFor;
    throw new DomainError('REASON_REQUIRED', 'Say what the need is: nobody asked for this introduction.', ['need']);
  }
}
