import { Injectable } from '@nestjs/common';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, civilDay } from '../../platform/clock.js';
import { authorise } from '../../platform/graphql/errors.js';
import { Meeting } from '../meeting.entity.js';
import { canPlan } from '../meetings.policy.js';
import type { MoveMeetingInput } from './calendar.types.js';
import { lockMeetingAndCalendar } from './calendar-lock.js';

@Injectable()
export class MoveMeetingService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, DATE_OUT_OF_RANGE, DUPLICATE_MEETING */
  move(viewer: Viewer, input: MoveMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'moveMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const { meetingId, startsAt, minutes, place } = input;
      const { meeting, club } = await lockMeetingAndCalendar(manager, viewer, meetingId);
      authorise(canPlan(viewer, club));
      const from = meeting.heldOn;
      const heldOn = civilDay(startsAt, club.timeZone);
      meeting.move(this.clock.now(), { startsAt, heldOn, minutes, place });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'meeting.moved',
        subject: meeting,
        clubId: club.id,
        details: { from, heldOn },
      });
      return manager.save(meeting);
    });
  }
}
