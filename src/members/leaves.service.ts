import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { clubById } from '../clubs/clubs.loaders.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Leave } from './leave.entity.js';
import type { EndLeaveInput, RecordLeaveInput } from './leaves.types.js';
import { canRecordLeave, canSeeLeaves } from './members.policy.js';
import { Membership } from './membership.entity.js';
import { lockMembership } from './membership-lookup.js';

@Injectable()
export class LeavesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The leaves of a member, the latest first; null for whoever may not see them. */
  async ofMember(
    viewer: Viewer,
    seat: Membership,
    { page, loaders }: { page: PageArguments; loaders: Loaders },
  ): Promise<Connection<Leave> | null> {
    if (!canSeeLeaves(viewer, seat, await loaders.loadExisting(clubById, seat.clubId))) return null;
    const leaves = this.dataSource.getRepository(Leave).createQueryBuilder('leave').where({ membershipId: seat.id });
    return paginate(leaves, page, { property: 'startsOn', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND, NOT_A_MEMBER when he has no seat on the first day, DATE_OUT_OF_RANGE, ON_LEAVE */
  record(viewer: Viewer, input: RecordLeaveInput): Promise<Leave> {
    const act = { personId: viewer.personId, verb: 'recordLeave', input, result: Leave };
    return this.acts.once(act, async (manager) => {
      const { startsOn, endsOn } = input;
      const { seat, club } = await lockMembership(manager, viewer, input.membershipId, this.clock.now());
      authorise(canRecordLeave(viewer, seat, club));
      if (!seat.isHeldOn(startsOn)) {
        throw new DomainError('NOT_A_MEMBER', 'The member does not hold his seat on that day.', ['startsOn']);
      }
      if (endsOn === startsOn) throw new DomainError('DATE_OUT_OF_RANGE', 'A leave lasts a day at least.', ['endsOn']);
      const leave = await insert(manager, Leave, {
        id: newId(),
        clubId: club.id,
        membershipId: seat.id,
        startsOn,
        endsOn,
        recordedById: viewer.personId,
        recordedAt: this.clock.now(),
      });
      await this.remember(manager, viewer, 'leave.recorded', leave);
      return leave;
    });
  }

  /** @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE */
  end(viewer: Viewer, input: EndLeaveInput): Promise<Leave> {
    const act = { personId: viewer.personId, verb: 'endLeave', input, result: Leave };
    return this.acts.once(act, async (manager) => {
      const known = await manager.findOne(Leave, {
        where: { id: input.leaveId },
        lock: { mode: 'for_no_key_update' },
      });
      const leave = found(known, 'leave', 'leaveId');
      const seat = await manager.findOneByOrFail(Membership, { id: leave.membershipId });
      const club = await manager.findOneByOrFail(Club, { id: leave.clubId });
      found(canSeeLeaves(viewer, seat, club) ? leave : null, 'leave', 'leaveId');
      authorise(canRecordLeave(viewer, seat, club));
      leave.end(input.endsOn);
      await this.remember(manager, viewer, 'leave.ended', leave);
      return manager.save(leave);
    });
  }

  private remember(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'leave.recorded' | 'leave.ended',
    leave: Leave,
  ): Promise<void> {
    const { membershipId, startsOn, endsOn } = leave;
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: leave,
      clubId: leave.clubId,
      details: { membershipId, startsOn, endsOn },
    });
  }
}
