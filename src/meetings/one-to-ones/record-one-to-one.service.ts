import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { canSeePerson } from '../../identity/identity.policy.js';
import { placesOf } from '../../identity/places.sql.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, shiftDay } from '../../platform/clock.js';
import { authorise, DomainError, found, notFound } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { OneToOne, untouched } from './one-to-one.entity.js';
import { findOneToOne, lockOneToOne } from './one-to-one-lookup.js';
import { canPropose } from './one-to-ones.policy.js';
import type { RecordOneToOneInput } from './one-to-ones.types.js';
import { type SeatPlace, seatInCommon } from './seat-in-common.js';

/** How long ago one can have met, in days. */
const longestAgoDays = 90;

/** Whose one-to-one it is, and the seat from which the recorder had it. */
interface Pair {
  partnerId: string;
  seat: SeatPlace;
}

@Injectable()
export class RecordOneToOneService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records that two met. The same pair on one day is one: whoever of the two comes second, be it at the same
   * instant, gets what the first recorded.
   * @throws DomainError NOT_FOUND, NOT_A_MEMBER, DATE_OUT_OF_RANGE, ONE_TO_ONE_NOT_OPEN, INVALID
   */
  record(viewer: Viewer, input: RecordOneToOneInput): Promise<OneToOne> {
    const act = { personId: viewer.personId, verb: 'recordOneToOne', input, result: OneToOne };
    return this.acts.once(act, async (manager) => {
      const partnerId = await this.partnerOf(manager, viewer, input);
      const seat = await this.requireSeats(manager, viewer, partnerId, input.heldOn);
      this.requireDay(input.heldOn, this.clock.today(seat.timeZone));
      await lockPair(manager, viewer.personId, partnerId);
      const where = between(viewer.personId, partnerId, { state: 'held', heldOn: input.heldOn });
      const held = await manager.findOne(OneToOne, { where, lock: { mode: 'for_no_key_update' } });
      return held ?? this.hold(manager, viewer, input, { partnerId, seat });
    });
  }

  private async hold(
    manager: EntityManager,
    viewer: Viewer,
    input: RecordOneToOneInput,
    pair: Pair,
  ): Promise<OneToOne> {
    const open =
      input.oneToOneId === null
        ? await dueOneToOne(manager, viewer, input.heldOn, pair)
        : await lockOneToOne(manager, viewer, input.oneToOneId);
    const oneToOne = open
      ? await this.turn(manager, viewer, input.heldOn, open)
      : await this.add(manager, viewer, input.heldOn, pair.partnerId);
    await this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'one_to_one.held',
      subject: oneToOne,
      clubId: pair.seat.clubId,
      details: { otherId: pair.partnerId, heldOn: input.heldOn },
    });
    return oneToOne;
  }

  private turn(manager: EntityManager, viewer: Viewer, heldOn: string, open: OneToOne): Promise<OneToOne> {
    open.hold(viewer.personId, heldOn, this.clock.now());
    return manager.save(open);
  }

  private add(manager: EntityManager, viewer: Viewer, heldOn: string, partnerId: string): Promise<OneToOne> {
    const now = this.clock.now();
    return insert(manager, OneToOne, {
      ...untouched,
      id: newId(),
      proposerId: viewer.personId,
      partnerId,
      state: 'held',
      heldOn,
      recordedById: viewer.personId,
      recordedAt: now,
      createdAt: now,
    });
  }

  /** @throws DomainError INVALID unless the input has one of its keys, NOT_FOUND for what he may not see */
  private async partnerOf(manager: EntityManager, viewer: Viewer, input: RecordOneToOneInput): Promise<string> {
    const { oneToOneId, partnerId } = input;
    if (oneToOneId !== null && partnerId === null) {
      const oneToOne = await findOneToOne(manager, viewer, oneToOneId);
      return found(oneToOne, 'one-to-one', 'oneToOneId').otherThan(viewer.personId);
    }
    if (partnerId !== null && oneToOneId === null) {
      const places = await placesOf(manager, partnerId);
      if (!canSeePerson(viewer, partnerId, places)) throw notFound('person', 'partnerId');
      authorise(canPropose(viewer));
      return partnerId;
    }
    throw new DomainError('INVALID', 'Name either the one-to-one or the partner.', ['oneToOneId']);
  }

  /** @throws DomainError NOT_A_MEMBER unless both had seats in clubs of one network on that day */
  private async requireSeats(
    manager: EntityManager,
    viewer: Viewer,
    partnerId: string,
    heldOn: string,
  ): Promise<SeatPlace> {
    const [mine, theirs] = [await placesOf(manager, viewer.personId), await placesOf(manager, partnerId)];
    const seat = seatInCommon(mine, theirs, () => heldOn);
    if (seat) return seat;
    throw new DomainError('NOT_A_MEMBER', 'Both need a seat in clubs of one network on that day.', ['heldOn']);
  }

  private requireDay(heldOn: string, today: string): void {
    const earliest = shiftDay(today, { days: -longestAgoDays });
    if (heldOn > today || heldOn < earliest) {
      throw new DomainError(
        'DATE_OUT_OF_RANGE',
        `One records what was held by today, and at most ${longestAgoDays} days ago.`,
        ['heldOn'],
      );
    }
  }
}

function between(
  personId: string,
  otherId: string,
  where: FindOptionsWhere<OneToOne> = {},
): FindOptionsWhere<OneToOne>[] {
  return [
    { ...where, proposerId: personId, partnerId: otherId },
    { ...where, proposerId: otherId, partnerId: personId },
  ];
}

/** There may be no row yet to lock, so the pair itself is locked: whoever records of it does so one after the other. */
async function lockPair(manager: EntityManager, personId: string, otherId: string): Promise<void> {
  const pair = ['one_to_one', ...[personId, otherId].sort()].join(' ');
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [pair]);
}

/**
 * The proposal that the meeting of a day was about, if there is one: of those without a time or with one by the end
 * of that day, an accepted one before others, and the latest.
 */
function dueOneToOne(
  manager: EntityManager,
  viewer: Viewer,
  heldOn: string,
  { partnerId, seat }: Pair,
): Promise<OneToOne | null> {
  return manager
    .createQueryBuilder(OneToOne, 'open')
    .where(between(viewer.personId, partnerId, { state: In(['proposed', 'accepted']) }))
    .andWhere('(open.startsAt IS NULL OR (open.startsAt AT TIME ZONE :timeZone)::date <= :heldOn)', {
      timeZone: seat.timeZone,
      heldOn,
    })
    .orderBy('open.state', 'DESC')
    .addOrderBy('open.startsAt', 'DESC', 'NULLS LAST')
    .addOrderBy('open.id', 'DESC')
    .limit(1)
    .setLock('for_no_key_update')
    .getOne();
}
