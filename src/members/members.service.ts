import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Club } from '../clubs/club.entity.js';
import { Profession } from '../clubs/profession.entity.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise } from '../platform/graphql/errors.js';
import { canAdmit, canChangeOrEnd, onlyVisibleSeats } from './members.policy.js';
import type {
  ChangeMembershipInput,
  DirectoryArguments,
  EndMembershipInput,
  RenewMembershipInput,
} from './members.types.js';
import { Membership } from './membership.entity.js';
import { findMembership, lockMembership } from './membership-lookup.js';
import { OfficesService } from './offices.service.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly offices: OfficesService,
  ) {}

  /** Who holds a seat in the club on a civil day, by profession: there each has but one seat. */
  directory(viewer: Viewer, club: Club, page: DirectoryArguments): Promise<Connection<Membership>> {
    const seats = this.visible(viewer)
      .innerJoin(Profession, 'profession', 'profession.id = seat.professionId')
      .andWhere('seat.clubId = :clubId', { clubId: club.id })
      .andWhere('seat.joinedOn <= :day AND (seat.leftOn IS NULL OR seat.leftOn > :day)', {
        day: page.on ?? this.clock.today(club.timeZone),
      });
    return paginate(seats, page, { of: 'profession', property: 'name', direction: 'ASC' });
  }

  /** The seats a person has and had, as far as the viewer may see them, the latest first. */
  ofPerson(viewer: Viewer, personId: string, page: PageArguments): Promise<Connection<Membership>> {
    const seats = this.visible(viewer).andWhere('seat.personId = :personId', { personId });
    return paginate(seats, page, { property: 'joinedOn', direction: 'DESC' });
  }

  /** The membership, or null when there is none the viewer may see. */
  find(viewer: Viewer, id: string): Promise<Membership | null> {
    return findMembership(this.dataSource.manager, viewer, id, this.clock.now());
  }

  isHeldToday(seat: Membership, club: Club): boolean {
    return seat.isHeldOn(this.clock.today(club.timeZone));
  }

  /** @throws DomainError NOT_FOUND, ALREADY_LEFT, SEAT_TAKEN */
  change(viewer: Viewer, input: ChangeMembershipInput): Promise<Membership> {
    const act = { personId: viewer.personId, verb: 'changeMembership', input, result: Membership };
    return this.acts.once(act, async (manager) => {
      const { seat, club } = await lockMembership(manager, viewer, input.membershipId, this.clock.now());
      const before = seat.professionId;
      const after = input.professionId ?? before;
      authorise(after === before ? canChangeOrEnd(viewer, seat, club) : canAdmit(viewer, club));
      const companyChanged = input.company !== null && input.company !== seat.company;
      seat.change(after, input.company ?? seat.company, this.clock.today(club.timeZone));
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'membership.changed',
        subject: seat,
        clubId: club.id,
        details: { professionBefore: before, professionAfter: after, companyChanged },
      });
      return manager.save(seat);
    });
  }

  /** @throws DomainError NOT_FOUND, ALREADY_LEFT, DATE_OUT_OF_RANGE */
  renew(viewer: Viewer, input: RenewMembershipInput): Promise<Membership> {
    const act = { personId: viewer.personId, verb: 'renewMembership', input, result: Membership };
    return this.acts.once(act, async (manager) => {
      const { seat, club } = await lockMembership(manager, viewer, input.membershipId, this.clock.now());
      authorise(canAdmit(viewer, club));
      const before = seat.renewsOn;
      seat.renew(input.renewsOn);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'membership.renewed',
        subject: seat,
        clubId: club.id,
        details: { before, after: seat.renewsOn },
      });
      return manager.save(seat);
    });
  }

  /**
   * Ends a seat, and with it whatever offices the member holds in the club.
   * @throws DomainError NOT_FOUND, ALREADY_LEFT, DATE_OUT_OF_RANGE
   */
  end(viewer: Viewer, input: EndMembershipInput): Promise<Membership> {
    const act = { personId: viewer.personId, verb: 'endMembership', input, result: Membership };
    return this.acts.once(act, async (manager) => {
      const { seat, club } = await lockMembership(manager, viewer, input.membershipId, this.clock.now());
      authorise(canChangeOrEnd(viewer, seat, club));
      await this.endSeat(manager, viewer, { seat, leftOn: input.leftOn });
      return seat;
    });
  }

  /**
   * The end of a locked seat, in a transaction of the caller, who has seen to it that the viewer may end it.
   * @throws DomainError ALREADY_LEFT
   */
  async endSeat(
    manager: EntityManager,
    viewer: Viewer,
    { seat, leftOn }: { seat: Membership; leftOn: string },
  ): Promise<void> {
    seat.end(leftOn);
    await manager.save(seat);
    await this.offices.endWithSeat(manager, viewer, seat, leftOn);
    await this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'membership.ended',
      subject: seat,
      clubId: seat.clubId,
      details: { leftOn },
    });
  }

  private visible(viewer: Viewer): SelectQueryBuilder<Membership> {
    const seats = this.dataSource.getRepository(Membership).createQueryBuilder('seat');
    return onlyVisibleSeats(seats, viewer, this.clock.now());
  }
}
