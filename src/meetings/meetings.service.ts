import { Injectable } from '@nestjs/common';
import { DataSource, MoreThanOrEqual } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { ClubsService } from '../clubs/clubs.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock, civilDay } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { endCurrentRun, ensureAgenda } from './agenda/meeting-run.js';
import { lockCalendar, lockMeetingAndCalendar } from './calendar/calendar-lock.js';
import { SeriesExtension } from './calendar/series-extension.js';
import { Meeting, requireWithinHorizon } from './meeting.entity.js';
import { meetingHappening } from './meeting-happening.js';
import { findMeeting, lockMeeting } from './meeting-lookup.js';
import { canLead, canPlan, onlyVisibleMeetings } from './meetings.policy.js';
import type { CancelMeetingInput, OpenMeetingInput, PlanMeetingInput } from './meetings.types.js';

@Injectable()
export class MeetingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
    private readonly series: SeriesExtension,
  ) {}

  /** The meetings of a club, the latest first. */
  list(viewer: Viewer, club: Club, page: PageArguments): Promise<Connection<Meeting>> {
    const meetings = this.dataSource.getRepository(Meeting).createQueryBuilder('meeting').where({ clubId: club.id });
    return paginate(onlyVisibleMeetings(meetings, viewer), page, { property: 'startsAt', direction: 'DESC' });
  }

  /** The meetings of a club that are open, or planned for today or later, the next first. */
  toCome(viewer: Viewer, club: Club, page: PageArguments): Promise<Connection<Meeting>> {
    const meetings = this.dataSource
      .getRepository(Meeting)
      .createQueryBuilder('meeting')
      .where([
        { clubId: club.id, state: 'open' },
        { clubId: club.id, state: 'planned', heldOn: MoreThanOrEqual(this.clock.today(club.timeZone)) },
      ]);
    return paginate(onlyVisibleMeetings(meetings, viewer), page, { property: 'startsAt', direction: 'ASC' });
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
      await lockCalendar(manager, club.id);
      const now = this.clock.now();
      requireWithinHorizon(now, input.startsAt);
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
        seriesId: null,
        seriesOn: null,
        holidayId: null,
        originalStartsAt: null,
        revision: 0,
        revisedAt: null,
        createdAt: now,
      });
      await this.activity.record(manager, meetingHappening(viewer.personId, 'meeting.planned', meeting));
      await this.series.extend(manager, club);
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
      await this.activity.record(manager, meetingHappening(viewer.personId, 'meeting.opened', meeting));
      return manager.save(meeting);
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN */
  cancel(viewer: Viewer, input: CancelMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'cancelMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const { meeting, club } = await lockMeetingAndCalendar(manager, viewer, input.meetingId);
      authorise(canPlan(viewer, club));
      meeting.cancel(this.clock.now(), input.reason);
      await endCurrentRun(manager, meeting, this.clock.now());
      await this.activity.record(manager, meetingHappening(viewer.personId, 'meeting.cancelled', meeting));
      await this.series.extend(manager, club);
      return manager.save(meeting);
    });
  }
}
