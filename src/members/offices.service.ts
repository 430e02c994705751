import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { ClubsService } from '../clubs/clubs.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { canAppoint } from './members.policy.js';
import type { Membership } from './membership.entity.js';
import { lockMembership } from './membership-lookup.js';
import { Office } from './office.entity.js';
import type { AppointOfficerInput, EndOfficeInput } from './offices.types.js';

@Injectable()
export class OfficesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
  ) {}

  /** The terms that hold today, the president's first. Whoever sees a club sees its board. */
  today(club: Club, page: PageArguments): Promise<Connection<Office>> {
    const terms = this.dataSource.getRepository(Office).createQueryBuilder('term').where({ clubId: club.id });
    terms.andWhere('term.startsOn <= :today AND (term.endsOn IS NULL OR term.endsOn > :today)', {
      today: this.clock.today(club.timeZone),
    });
    return paginate(terms, page, { property: 'name', direction: 'ASC' });
  }

  /** The terms of a member, the latest first. */
  ofMember(seat: Membership, page: PageArguments): Promise<Connection<Office>> {
    const terms = this.dataSource.getRepository(Office).createQueryBuilder('term').where({ membershipId: seat.id });
    return paginate(terms, page, { property: 'startsOn', direction: 'DESC' });
  }

  /**
   * A term does not outlast its holder's seat: it ends with a seat whose end is known.
   * @throws DomainError NOT_FOUND, NOT_A_MEMBER when he has no seat on the first day, OFFICE_TAKEN
   */
  appoint(viewer: Viewer, input: AppointOfficerInput): Promise<Office> {
    const act = { personId: viewer.personId, verb: 'appointOfficer', input, result: Office };
    return this.acts.once(act, async (manager) => {
      const { seat, club } = await lockMembership(manager, viewer, input.membershipId, this.clock.now());
      authorise(canAppoint(viewer, club));
      if (!seat.isHeldOn(input.startsOn)) {
        throw new DomainError('NOT_A_MEMBER', 'The member does not hold his seat on that day.', ['startsOn']);
      }
      const office = await insert(manager, Office, {
        id: newId(),
        clubId: club.id,
        membershipId: seat.id,
        name: input.office,
        startsOn: input.startsOn,
        endsOn: seat.leftOn,
        createdAt: this.clock.now(),
      });
      await this.record(manager, viewer, 'office.appointed', office);
      return office;
    });
  }

  /** @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE */
  end(viewer: Viewer, input: EndOfficeInput): Promise<Office> {
    const act = { personId: viewer.personId, verb: 'endOffice', input, result: Office };
    return this.acts.once(act, async (manager) => {
      const office = found(
        await manager.findOne(Office, { where: { id: input.officeId }, lock: { mode: 'for_no_key_update' } }),
        'office',
        'officeId',
      );
      const club = found(await this.clubs.find(viewer, office.clubId, manager), 'office', 'officeId');
      authorise(canAppoint(viewer, club));
      office.end(input.endsOn);
      await this.record(manager, viewer, 'office.ended', office);
      return manager.save(office);
    });
  }

  /** Ends what terms a seat still has on the day it is left; a term that was still to come never holds. */
  async endWithSeat(manager: EntityManager, viewer: Viewer, seat: Membership, leftOn: string): Promise<void> {
    const terms = await manager.find(Office, {
      where: [
        { membershipId: seat.id, endsOn: IsNull() },
        { membershipId: seat.id, endsOn: MoreThan(leftOn) },
      ],
      lock: { mode: 'for_no_key_update' },
    });
    for (const office of terms) {
      office.end(office.startsOn > leftOn ? office.startsOn : leftOn);
      await manager.save(office);
      await this.record(manager, viewer, 'office.ended', office);
    }
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'office.appointed' | 'office.ended',
    office: Office,
  ): Promise<void> {
    const { name, membershipId, startsOn, endsOn } = office;
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: office,
      clubId: office.clubId,
      details: { name, membershipId, startsOn, endsOn },
    });
  }
}
