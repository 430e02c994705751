import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { contactById } from '../contacts/contacts.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { membershipById } from '../members/members.loaders.js';
import { Membership } from '../members/membership.entity.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { isFirstVisit } from './first-visit.sql.js';
import { Meeting } from './meeting.entity.js';
import { meetingById } from './meetings.loaders.js';
import { visitorAbilitiesOf } from './meetings.policy.js';
import { Visitor } from './visitor.entity.js';
import { VisitorsService } from './visitors.service.js';
import { InviteVisitorInput, RecordVisitInput, VisitorAbilities, VisitorPayload } from './visitors.types.js';

@Resolver(() => Visitor)
export class VisitorsResolver {
  constructor(private readonly visitors: VisitorsService) {}

  @Mutation(() => VisitorPayload, { description: 'Invites a contact of the viewer to a meeting. For members.' })
  async inviteVisitor(@CurrentViewer() viewer: Viewer, @Input() input: InviteVisitorInput): Promise<VisitorPayload> {
    return { visitor: await this.visitors.invite(viewer, input) };
  }

  @Mutation(() => VisitorPayload, {
    description: 'Records that a visitor came. For the board and for whoever invited him.',
  })
  async recordVisit(@CurrentViewer() viewer: Viewer, @Input() input: RecordVisitInput): Promise<VisitorPayload> {
    return { visitor: await this.visitors.recordVisit(viewer, input) };
  }

  @ResolveField(() => String, { description: 'His name. His other details stay with whoever invited him.' })
  async name(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.loadExisting(contactById, visitor.contactId)).name;
  }

  @ResolveField(() => Meeting, { description: 'The meeting he is invited to.' })
  meeting(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<Meeting> {
    return loaders.loadExisting(meetingById, visitor.meetingId);
  }

  @ResolveField(() => Membership, { description: 'The membership of whoever invited him.' })
  invitedBy(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, visitor.invitedByMembershipId);
  }

  @ResolveField(() => Boolean, { description: 'Whether he came to no earlier meeting of the club.' })
  firstTime(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<boolean> {
    return loaders.loadExisting(isFirstVisit, visitor.id);
  }

  @ResolveField(() => VisitorAbilities, { description: 'What the viewer may do with him.' })
  async viewerCan(
    @Parent() visitor: Visitor,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<VisitorAbilities> {
    return visitorAbilitiesOf(viewer, visitor, await loaders.loadExisting(meetingById, visitor.meetingId));
  }
}
