import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { authorise, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { canLead } from '../meetings.policy.js';
import type { PauseAgendaInput, StartAgendaPointInput } from './agenda.types.js';
import { AgendaPoint } from './agenda-point.entity.js';
import { AgendaRun } from './agenda-run.entity.js';
import { currentRun, endCurrentRun } from './meeting-run.js';

/** The timer of a meeting. Its acts wait for each other, and name the point they mean: none is skipped. */
@Injectable()
export class AgendaRunsService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a point in the instant in which the one that runs ends. Starting the one that runs changes nothing.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN
   */
  start(viewer: Viewer, input: StartAgendaPointInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'startAgendaPoint', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await this.lockOpen(manager, viewer, input.meetingId);
      const own = await manager.findOneBy(AgendaPoint, { id: input.pointId, meetingId: meeting.id });
      const point = found(own, 'point in this agenda', 'pointId');
      const current = await currentRun(manager, meeting);
      if (current?.pointId === point.id) return meeting;
      const startedAt = current ? current.end(this.clock.now()) : this.clock.now();
      if (current) await manager.save(current);
      await insert(manager, AgendaRun, {
        id: newId(),
        meetingId: meeting.id,
        pointId: point.id,
        startedAt,
        endedAt: null,
      });
      await this.record(manager, viewer, meeting, {
        verb: 'agenda.point_started',
        details: { pointId: point.id, endedPointId: current?.pointId ?? null },
      });
      return meeting;
    });
  }

  /**
   * Ends the point that runs. When none does, it changes nothing.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN
   */
  pause(viewer: Viewer, input: PauseAgendaInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'pauseAgenda', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await this.lockOpen(manager, viewer, input.meetingId);
      const ended = await endCurrentRun(manager, meeting, this.clock.now());
      if (!ended) return meeting;
      await this.record(manager, viewer, meeting, { verb: 'agenda.paused', details: { endedPointId: ended.pointId } });
      return meeting;
    });
  }

  private async lockOpen(manager: EntityManager, viewer: Viewer, meetingId: string): Promise<Meeting> {
    const meeting = await lockMeeting(manager, viewer, meetingId);
    authorise(canLead(viewer, meeting));
    meeting.requireState(['open']);
    return meeting;
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    { verb, details }: { verb: 'agenda.point_started' | 'agenda.paused'; details: Record<string, unknown> },
  ): Promise<void> {
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: meeting,
      clubId: meeting.clubId,
      details: { meetingId: meeting.id, ...details },
    });
  }
}
