import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import type { Referral } from './referral.entity.js';
import { ReferralsService } from './referrals.service.js';
import { ReferralConnection } from './referrals.types.js';

@Resolver(() => Viewer)
export class ViewerReferralsResolver {
  constructor(private readonly referrals: ReferralsService) {}

  @ResolveField(() => ReferralConnection, { description: 'The referrals he gave, the latest first.' })
  referralsGiven(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Referral>> {
    return this.referrals.given(viewer, page);
  }

  @ResolveField(() => ReferralConnection, { description: 'The referrals he received, the latest first.' })
  referralsReceived(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Referral>> {
    return this.referrals.received(viewer, page);
  }
}
