import { Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { contactById } from '../../contacts/contacts.loaders.js';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Meeting } from '../meeting.entity.js';
import { meetingById } from '../meetings.loaders.js';
import { Visitor } from './visitor.entity.js';
import { canSeeContactDetails, visitorAbilitiesOf } from './visitors.policy.js';
import { VisitorsService } from './visitors.service.js';
import {
  ConfirmVisitorInput,
  InviteVisitorInput,
  RecordVisitInput,
  RecordVisitorAbsenceInput,
  RecordVisitorApplicationInput,
  RecordVisitorFollowUpInput,
  VisitorAbilities,
  VisitorContactDetails,
  VisitorPayload,
} from './visitors.types.js';
import { visitsOf } from './visits.sql.js';

@Resolver(() => Visitor)
export class VisitorsResolver {
  constructor(private readonly visitors: VisitorsService) {}

  @Mutation(() => VisitorPayload, { description: 'Invites a contact of the viewer to a meeting. For members.' })
  async inviteVisitor(@CurrentViewer() viewer: Viewer, @Input() input: InviteVisitorInput): Promise<VisitorPayload> {
    return { visitor: await this.visitors.invite(viewer, input) };
  }

  @Mutation(() => VisitorPayload, {
    description: 'Records that a visitor will come. For the board and for whoever invited him.',
  })
  async confirmVisitor(@CurrentViewer() viewer: Viewer, @Input() input: ConfirmVisitorInput): Promise<VisitorPayload> {
    return { visitor: await this.visitors.confirm(viewer, input) };
  }

  @Mutation(() => VisitorPayload, {
    description: 'Records in an open meeting that a visitor came. For the board and for whoever invited him.',
  })
  async recordVisit(@CurrentViewer() viewer: Viewer, @Input() input: RecordVisitInput): Promise<VisitorPayload> {
    return { visitor: await this.visitors.recordVisit(viewer, input) };
  }

  @Mutation(() => VisitorPayload, {
    description: 'Records in an open meeting that a visitor did not come. For the board and for whoever invited him.',
  })
  async recordVisitorAbsence(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordVisitorAbsenceInput,
  ): Promise<VisitorPayload> {
    return { visitor: await this.visitors.recordAbsence(viewer, input) };
  }

  @Mutation(() => VisitorPayload, {
    description: 'Records that the viewer was in touch with a visitor after he came. For the board and the inviter.',
  })
  async recordVisitorFollowUp(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordVisitorFollowUpInput,
  ): Promise<VisitorPayload> {
    return { visitor: await this.visitors.recordFollowUp(viewer, input) };
  }

  @Mutation(() => VisitorPayload, {
    description: 'Records that a visitor who came applied for a seat. For the board and for whoever invited him.',
  })
  async recordVisitorApplication(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordVisitorApplicationInput,
  ): Promise<VisitorPayload> {
    return { visitor: await this.visitors.recordApplication(viewer, input) };
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'His name; null once he was erased. How to reach him is in `contactDetails`.',
  })
  async name(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return (await loaders.loadExisting(contactById, visitor.contactId)).name;
  }

  @ResolveField(() => VisitorContactDetails, {
    nullable: true,
    description:
      'How to reach him; null for all but whoever invited him and the president, the vice-president, the membership committee and the visitor host of the club.',
  })
  contactDetails(
    @Parent() visitor: Visitor,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<VisitorContactDetails> | null {
    return canSeeContactDetails(viewer, visitor) ? loaders.loadExisting(contactById, visitor.contactId) : null;
  }

  @ResolveField(() => Meeting, { description: 'The meeting he is invited to.' })
  meeting(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<Meeting> {
    return loaders.loadExisting(meetingById, visitor.meetingId);
  }

  @ResolveField(() => Membership, { description: 'The membership of whoever invited him.' })
  invitedBy(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, visitor.invitedByMembershipId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who followed him up; null until somebody did.' })
  followedUpBy(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<Person> | null {
    return visitor.followedUpById ? loaders.loadExisting(personById, visitor.followedUpById) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether he came to no earlier meeting of the club.' })
  async firstTime(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<boolean> {
    return (await loaders.loadExisting(visitsOf, visitor.id)).earlier === 0;
  }

  @ResolveField(() => Int, {
    description: 'How many meetings of the club he came to, up to this one and with it once he came.',
  })
  async visits(@Parent() visitor: Visitor, @RequestLoaders() loaders: Loaders): Promise<number> {
    return (await loaders.loadExisting(visitsOf, visitor.id)).soFar;
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
