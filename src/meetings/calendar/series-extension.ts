import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Club } from '../../clubs/club.entity.js';
import { Clock, civilDay, shiftDay } from '../../platform/clock.js';
import { newId } from '../../platform/id.js';
import { Meeting } from '../meeting.entity.js';
import { meetingHappening } from '../meeting-happening.js';
import { Holiday } from './holiday.entity.js';
import { type ChangedMeeting, type DueMeeting, insertDueMeetings } from './insert-due-meetings.sql.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { occurrencesOf, type Recurrence } from './recurrence.js';

/** How far ahead the meetings of a series are planned. */
const horizonMonths = 12;

/** How many meetings are planned at once, the nearest first; the next time goes on from there. */
const mostAtOnce = 400;

/**
 * Plans the meetings of series for the twelve months to come. Nothing wakes Kring up for it: each act that closes,
 * cancels or plans meetings of the club carries the series on.
 */
@Injectable()
export class SeriesExtension {
  constructor(
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans all that is due and has no meeting yet. The calendar of the club is locked.
   * @param actorId whose act it is; null when Kring goes on by itself
   */
  async extend(manager: EntityManager, club: Club, actorId: string | null = null): Promise<void> {
    const live = await this.liveSeries(manager, club);
    if (live.length === 0) return;
    const taken = await this.takenDays(manager, club, live);
    const holidays = await manager.findBy(Holiday, {
      clubId: club.id,
      removedAt: IsNull(),
      lastOn: MoreThanOrEqual(this.clock.today(club.timeZone)),
    });
    const due = live
      .flatMap((series) => this.meetingsOf(series, club))
      .filter(({ seriesId, on }) => !taken.has(`${seriesId} ${on}`))
      .filter(({ heldOn }) => !holidays.some((holiday) => holiday.includes(heldOn)))
      .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
      .slice(0, mostAtOnce);
    if (due.length === 0) return;
    const planned = await insertDueMeetings(manager, due, this.clock.now());
    await this.record(manager, 'meeting.planned', { clubId: club.id, actorId, meetings: planned });
  }

  /** Whether the rule gives any meeting in the time for which it would be planned now. */
  givesMeetings(recurrence: Recurrence, club: Club): boolean {
    return this.startsOf(recurrence, club).length > 0;
  }

  /** Records of each meeting that it was planned or cancelled, as is done when that happens to one. */
  record(
    manager: EntityManager,
    verb: 'meeting.planned' | 'meeting.cancelled',
    { clubId, actorId, meetings }: { clubId: string; actorId: string | null; meetings: ChangedMeeting[] },
  ): Promise<void> {
    const happenings = meetings.map((meeting) => meetingHappening(actorId, verb, { ...meeting, clubId }));
    return this.activity.recordAll(manager, happenings);
  }

  private liveSeries(manager: EntityManager, club: Club): Promise<MeetingSeries[]> {
    const today = this.clock.today(club.timeZone);
    return manager.find(MeetingSeries, {
      where: [
        { clubId: club.id, lastOn: IsNull() },
        { clubId: club.id, lastOn: MoreThanOrEqual(today) },
      ],
      order: { id: 'ASC' },
    });
  }

  /** On which days series have a meeting: for which it was planned, and to which it was moved; cancelled ones too. */
  private async takenDays(manager: EntityManager, club: Club, live: MeetingSeries[]): Promise<Set<string>> {
    const today = this.clock.today(club.timeZone);
    const seriesId = In(live.map(({ id }) => id));
    const meetings = await manager.find(Meeting, {
      select: { id: true, seriesId: true, seriesOn: true, heldOn: true },
      where: [
        { seriesId, seriesOn: MoreThanOrEqual(today) },
        { seriesId, heldOn: MoreThanOrEqual(today) },
      ],
    });
    return new Set(meetings.flatMap((each) => [each.seriesOn, each.heldOn].map((day) => `${each.seriesId} ${day}`)));
  }

  private meetingsOf(series: MeetingSeries, club: Club): DueMeeting[] {
    return this.startsOf(series, club)
      .filter(({ on }) => series.isLiveOn(on))
      .map((start) => ({
        ...start,
        id: newId(),
        seriesId: series.id,
        heldOn: civilDay(start.startsAt, club.timeZone),
      }));
  }

  private startsOf(recurrence: Recurrence, { timeZone }: Club) {
    const now = this.clock.now();
    const today = this.clock.today(timeZone);
    const last = shiftDay(today, { months: horizonMonths });
    return occurrencesOf(recurrence, timeZone, today, last).filter(({ startsAt }) => startsAt > now);
  }
}
