import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { ClubsService } from '../clubs/clubs.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock, civilDay } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { endCurrentRun, ensureAgenda } from './agenda/meeting-run.js';
import { requireLetters } from './letters.js';
import { Meeting } from './meeting.entity.js';
import { findMeeting, lockMeeting } from './meeting-lookup.js';
import { canLead, canPlan, onlyVisibleMeetings } from './meetings.policy.js';
import type { CancelMeetingInput, CloseMeetingInput, OpenMeetingInput, PlanMeetingInput } from './meetings.types.js';

/** How far ahead a meeting can be planned, in milliseconds: two years. What lies further is a slip of the hand. */
const horizon = 2 * 366 * 24 * 3_600_000;

@Injectable()
export class MeetingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
  ) {}

  /** The meetings of a club, the latest first. */
  list(viewer: Viewer, club: Club, page: PageArguments): Promise<Connection<Meeting>> {
    const meetings = this.dataSource.getRepository(Meeting).createQueryBuilder('meeting').where({ clubId: club.id });
    return paginate(onlyVisibleMeetings(meetings, viewer), page, { property: 'startsAt', direction: 'DESC' });
  }

  /** The meeting, or null when there is none the viewer may see. */
  find(viewer: Viewer, id: string): Promise<Meeting | null> {
    return findMeeting(this.dataSource.manager, viewer, id);
  }

  /** @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE, DUPLICATE_MEETING */
  plan(viewer: Viewer, input: PlanMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'planMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const club = found(await this.clubs.find(viewer, input.clubId, manager), 'club', 'clubId');
      authorise(canPlan(viewer, club));
      const now = this.clock.now();
      if (input.startsAt.getTime() > now.getTime() + horizon) {
        throw new DomainError('DATE_OUT_OF_RANGE', 'A meeting is planned at most two years ahead.', ['startsAt']);
      }
      const { idempotencyKey: _, ...details } = input;
      const meeting = await insert(manager, Meeting, {
        ...details,
        id: newId(),
        heldOn: civilDay(input.startsAt, club.timeZone),
        state: 'planned',
        openedAt: null,
        closedAt: null,
        cancelledAt: null,
        cancellationReason: null,
        createdAt: now,
      });
      await this.record(manager, viewer, 'meeting.planned', meeting);
      return meeting;
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, DATE_OUT_OF_RANGE */
  open(viewer: Viewer, input: OpenMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'openMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canLead(viewer, meeting));
      const club = await manager.findOneByOrFail(Club, { id: meeting.clubId });
      meeting.open(this.clock.now(), this.clock.today(club.timeZone));
      await ensureAgenda(manager, meeting, club);
      await this.record(manager, viewer, 'meeting.opened', meeting);
      return manager.save(meeting);
    });
  }

  /**
   * Closes a meeting: from now on it counts, and its attendance is locked.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, ATTENDANCE_INCOMPLETE
   */
  close(viewer: Viewer, input: CloseMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'closeMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canLead(viewer, meeting));
      meeting.close(this.clock.now());
      await requireLetters(manager, meeting);
      await endCurrentRun(manager, meeting, this.clock.now());
      await this.record(manager, viewer, 'meeting.closed', meeting);
      return manager.save(meeting);
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN */
  cancel(viewer: Viewer, input: CancelMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'cancelMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canPlan(viewer, await manager.findOneByOrFail(Club, { id: meeting.clubId })));
      meeting.cancel(this.clock.now(), input.reason);
      await endCurrentRun(manager, meeting, this.clock.now());
      await this.record(manager, viewer, 'meeting.cancelled', meeting);
      return manager.save(meeting);
    });
  }

  private record(manager: EntityManager, viewer: Viewer, verb: `meeting.${string}`, meeting: Meeting): Promise<void> {
    const { clubId, heldOn } = meeting;
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: meeting,
      clubId,
      details: { heldOn },
    });
  }
}
