import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { endCurrentRun } from '../agenda/meeting-run.js';
import { EvaluationService } from '../alerts/evaluation.service.js';
import { lockMeetingAndCalendar } from '../calendar/calendar-lock.js';
import { SeriesExtension } from '../calendar/series-extension.js';
import { requireLetters } from '../letters.js';
import { Meeting } from '../meeting.entity.js';
import { meetingHappening } from '../meeting-happening.js';
import { lockMeeting } from '../meeting-lookup.js';
import { canLead } from '../meetings.policy.js';
import { canReopen } from './closing.policy.js';
import type { CloseMeetingInput, ReopenMeetingInput } from './closing.types.js';
import { MeetingReopening } from './meeting-reopening.entity.js';

@Injectable()
export class ClosingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly evaluation: EvaluationService,
    private readonly series: SeriesExtension,
  ) {}

  /**
   * Closes a meeting: from now on it counts, its letters are locked, and the rules of the club are judged by it.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, ATTENDANCE_INCOMPLETE
   */
  close(viewer: Viewer, input: CloseMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'closeMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const { meeting, club } = await lockMeetingAndCalendar(manager, viewer, input.meetingId);
      authorise(canLead(viewer, meeting));
      meeting.close(this.clock.now());
      await requireLetters(manager, meeting);
      await endCurrentRun(manager, meeting, this.clock.now());
      await manager.save(meeting);
      await this.activity.record(manager, meetingHappening(viewer.personId, 'meeting.closed', meeting));
      await this.evaluation.evaluate(manager, meeting);
      await this.series.extend(manager, club);
      return meeting;
    });
  }

  /**
   * Takes a closing back: the meeting is open as before, and closing it again needs all its letters again.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, DATE_OUT_OF_RANGE
   */
  reopen(viewer: Viewer, input: ReopenMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'reopenMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canReopen(viewer, meeting));
      const { closedAt } = meeting;
      meeting.reopen(await this.todayOf(manager, meeting));
      await manager.save(meeting);
      await insert(manager, MeetingReopening, {
        id: newId(),
        meetingId: meeting.id,
        closedAt,
        reason: input.reason,
        reopenedById: viewer.personId,
        reopenedAt: this.clock.now(),
      });
      await this.activity.record(manager, meetingHappening(viewer.personId, 'meeting.reopened', meeting));
      return meeting;
    });
  }

  /** When and why the closing of a meeting was taken back, the latest first. */
  reopenings(meeting: Meeting, page: PageArguments): Promise<Connection<MeetingReopening>> {
    const reopenings = this.dataSource.getRepository(MeetingReopening).createQueryBuilder('reopening');
    return paginate(reopenings.where({ meetingId: meeting.id }), page, { property: 'reopenedAt', direction: 'DESC' });
  }

  private async todayOf(manager: EntityManager, meeting: Meeting): Promise<string> {
    const { timeZone } = await manager.findOneByOrFail(Club, { id: meeting.clubId });
    return this.clock.today(timeZone);
  }
}
