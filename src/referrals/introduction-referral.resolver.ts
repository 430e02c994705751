import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Introduction } from '../network/introduction.entity.js';
import { IntroductionAbilities } from '../network/introductions.types.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Referral } from './referral.entity.js';
import { referralByIntroduction } from './referrals.loaders.js';
import { canReferFrom, canSeeReferral } from './referrals.policy.js';

@Resolver(() => Introduction)
export class IntroductionReferralResolver {
  @ResolveField(() => Referral, {
    nullable: true,
    description: 'The referral it was given with; null without one, and for all but its giver and its receiver.',
  })
  async referral(
    @Parent() { id }: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Referral | null> {
    const referral = await loaders.load(referralByIntroduction, id);
    return referral && canSeeReferral(viewer, referral) ? referral : null;
  }
}

@Resolver(() => IntroductionAbilities)
export class IntroductionReferralAbilitiesResolver {
  @ResolveField(() => Boolean, {
    description: 'Let a referral grow from it: he made it or asked for it, and it has none yet.',
  })
  async refer(
    @Parent() { introduction }: IntroductionAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (!canReferFrom(viewer, introduction)) return false;
    return (await loaders.load(referralByIntroduction, introduction.id)) === null;
  }
}
