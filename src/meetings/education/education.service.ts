import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Club } from '../../clubs/club.entity.js';
import { ClubsService } from '../../clubs/clubs.service.js';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import { lockMembership } from '../../members/membership-lookup.js';
import { seatOn } from '../../members/seats.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type KeysetOrder, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found, notFound } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import type { Meeting } from '../meeting.entity.js';
import { Education } from './education.entity.js';
import { canRecord } from './education.policy.js';
import type { RecordEducationInput } from './education.types.js';
import { hasUnits } from './education-units.sql.js';

@Injectable()
export class EducationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
  ) {}

  /** What was recorded under a seat, the latest earned first. */
  ofMember(seat: Membership, page: PageArguments): Promise<Connection<Education>> {
    return this.list({ membershipId: seat.id }, page, { property: 'earnedOn', direction: 'DESC' });
  }

  /** What members of the club earned on the day of a meeting, in the order of recording. */
  onDayOf({ clubId, heldOn }: Meeting, page: PageArguments): Promise<Connection<Education>> {
    return this.list({ clubId, earnedOn: heldOn }, page, { property: 'recordedAt', direction: 'ASC' });
  }

  /**
   * Records education units, or corrects them. The seat is locked, so that of two corrections at once the second
   * knows of the first.
   * @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE, EDUCATION_BELOW_ZERO; INVALID by constraint
   */
  record(viewer: Viewer, input: RecordEducationInput): Promise<Education> {
    const act = { personId: viewer.personId, verb: 'recordEducation', input, result: Education };
    return this.acts.once(act, async (manager) => {
      const club = found(await this.clubs.find(viewer, input.clubId, manager), 'club', 'clubId');
      authorise(viewer.isMemberOf(club.id));
      const seat = await this.lockSeat(manager, viewer, club, input.membershipId);
      authorise(canRecord(viewer, seat));
      this.requireDay(input.earnedOn, seat, this.clock.today(club.timeZone));
      await this.requireEnough(manager, seat, input.units);
      const education = await insert(manager, Education, {
        id: newId(),
        clubId: club.id,
        membershipId: seat.id,
        units: Number(input.units).toFixed(2),
        topic: input.topic,
        earnedOn: input.earnedOn,
        recordedById: viewer.personId,
        recordedAt: this.clock.now(),
      });
      const { membershipId, units, earnedOn } = education;
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'education.recorded',
        subject: education,
        clubId: club.id,
        details: { membershipId, units, earnedOn },
      });
      return education;
    });
  }

  /** The seat of whoever earned the units: in that club, by default the viewer's own of today. */
  private async lockSeat(
    manager: EntityManager,
    viewer: Viewer,
    club: Club,
    membershipId: string | null,
  ): Promise<Membership> {
    const now = this.clock.now();
    const own = membershipId ?? (await seatOn(manager, club.id, viewer.personId, this.clock.today(club.timeZone)))?.id;
    const { seat } = await lockMembership(manager, viewer, found(own, 'membership', 'membershipId'), now);
    if (seat.clubId !== club.id) throw notFound('membership', 'membershipId');
    return seat;
  }

  private requireDay(earnedOn: string, seat: Membership, today: string): void {
    if (earnedOn <= today && seat.isHeldOn(earnedOn)) return;
    throw new DomainError('DATE_OUT_OF_RANGE', 'Units are earned in the past or today, while the seat is held.', [
      'earnedOn',
    ]);
  }

  private async requireEnough(manager: EntityManager, seat: Membership, units: string): Promise<void> {
    if (!units.startsWith('-') || (await hasUnits(manager, seat.id, units.slice(1)))) return;
    throw new DomainError('EDUCATION_BELOW_ZERO', 'The member has not so many units to take away.', ['units']);
  }

  private list(
    where: FindOptionsWhere<Education>,
    page: PageArguments,
    order: KeysetOrder,
  ): Promise<Connection<Education>> {
    const units = this.dataSource.getRepository(Education).createQueryBuilder('education').where(where);
    return paginate(units, page, order);
  }
}
