import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../clubs/clubs.loaders.js';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Introduction } from '../network/introduction.entity.js';
import { introductionById } from '../network/introductions.loaders.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { PromiseExperience, promiseExperience } from './promise.js';
import { Referral } from './referral.entity.js';
import type { ReferralMove } from './referral-move.entity.js';
import { canFollowUp } from './referrals.policy.js';
import { ReferralsService } from './referrals.service.js';
import { ReferralAbilities, ReferralMoveConnection } from './referrals.types.js';

@Resolver(() => Referral)
export class ReferralFieldsResolver {
  constructor(private readonly referrals: ReferralsService) {}

  @ResolveField(() => Person, { description: 'Who gave it.' })
  giver(@Parent() referral: Referral, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, referral.giverId);
  }

  @ResolveField(() => Person, { description: 'Who received it.' })
  receiver(@Parent() referral: Referral, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, referral.receiverId);
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description: 'The introduction it came with; null when the giver himself is the prospect.',
  })
  introduction(@Parent() referral: Referral, @RequestLoaders() loaders: Loaders): Promise<Introduction> | null {
    return referral.introductionId ? loaders.loadExisting(introductionById, referral.introductionId) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the giver himself is the prospect.' })
  inside(@Parent() referral: Referral): boolean {
    return referral.inside;
  }

  @ResolveField(() => PromiseExperience, {
    nullable: true,
    description: 'How the promise was kept; null before the first contact.',
  })
  async promiseExperience(
    @Parent() { promisedFor, firstContactAt, receiverClubId }: Referral,
    @RequestLoaders() loaders: Loaders,
  ): Promise<PromiseExperience | null> {
    const { timeZone } = await loaders.loadExisting(clubById, receiverClubId);
    return firstContactAt && promiseExperience(promisedFor, firstContactAt, timeZone);
  }

  @ResolveField(() => ReferralMoveConnection, { description: 'Every move it made, the first first.' })
  moves(@Parent() referral: Referral, @Args() page: PageArguments): Promise<Connection<ReferralMove>> {
    return this.referrals.moves(referral, page);
  }

  @ResolveField(() => ReferralAbilities, { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() referral: Referral, @CurrentViewer() viewer: Viewer): ReferralAbilities {
    return { followUp: canFollowUp(viewer, referral) };
  }
}
