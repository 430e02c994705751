import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Introduction } from '../network/introduction.entity.js';
import { canCorrectChain } from '../network/introductions.policy.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { LoaderDeclaration, Loaders } from '../platform/graphql/loaders.js';
import { Money } from '../platform/money.js';
import { Referral } from '../referrals/referral.entity.js';
import { canFollowUp } from '../referrals/referrals.policy.js';
import { returnHere, returnOfBranch } from './chain-return.js';

@Resolver(() => Introduction)
export class ChainReturnResolver {
  @ResolveField(() => [Money], {
    nullable: true,
    description:
      'Return of the deals that go back to it directly, one per currency; null for anybody but the beneficiary.',
  })
  return(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Money[]> | null {
    return canCorrectChain(viewer, introduction) ? sum(loaders, returnHere, introduction.id) : null;
  }

  @ResolveField(() => [Money], {
    nullable: true,
    description:
      'Its lifetime value: return of all deals whose chain passes through it, one per currency; null for anybody but the beneficiary.',
  })
  lifetimeValue(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Money[]> | null {
    return canCorrectChain(viewer, introduction) ? sum(loaders, returnOfBranch, introduction.id) : null;
  }
}

@Resolver(() => Referral)
export class ReferralReturnResolver {
  @ResolveField(() => [Money], {
    nullable: true,
    description:
      'Return of all deals whose chain passes through it, one per currency; null for anybody but the receiver, and for an inside referral.',
  })
  lifetimeValue(
    @Parent() referral: Referral,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Money[]> | null {
    const visible = referral.introductionId !== null && canFollowUp(viewer, referral);
    return visible && referral.introductionId ? sum(loaders, returnOfBranch, referral.introductionId) : null;
  }
}

async function sum(loaders: Loaders, declaration: LoaderDeclaration<Money[]>, id: string): Promise<Money[]> {
  return (await loaders.load(declaration, id)) ?? [];
}
