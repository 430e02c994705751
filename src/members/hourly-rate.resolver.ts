import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { Money, money } from '../platform/money.js';
import { HourlyRateService } from './hourly-rate.service.js';
import { ChangeHourlyRateInput } from './hourly-rate.types.js';
import { isOwnSeat } from './members.policy.js';
import { MembershipAbilities, MembershipPayload } from './members.types.js';
import { Membership } from './membership.entity.js';

/** What an hour of a member is worth to him is his own business. */
@Resolver(() => Membership)
export class HourlyRateResolver {
  constructor(private readonly rates: HourlyRateService) {}

  @Mutation(() => MembershipPayload, {
    description: 'Says what an hour of the member is worth to him. For the member himself.',
  })
  async changeHourlyRate(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ChangeHourlyRateInput,
  ): Promise<MembershipPayload> {
    return { membership: await this.rates.change(viewer, input) };
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      "What an hour of his is worth to him, in the club's currency, for the return on his effort; null when he gave none, and for all but himself.",
  })
  async hourlyRate(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Money | null> {
    if (!isOwnSeat(viewer, seat) || seat.hourlyRateMinor === null) return null;
    return money(seat.hourlyRateMinor, (await loaders.loadExisting(clubById, seat.clubId)).currency);
  }
}

@Resolver(() => MembershipAbilities)
export class HourlyRateAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Say what an hour of his is worth: everybody his own.' })
  changeHourlyRate(@Parent() { membership }: MembershipAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return isOwnSeat(viewer, membership);
  }
}
