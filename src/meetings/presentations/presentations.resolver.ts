import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
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
import { Presentation } from './presentation.entity.js';
import { abilitiesOf } from './presentations.policy.js';
import { PresentationsService } from './presentations.service.js';
import {
  MarkPresentationFocusInput,
  PresentationAbilities,
  PresentationPayload,
  RecordPresentationInput,
} from './presentations.types.js';

@Resolver(() => Presentation)
export class PresentationsResolver {
  constructor(private readonly presentations: PresentationsService) {}

  @Mutation(() => PresentationPayload, {
    description:
      "Records a member's turn in a meeting with what he asks for, or changes it. For the member himself and the board.",
  })
  async recordPresentation(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordPresentationInput,
  ): Promise<PresentationPayload> {
    return { presentation: await this.presentations.record(viewer, input) };
  }

  @Mutation(() => PresentationPayload, {
    description:
      'Marks whether a presentation asked for a referral or sold to the room. For the presenter and the education officer.',
  })
  async markPresentationFocus(
    @CurrentViewer() viewer: Viewer,
    @Input() input: MarkPresentationFocusInput,
  ): Promise<PresentationPayload> {
    return { presentation: await this.presentations.markFocus(viewer, input) };
  }

  @ResolveField(() => Membership, { description: 'The membership of whoever presents.' })
  membership(@Parent() presentation: Presentation, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, presentation.membershipId);
  }

  @ResolveField(() => Meeting, { description: 'The meeting it is in.' })
  meeting(@Parent() presentation: Presentation, @RequestLoaders() loaders: Loaders): Promise<Meeting> {
    return loaders.loadExisting(meetingById, presentation.meetingId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who marked the focus last; null until it is marked.' })
  focusMarkedBy(@Parent() { focusMarkedById }: Presentation, @RequestLoaders() loaders: Loaders) {
    return focusMarkedById && loaders.loadExisting(personById, focusMarkedById);
  }

  @ResolveField(() => PresentationAbilities, { description: 'What the viewer may do with it as the meeting is now.' })
  async viewerCan(
    @Parent() presentation: Presentation,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<PresentationAbilities> {
    const seat = await loaders.loadExisting(membershipById, presentation.membershipId);
    const meeting = await loaders.loadExisting(meetingById, presentation.meetingId);
    return abilitiesOf(viewer, presentation, { seat, meeting });
  }
}
