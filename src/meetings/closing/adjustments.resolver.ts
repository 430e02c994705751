import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { visitorById } from '../meetings.loaders.js';
import { Visitor } from '../visitors/visitor.entity.js';
import { MeetingAdjustment } from './meeting-adjustment.entity.js';
import { MeetingReopening } from './meeting-reopening.entity.js';

@Resolver(() => MeetingAdjustment)
export class AdjustmentsResolver {
  @ResolveField(() => Membership, {
    nullable: true,
    description: 'The membership whose letter was adjusted; null for a visit.',
  })
  membership(
    @Parent() { membershipId }: MeetingAdjustment,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Membership> | null {
    return membershipId === null ? null : loaders.loadExisting(membershipById, membershipId);
  }

  @ResolveField(() => Visitor, { nullable: true, description: 'The visitor; null for a letter.' })
  visitor(@Parent() { visitorId }: MeetingAdjustment, @RequestLoaders() loaders: Loaders): Promise<Visitor> | null {
    return visitorId === null ? null : loaders.loadExisting(visitorById, visitorId);
  }

  @ResolveField(() => Person, { description: 'Who adjusted it.' })
  adjustedBy(@Parent() entry: MeetingAdjustment, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, entry.adjustedById);
  }
}

@Resolver(() => MeetingReopening)
export class ReopeningsResolver {
  @ResolveField(() => Person, { description: 'Who reopened it.' })
  reopenedBy(@Parent() reopening: MeetingReopening, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, reopening.reopenedById);
  }
}
