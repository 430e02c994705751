import { Mutation, Resolver } from '@nestjs/graphql';
import { ClubPayload } from '../../clubs/clubs.types.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Input } from '../../platform/graphql/payload.js';
import { MeetingPayload } from '../meetings.types.js';
import { AgendaService } from './agenda.service.js';
import {
  MeetingAgenda,
  PauseAgendaInput,
  SetAgendaTemplateInput,
  SetMeetingAgendaInput,
  StartAgendaPointInput,
} from './agenda.types.js';
import { AgendaRunsService } from './agenda-runs.service.js';

@Resolver(() => MeetingAgenda)
export class AgendaResolver {
  constructor(
    private readonly agendas: AgendaService,
    private readonly runs: AgendaRunsService,
  ) {}

  @Mutation(() => ClubPayload, {
    description:
      'Sets the whole agenda a club begins its meetings with. For president, vice-president and secretary-treasurer.',
  })
  async setAgendaTemplate(
    @CurrentViewer() viewer: Viewer,
    @Input() input: SetAgendaTemplateInput,
  ): Promise<ClubPayload> {
    return { club: await this.agendas.setTemplate(viewer, input) };
  }

  @Mutation(() => MeetingPayload, { description: 'Sets the whole agenda of a planned or open meeting. For the board.' })
  async setMeetingAgenda(
    @CurrentViewer() viewer: Viewer,
    @Input() input: SetMeetingAgendaInput,
  ): Promise<MeetingPayload> {
    return { meeting: await this.agendas.set(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Starts a point of an open meeting and ends the one that runs; starting the one that runs changes nothing. For the board.',
  })
  async startAgendaPoint(
    @CurrentViewer() viewer: Viewer,
    @Input() input: StartAgendaPointInput,
  ): Promise<MeetingPayload> {
    return { meeting: await this.runs.start(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description: 'Ends the point that runs in an open meeting and starts none. For the board.',
  })
  async pauseAgenda(@CurrentViewer() viewer: Viewer, @Input() input: PauseAgendaInput): Promise<MeetingPayload> {
    return { meeting: await this.runs.pause(viewer, input) };
  }
}
