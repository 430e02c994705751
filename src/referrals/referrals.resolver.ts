import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { GiveReferralService } from './give-referral.service.js';
import { ReferFromIntroductionService } from './refer-from-introduction.service.js';
import { Referral } from './referral.entity.js';
import { ReferralsService } from './referrals.service.js';
import {
  DeclineReferralInput,
  GiveReferralInput,
  LoseReferralInput,
  MoveReferralInput,
  PromiseFirstContactInput,
  RecordFirstContactInput,
  ReferFromIntroductionInput,
  ReferralPayload,
} from './referrals.types.js';

@Resolver(() => Referral)
export class ReferralsResolver {
  constructor(
    private readonly giving: GiveReferralService,
    private readonly referring: ReferFromIntroductionService,
    private readonly referrals: ReferralsService,
  ) {}

  @Query(() => Referral, { nullable: true, description: 'The referral; null unless the viewer gave or received it.' })
  referral(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the referral.' }) id: string,
  ): Promise<Referral | null> {
    return this.referrals.find(viewer, id);
  }

  @Mutation(() => ReferralPayload, { description: 'Gives a referral to a member of any club of the network.' })
  async giveReferral(@CurrentViewer() viewer: Viewer, @Input() input: GiveReferralInput): Promise<ReferralPayload> {
    return { referral: await this.giving.give(viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Gives a referral that hangs on a recorded introduction without one. For who made it or asked for it.',
  })
  async referFromIntroduction(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ReferFromIntroductionInput,
  ): Promise<ReferralPayload> {
    return { referral: await this.referring.refer(viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Promises a first contact, and accepts the referral by it.' })
  async promiseFirstContact(
    @CurrentViewer() viewer: Viewer,
    @Input() input: PromiseFirstContactInput,
  ): Promise<ReferralPayload> {
    return { referral: await this.referrals.promiseFirstContact(viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Records that the receiver has been in touch with the prospect.' })
  async recordFirstContact(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordFirstContactInput,
  ): Promise<ReferralPayload> {
    return { referral: await this.referrals.recordFirstContact(viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Moves a referral along the funnel. For the receiver.' })
  async moveReferral(@CurrentViewer() viewer: Viewer, @Input() input: MoveReferralInput): Promise<ReferralPayload> {
    return { referral: await this.referrals.move(viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Says that a referral is lost, and why. For the receiver.' })
  async loseReferral(@CurrentViewer() viewer: Viewer, @Input() input: LoseReferralInput): Promise<ReferralPayload> {
    return { referral: await this.referrals.lose(viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Declines a referral whose need is not confirmed. For the receiver.',
  })
  async declineReferral(
    @CurrentViewer() viewer: Viewer,
    @Input() input: DeclineReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await this.referrals.decline(viewer, input) };
  }
}
