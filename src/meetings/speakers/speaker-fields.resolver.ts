import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { MeetingAbilities } from '../meetings.types.js';
import type { Speaker } from './speaker.entity.js';
import { canAssignNow } from './speakers.policy.js';
import { SpeakersService } from './speakers.service.js';
import { ProposalArguments, SpeakerConnection, SpeakerProposal } from './speakers.types.js';

/** What this module adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingSpeakersResolver {
  constructor(private readonly rota: SpeakersService) {}

  @ResolveField(() => SpeakerConnection, {
    description: 'Who is to give a feature presentation in it, in the order of assigning.',
  })
  speakers(@Parent() meeting: Meeting, @Args() page: PageArguments): Promise<Connection<Speaker>> {
    return this.rota.list(meeting, page);
  }

  @ResolveField(() => [SpeakerProposal], {
    nullable: true,
    description:
      'Whose turn it is to speak on its day, whom it is first; null for all but the members of the club, and for a meeting that is closed or cancelled.',
  })
  async proposedSpeakers(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { first }: ProposalArguments,
  ): Promise<SpeakerProposal[] | null> {
    if (!canSeeRoom(viewer, meeting) || !meeting.isToBeHeld()) return null;
    const club = await loaders.loadExisting(clubById, meeting.clubId);
    return this.rota.propose(club, { on: meeting.heldOn, first }, loaders);
  }
}

@Resolver(() => MeetingAbilities)
export class MeetingSpeakersAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Assign and release its speakers.' })
  async assignSpeaker(
    @Parent() { meeting }: MeetingAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    return canAssignNow(viewer, meeting, await loaders.loadExisting(clubById, meeting.clubId));
  }
}

/** What this module adds to a club. */
@Resolver(() => Club)
export class ClubSpeakersResolver {
  constructor(private readonly rota: SpeakersService) {}

  @ResolveField(() => [SpeakerProposal], {
    nullable: true,
    description:
      "Whose turn it is to speak, were it today in the club's time zone, whom it is first; null for all but its members.",
  })
  async proposedSpeakers(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() { first }: ProposalArguments,
  ): Promise<SpeakerProposal[] | null> {
    return canSeeRoom(viewer, { clubId: club.id }) ? this.rota.propose(club, { on: null, first }, loaders) : null;
  }
}
