import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Meeting } from '../meeting.entity.js';
import { meetingById } from '../meetings.loaders.js';
import { MeetingPayload } from '../meetings.types.js';
import { Speaker } from './speaker.entity.js';
import { speakerAbilitiesOf } from './speakers.policy.js';
import { SpeakersService } from './speakers.service.js';
import { AssignSpeakerInput, ReleaseSpeakerInput, SpeakerAbilities, SpeakerProposal } from './speakers.types.js';

@Resolver(() => Speaker)
export class SpeakersResolver {
  constructor(private readonly speakers: SpeakersService) {}

  @Mutation(() => MeetingPayload, {
    description:
      'Has a member give a feature presentation in a planned or open meeting. For president, vice-president, secretary-treasurer, education officer and administrators.',
  })
  async assignSpeaker(@CurrentViewer() viewer: Viewer, @Input() input: AssignSpeakerInput): Promise<MeetingPayload> {
    return { meeting: await this.speakers.assign(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Releases a speaker of a planned or open meeting. For president, vice-president, secretary-treasurer, education officer and administrators.',
  })
  async releaseSpeaker(@CurrentViewer() viewer: Viewer, @Input() input: ReleaseSpeakerInput): Promise<MeetingPayload> {
    return { meeting: await this.speakers.release(viewer, input) };
  }

  @ResolveField(() => Meeting, { description: 'The meeting in which he is to speak.' })
  meeting(@Parent() speaker: Speaker, @RequestLoaders() loaders: Loaders): Promise<Meeting> {
    return loaders.loadExisting(meetingById, speaker.meetingId);
  }

  @ResolveField(() => Membership, { description: 'The membership of who is to speak.' })
  membership(@Parent() speaker: Speaker, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, speaker.membershipId);
  }

  @ResolveField(() => SpeakerAbilities, { description: 'What the viewer may do with it as it is now.' })
  async viewerCan(
    @Parent() speaker: Speaker,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<SpeakerAbilities> {
    const [seat, meeting, club] = await Promise.all([
      loaders.loadExisting(membershipById, speaker.membershipId),
      loaders.loadExisting(meetingById, speaker.meetingId),
      loaders.loadExisting(clubById, speaker.clubId),
    ]);
    return speakerAbilitiesOf(viewer, speaker, { seat, meeting, club });
  }
}

@Resolver(() => SpeakerProposal)
export class SpeakerProposalsResolver {
  @ResolveField(() => Membership, { description: 'The membership of who is proposed.' })
  membership(@Parent() { facts }: SpeakerProposal, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, facts.membershipId);
  }
}
