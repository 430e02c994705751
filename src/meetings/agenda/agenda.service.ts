import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import { ClubsService } from '../../clubs/clubs.service.js';
import { lockClub } from '../../clubs/lock-club.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { authorise, DomainError, found, notFound } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { canLead } from '../meetings.policy.js';
import { canSetTemplate } from './agenda.policy.js';
import {
  type AgendaPointInput,
  mostPoints,
  type SetAgendaTemplateInput,
  type SetMeetingAgendaInput,
} from './agenda.types.js';
import { plannedSecondsOf } from './agenda-at.js';
import { AgendaPoint } from './agenda-point.entity.js';
import { AgendaRun } from './agenda-run.entity.js';
import { AgendaTemplatePoint } from './agenda-template-point.entity.js';
import { arrangePoints, placed } from './arrange-points.js';

/** What shall be done in meetings: the club's template, and the agenda of each meeting. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clubs: ClubsService,
  ) {}

  /** @throws DomainError NOT_FOUND */
  setTemplate(viewer: Viewer, input: SetAgendaTemplateInput): Promise<Club> {
    const act = { personId: viewer.personId, verb: 'setAgendaTemplate', input, result: Club };
    return this.acts.once(act, async (manager) => {
      const club = found(await this.clubs.find(viewer, input.clubId, manager), 'club', 'clubId');
      authorise(canSetTemplate(viewer, { clubId: club.id }));
      await lockClub(manager, club.id);
      await manager.delete(AgendaTemplatePoint, { clubId: club.id });
      const points = input.points.map((point, index) => ({ ...placed(point, index), id: newId(), clubId: club.id }));
      await manager.insert(AgendaTemplatePoint, points);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'agenda_template.changed',
        subject: club,
        clubId: club.id,
        details: { points: points.length, plannedSeconds: plannedSecondsOf(points) },
      });
      return club;
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, INVALID with more points than an agenda holds */
  set(viewer: Viewer, input: SetMeetingAgendaInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'setMeetingAgenda', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canLead(viewer, meeting));
      meeting.requireState(['planned', 'open']);
      const points = await this.write(manager, meeting, input.points);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'agenda.changed',
        subject: meeting,
        clubId: meeting.clubId,
        details: { meetingId: meeting.id, points: points.length, plannedSeconds: plannedSecondsOf(points) },
      });
      return meeting;
    });
  }

  /** Called with the meeting locked, so that no point is started that goes, and no two lists are mixed. */
  private async write(manager: EntityManager, meeting: Meeting, wanted: AgendaPointInput[]): Promise<AgendaPoint[]> {
    const standing = await this.standing(manager, meeting);
    requireOwnPoints(standing, wanted);
    const arranged = arrangePoints(standing, wanted);
    if (arranged.length > mostPoints) {
      const message = `An agenda has at most ${mostPoints} points, with those that have run.`;
      throw new DomainError('INVALID', message, ['points']);
    }
    const points = arranged.map((point, index) => ({
      ...placed(point, index),
      id: point.id ?? newId(),
      meetingId: meeting.id,
    }));
    const kept = new Set(points.map(({ id }) => id));
    const removed = standing.filter(({ id }) => !kept.has(id));
    await manager.delete(AgendaPoint, { id: In(removed.map(({ id }) => id)) });
    await manager
      .createQueryBuilder()
      .insert()
      .into(AgendaPoint)
      .values(points)
      .orUpdate(['position', 'title', 'planned_seconds', 'office'], ['id'])
      .execute();
    return points;
  }

  private async standing(manager: EntityManager, meeting: Meeting): Promise<(AgendaPoint & { hasRun: boolean })[]> {
    const points = await manager.find(AgendaPoint, { where: { meetingId: meeting.id }, order: { position: 'ASC' } });
    const runs = await manager.findBy(AgendaRun, { meetingId: meeting.id });
    const run = new Set(runs.map(({ pointId }) => pointId));
    return points.map((point) => ({ ...point, hasRun: run.has(point.id) }));
  }
}

/** @throws DomainError NOT_FOUND naming the first with a key that no point of the meeting has */
function requireOwnPoints(standing: { id: string }[], wanted: AgendaPointInput[]): void {
  const stranger = wanted.findIndex(({ id }) => id !== null && standing.every((point) => point.id !== id));
  if (stranger >= 0) throw notFound('point in this agenda', 'points', String(stranger), 'id');
}
