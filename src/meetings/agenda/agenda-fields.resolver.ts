import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import { ClubAbilities } from '../../clubs/clubs.types.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Clock } from '../../platform/clock.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRoom } from '../meetings.policy.js';
import { MeetingAbilities } from '../meetings.types.js';
import { canRunAgendaNow, canSetAgendaNow, canSetTemplate } from './agenda.policy.js';
import { AgendaTemplate, MeetingAgenda } from './agenda.types.js';
import { agendaAt, agendaToCome } from './agenda-at.js';
import { agendaRows } from './agenda-rows.sql.js';
import { ownTemplate, templateOf } from './agenda-template.js';

/** What this module adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingAgendaResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => MeetingAgenda, {
    nullable: true,
    description: 'Its agenda with the timer; null for all but the members of the club.',
  })
  async agenda(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<MeetingAgenda | null> {
    if (!canSeeRoom(viewer, meeting)) return null;
    const rows = await loaders.load(agendaRows, meeting.id);
    if (rows) return agendaAt(rows, this.clock.now());
    const club = await loaders.loadExisting(clubById, meeting.clubId);
    const { points } = templateOf(club, await loaders.load(ownTemplate, club.id));
    return agendaToCome(meeting, points, this.clock.now());
  }
}

@Resolver(() => MeetingAbilities)
export class MeetingAgendaAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Set its agenda.' })
  setAgenda(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canSetAgendaNow(viewer, meeting);
  }

  @ResolveField(() => Boolean, { description: 'Start points of its agenda, and pause it.' })
  runAgenda(@Parent() { meeting }: MeetingAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canRunAgendaNow(viewer, meeting);
  }
}

/** What this module adds to a club. */
@Resolver(() => Club)
export class ClubAgendaResolver {
  @ResolveField(() => AgendaTemplate, {
    nullable: true,
    description: 'The agenda its meetings begin with; null for all but its members.',
  })
  async agendaTemplate(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<AgendaTemplate | null> {
    if (!canSeeRoom(viewer, { clubId: club.id })) return null;
    return templateOf(club, await loaders.load(ownTemplate, club.id));
  }
}

@Resolver(() => ClubAbilities)
export class ClubAgendaAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Set the agenda its meetings begin with.' })
  setAgendaTemplate(@Parent() { club }: ClubAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canSetTemplate(viewer, { clubId: club.id });
  }
}
