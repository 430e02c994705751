import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
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
import { canPlan, onlyVisibleMeetings } from '../meetings.policy.js';
import type { AddHolidayInput, RemoveHolidayInput } from './calendar.types.js';
import { lockCalendar } from './calendar-lock.js';
import { cancelPlanned } from './cancel-planned.sql.js';
import { Holiday } from './holiday.entity.js';
import { planAgain } from './plan-again.sql.js';
import { SeriesExtension } from './series-extension.js';

/** How far ahead a holiday can begin. What lies further is a slip of the hand. */
const horizonYears = 2;

@Injectable()
export class HolidaysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
    private readonly extension: SeriesExtension,
  ) {}

  /** The holidays of a club, the latest first. */
  list(viewer: Viewer, club: Club, page: PageArguments): Promise<Connection<Holiday>> {
    const holidays = this.dataSource
      .getRepository(Holiday)
      .createQueryBuilder('holiday')
      .where({ clubId: club.id, removedAt: IsNull() });
    return paginate(onlyVisibleMeetings(holidays, viewer), page, { property: 'firstOn', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE */
  add(viewer: Viewer, input: AddHolidayInput): Promise<Holiday> {
    const act = { personId: viewer.personId, verb: 'addHoliday', input, result: Holiday };
    return this.acts.once(act, async (manager) => {
      const { clubId, name, from, to } = input;
      const club = found(await this.clubs.find(viewer, clubId, manager), 'club', 'clubId');
      authorise(canPlan(viewer, club));
      this.requireWithinHorizon(club, from);
      await lockCalendar(manager, clubId);
      const at = this.clock.now();
      const holiday = await insert(manager, Holiday, {
        id: newId(),
        clubId,
        name,
        firstOn: from,
        lastOn: to,
        createdAt: at,
        removedAt: null,
      });
      const cancelling = { at, reason: name, holidayId: holiday.id };
      const meetings = await cancelPlanned(manager, { clubId, from, to, seriesId: null }, cancelling);
      await this.extension.record(manager, 'meeting.cancelled', { clubId, actorId: viewer.personId, meetings });
      await this.record(manager, viewer, 'holiday.added', holiday);
      return holiday;
    });
  }

  /** @throws DomainError NOT_FOUND */
  remove(viewer: Viewer, input: RemoveHolidayInput): Promise<Holiday> {
    const act = { personId: viewer.personId, verb: 'removeHoliday', input, result: Holiday };
    return this.acts.once(act, async (manager) => {
      const { clubId } = found(await this.find(manager, viewer, input.holidayId), 'holiday', 'holidayId');
      const club = await lockCalendar(manager, clubId);
      authorise(canPlan(viewer, club));
      const holiday = found(await this.find(manager, viewer, input.holidayId), 'holiday', 'holidayId');
      holiday.removedAt = this.clock.now();
      await manager.save(holiday);
      const meetings = await planAgain(manager, holiday.id, holiday.removedAt);
      await this.extension.record(manager, 'meeting.planned', { clubId, actorId: viewer.personId, meetings });
      await this.record(manager, viewer, 'holiday.removed', holiday);
      await this.extension.extend(manager, club, viewer.personId);
      return holiday;
    });
  }

  /** The holiday, if it was not removed; null when there is none the viewer may see. */
  private find(manager: EntityManager, viewer: Viewer, id: string): Promise<Holiday | null> {
    const holidays = manager.createQueryBuilder(Holiday, 'holiday').where({ id, removedAt: IsNull() });
    return onlyVisibleMeetings(holidays, viewer).getOne();
  }

  private requireWithinHorizon(club: Club, from: string): void {
    if (from > shiftDay(this.clock.today(club.timeZone), { years: horizonYears })) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A holiday begins at most two years ahead.', ['from']);
    }
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'holiday.added' | 'holiday.removed',
    holiday: Holiday,
  ): Promise<void> {
    const { clubId, firstOn, lastOn } = holiday;
    const details = { from: firstOn, to: lastOn };
    return this.activity.record(manager, { actorId: viewer.personId, verb, subject: holiday, clubId, details });
  }
}
