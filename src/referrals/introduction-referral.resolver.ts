import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { IntroductionAbilities } from '../network/introductions.types.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { LoaderDeclaration, Loaders } from '../platform/graphql/loaders.js';
import { Referral } from './referral.entity.js';
import { canReferFrom } from './referrals.policy.js';

/** The referral that hangs on each introduction. */
const referralByIntroduction: LoaderDeclaration<Referral> = async (keys, dataSource) => {
  const referrals = await dataSource.getRepository(Referral).findBy({ introductionId: In([...keys]) });
  return new Map(referrals.map((referral) => [referral.introductionId ?? '', referral]));
};

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
