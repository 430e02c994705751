import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClubsModule } from '../../clubs/clubs.module.js';
import { AgendaResolver } from './agenda.resolver.js';
import { AgendaService } from './agenda.service.js';
import {
  ClubAgendaAbilitiesResolver,
  ClubAgendaResolver,
  MeetingAgendaAbilitiesResolver,
  MeetingAgendaResolver,
} from './agenda-fields.resolver.js';
import { AgendaPoint } from './agenda-point.entity.js';
import { AgendaRun } from './agenda-run.entity.js';
import { AgendaRunsService } from './agenda-runs.service.js';
import { AgendaTemplatePoint } from './agenda-template-point.entity.js';

/**
 * What is done in a meeting, point by point, and how long each takes. A club has a template; a meeting gets its copy
 * when it is opened, or a list of its own when its agenda is set before, and from then on goes its own way. The timer
 * is the server's: runs are dated rows, at most one is open, and closing or cancelling the meeting ends it.
 */
@Module({
  imports: [TypeOrmModule.forFeature([AgendaTemplatePoint, AgendaPoint, AgendaRun]), ClubsModule],
  providers: [
    AgendaService,
    AgendaRunsService,
    AgendaResolver,
    MeetingAgendaResolver,
    MeetingAgendaAbilitiesResolver,
    ClubAgendaResolver,
    ClubAgendaAbilitiesResolver,
  ],
})
export class AgendaModule {}
