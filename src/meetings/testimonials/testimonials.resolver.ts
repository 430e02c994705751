import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Testimonial } from './testimonial.entity.js';
import { TestimonialsService } from './testimonials.service.js';
import { GiveTestimonialInput, TestimonialPayload } from './testimonials.types.js';

@Resolver(() => Testimonial)
export class TestimonialsResolver {
  constructor(private readonly testimonials: TestimonialsService) {}

  @Mutation(() => TestimonialPayload, { description: 'Gives a testimonial to a fellow member. For members.' })
  async giveTestimonial(
    @CurrentViewer() viewer: Viewer,
    @Input() input: GiveTestimonialInput,
  ): Promise<TestimonialPayload> {
    return { testimonial: await this.testimonials.give(viewer, input) };
  }

  @ResolveField(() => Membership, { description: 'The membership of whoever gave it.' })
  giver(@Parent() testimonial: Testimonial, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, testimonial.giverMembershipId);
  }

  @ResolveField(() => Membership, { description: 'The membership of whoever it praises.' })
  receiver(@Parent() testimonial: Testimonial, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, testimonial.receiverMembershipId);
  }
}
