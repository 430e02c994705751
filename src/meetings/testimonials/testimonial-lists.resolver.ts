import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { MembershipAbilities } from '../../members/members.types.js';
import { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import type { Testimonial } from './testimonial.entity.js';
import { canPraise } from './testimonials.policy.js';
import { TestimonialsService } from './testimonials.service.js';
import { TestimonialConnection } from './testimonials.types.js';

@Resolver(() => Membership)
export class MembershipTestimonialsResolver {
  constructor(private readonly testimonials: TestimonialsService) {}

  @ResolveField(() => TestimonialConnection, {
    nullable: true,
    description: 'What fellow members said of him, the latest first; null for all but the members of the club.',
  })
  testimonialsReceived(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Testimonial>> | null {
    return canSeeRoom(viewer, seat) ? this.testimonials.ofMember('receiverMembershipId', seat, page) : null;
  }

  @ResolveField(() => TestimonialConnection, {
    nullable: true,
    description: 'What he said of fellow members, the latest first; null for all but the members of the club.',
  })
  testimonialsGiven(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Testimonial>> | null {
    return canSeeRoom(viewer, seat) ? this.testimonials.ofMember('giverMembershipId', seat, page) : null;
  }
}

@Resolver(() => MembershipAbilities)
export class MembershipTestimonialAbilitiesResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => Boolean, { description: 'Give the member a testimonial.' })
  async giveTestimonial(
    @Parent() { membership }: MembershipAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    const { timeZone } = await loaders.loadExisting(clubById, membership.clubId);
    return canPraise(viewer, membership, this.clock.today(timeZone));
  }
}

@Resolver(() => Meeting)
export class MeetingTestimonialsResolver {
  constructor(private readonly service: TestimonialsService) {}

  @ResolveField(() => TestimonialConnection, {
    nullable: true,
    description:
      'What members of the club said of each other on its day, in the order of saying; null for all but the members of the club.',
  })
  testimonials(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Testimonial>> | null {
    return canSeeRoom(viewer, meeting) ? this.service.onDayOf(meeting, page) : null;
  }
}
