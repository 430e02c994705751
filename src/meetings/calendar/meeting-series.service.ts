import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, MoreThanOrEqual } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Club } from '../../clubs/club.entity.js';
import { ClubsService } from '../../clubs/clubs.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, shiftDay } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Meeting } from '../meeting.entity.js';
import { canPlan, onlyVisibleMeetings } from '../meetings.policy.js';
import { seriesAbilitiesOf } from './calendar.policy.js';
import type { EndMeetingSeriesInput, MeetingSeriesAbilities, PlanMeetingSeriesInput } from './calendar.types.js';
import { lockCalendar } from './calendar-lock.js';
import { cancelPlanned } from './cancel-planned.sql.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { readRule } from './recurrence.js';
import { SeriesExtension } from './series-extension.js';

/** How many series a club has at once: each is worked out whenever its calendar is carried on. */
const mostSeries = 20;

@Injectable()
export class MeetingSeriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
    private readonly extension: SeriesExtension,
  ) {}

  /** The series of a club that have not ended, the first to begin first. */
  list(viewer: Viewer, club: Club, page: PageArguments): Promise<Connection<MeetingSeries>> {
    const series = this.dataSource
      .getRepository(MeetingSeries)
      .createQueryBuilder('series')
      .where({ clubId: club.id })
      .andWhere('(series.lastOn IS NULL OR series.lastOn >= :today)', { today: this.clock.today(club.timeZone) });
    return paginate(onlyVisibleMeetings(series, viewer), page, { property: 'firstOn', direction: 'ASC' });
  }

  /** The meetings of a series by their start, those that were cancelled included. */
  meetings(viewer: Viewer, series: MeetingSeries, page: PageArguments): Promise<Connection<Meeting>> {
    const meetings = this.dataSource
      .getRepository(Meeting)
      .createQueryBuilder('meeting')
      .where({ seriesId: series.id });
    return paginate(onlyVisibleMeetings(meetings, viewer), page, { property: 'startsAt', direction: 'ASC' });
  }

  abilities(viewer: Viewer, series: MeetingSeries, club: Club): MeetingSeriesAbilities {
    return seriesAbilitiesOf(viewer, { series, club, today: this.clock.today(club.timeZone) });
  }

  /** @throws DomainError NOT_FOUND, INVALID for the rule or one series too many, DATE_OUT_OF_RANGE for a first day */
  plan(viewer: Viewer, input: PlanMeetingSeriesInput): Promise<MeetingSeries> {
    const act = { personId: viewer.personId, verb: 'planMeetingSeries', input, result: MeetingSeries };
    return this.acts.once(act, async (manager) => {
      const { idempotencyKey: _, ...details } = input;
      const visible = found(await this.clubs.find(viewer, input.clubId, manager), 'club', 'clubId');
      authorise(canPlan(viewer, visible));
      const club = await lockCalendar(manager, visible.id);
      await this.requireRoom(manager, club);
      const rule = readRule(input.rule);
      if (input.firstOn < this.clock.today(club.timeZone)) {
        throw new DomainError('DATE_OUT_OF_RANGE', 'A series does not begin on a day that has passed.', ['firstOn']);
      }
      if (!this.extension.givesMeetings({ ...details, rule }, club)) {
        throw new DomainError('INVALID', 'The rule gives no meeting in the twelve months to come.', ['rule']);
      }
      const now = this.clock.now();
      const planned = { ...details, rule, id: newId(), lastOn: null, createdAt: now };
      const series = await insert(manager, MeetingSeries, planned);
      await this.record(manager, viewer, 'meeting_series.planned', series);
      await this.extension.extend(manager, club, viewer.personId);
      return series;
    });
  }

  /** @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE */
  end(viewer: Viewer, input: EndMeetingSeriesInput): Promise<MeetingSeries> {
    const act = { personId: viewer.personId, verb: 'endMeetingSeries', input, result: MeetingSeries };
    return this.acts.once(act, async (manager) => {
      const { seriesId, lastOn, reason } = input;
      const visible = onlyVisibleMeetings(
        manager.createQueryBuilder(MeetingSeries, 'series').where({ id: seriesId }),
        viewer,
      );
      const { clubId } = found(await visible.getOne(), 'series', 'seriesId');
      const club = await lockCalendar(manager, clubId);
      authorise(canPlan(viewer, club));
      const series = await manager.findOneByOrFail(MeetingSeries, { id: seriesId });
      series.end(lastOn, shiftDay(this.clock.today(club.timeZone), { days: -1 }));
      const from = shiftDay(lastOn, { days: 1 });
      const cancelling = { at: this.clock.now(), reason, holidayId: null };
      const meetings = await cancelPlanned(manager, { clubId, from, to: null, seriesId }, cancelling);
      await this.extension.record(manager, 'meeting.cancelled', { clubId, actorId: viewer.personId, meetings });
      await this.record(manager, viewer, 'meeting_series.ended', series);
      return manager.save(series);
    });
  }

  /** Called with the calendar locked. @throws DomainError INVALID */
  private async requireRoom(manager: EntityManager, { id: clubId, timeZone }: Club): Promise<void> {
    const today = this.clock.today(timeZone);
    const live = [
      { clubId, lastOn: IsNull() },
      { clubId, lastOn: MoreThanOrEqual(today) },
    ];
    if ((await manager.countBy(MeetingSeries, live)) < mostSeries) return;
    throw new DomainError('INVALID', `A club has at most ${mostSeries} series at once; end one first.`, ['clubId']);
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'meeting_series.planned' | 'meeting_series.ended',
    series: MeetingSeries,
  ): Promise<void> {
    const { clubId, firstOn, lastOn } = series;
    const details = { firstOn, lastOn };
    return this.activity.record(manager, { actorId: viewer.personId, verb, subject: series, clubId, details });
  }
}
