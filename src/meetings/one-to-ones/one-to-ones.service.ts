import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { canSeePerson, type TodayIn } from '../../identity/identity.policy.js';
import { placesOf } from '../../identity/places.sql.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, notFound } from '../../platform/graphql/errors.js';
import type { RecordingInput } from '../../platform/graphql/payload.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { OneToOne, type Proposal, untouched } from './one-to-one.entity.js';
import { findOneToOne, lockOneToOne } from './one-to-one-lookup.js';
import { canAnswer, canPropose } from './one-to-ones.policy.js';
import type {
  AcceptOneToOneInput,
  CancelOneToOneInput,
  DeclineOneToOneInput,
  OneToOneArguments,
  ProposeOneToOneInput,
  RescheduleOneToOneInput,
  WithdrawOneToOneInput,
} from './one-to-ones.types.js';
import { seatInCommon } from './seat-in-common.js';

/** How far ahead one can propose to meet, in milliseconds: a year. What lies further is a slip of the hand. */
const horizon = 366 * 24 * 3_600_000;

@Injectable()
export class OneToOnesService {
  private readonly todayIn: TodayIn = (timeZone) => this.clock.today(timeZone);

  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The viewer's own, the latest first. */
  list(viewer: Viewer, page: OneToOneArguments): Promise<Connection<OneToOne>> {
    const own = this.dataSource
      .getRepository(OneToOne)
      .createQueryBuilder('own')
      .where('(own.proposerId = :viewerId OR own.partnerId = :viewerId)', { viewerId: viewer.personId });
    if (page.state !== null) own.andWhere('own.state = :state', { state: page.state });
    return paginate(own, page, { property: 'createdAt', direction: 'DESC' });
  }

  /** The one-to-one, or null when there is none of the viewer. */
  find(viewer: Viewer, id: string): Promise<OneToOne | null> {
    return findOneToOne(this.dataSource.manager, viewer, id);
  }

  /** @throws DomainError NOT_FOUND, NOT_A_MEMBER, DATE_OUT_OF_RANGE, INVALID with himself */
  propose(viewer: Viewer, input: ProposeOneToOneInput): Promise<OneToOne> {
    const act = { personId: viewer.personId, verb: 'proposeOneToOne', input, result: OneToOne };
    return this.acts.once(act, async (manager) => {
      const { partnerId } = input;
      const places = await placesOf(manager, partnerId);
      if (!canSeePerson(viewer, partnerId, places)) throw notFound('person', 'partnerId');
      authorise(canPropose(viewer));
      await this.requireSeatInCommon(manager, viewer, partnerId, 'partnerId');
      const now = this.clock.now();
      const oneToOne = await insert(manager, OneToOne, {
        ...untouched,
        ...this.proposalOf(input),
        id: newId(),
        proposerId: viewer.personId,
        partnerId,
        state: 'proposed',
        proposedAt: now,
        createdAt: now,
      });
      await this.record(manager, viewer, 'one_to_one.proposed', oneToOne);
      return oneToOne;
    });
  }

  /** @throws DomainError NOT_FOUND, ONE_TO_ONE_NOT_OPEN */
  accept(viewer: Viewer, input: AcceptOneToOneInput): Promise<OneToOne> {
    return this.change(viewer, { act: 'acceptOneToOne', verb: 'one_to_one.accepted', input }, (oneToOne) => {
      authorise(canAnswer(viewer, oneToOne));
      oneToOne.accept(this.clock.now());
    });
  }

  /** @throws DomainError NOT_FOUND, ONE_TO_ONE_NOT_OPEN */
  decline(viewer: Viewer, input: DeclineOneToOneInput): Promise<OneToOne> {
    return this.change(viewer, { act: 'declineOneToOne', verb: 'one_to_one.declined', input }, (oneToOne) => {
      authorise(canAnswer(viewer, oneToOne));
      oneToOne.decline(this.clock.now());
    });
  }

  /** @throws DomainError NOT_FOUND, ONE_TO_ONE_NOT_OPEN */
  cancel(viewer: Viewer, input: CancelOneToOneInput): Promise<OneToOne> {
    return this.change(viewer, { act: 'cancelOneToOne', verb: 'one_to_one.cancelled', input }, (oneToOne) =>
      oneToOne.cancel(this.clock.now()),
    );
  }

  /** @throws DomainError NOT_FOUND, NOT_A_MEMBER, ONE_TO_ONE_NOT_OPEN, DATE_OUT_OF_RANGE */
  reschedule(viewer: Viewer, input: RescheduleOneToOneInput): Promise<OneToOne> {
    const act = { act: 'rescheduleOneToOne', verb: 'one_to_one.rescheduled', input } as const;
    return this.change(viewer, act, async (oneToOne, manager) => {
      oneToOne.reschedule(viewer.personId, this.proposalOf(input), this.clock.now());
      await this.requireSeatInCommon(manager, viewer, oneToOne.partnerId, 'oneToOneId');
    });
  }

  /** @throws DomainError NOT_FOUND, ONE_TO_ONE_NOT_OPEN, DATE_OUT_OF_RANGE */
  withdraw(viewer: Viewer, input: WithdrawOneToOneInput): Promise<OneToOne> {
    return this.change(viewer, { act: 'withdrawOneToOne', verb: 'one_to_one.withdrawn', input }, (oneToOne) =>
      oneToOne.withdraw(input.reason, this.clock.now()),
    );
  }

  /** What one of the two does to a one-to-one, one act after the other. */
  private change(
    viewer: Viewer,
    act: { act: string; verb: `one_to_one.${string}`; input: RecordingInput & { oneToOneId: string } },
    step: (oneToOne: OneToOne, manager: EntityManager) => void | Promise<void>,
  ): Promise<OneToOne> {
    const { verb, input } = act;
    return this.acts.once({ personId: viewer.personId, verb: act.act, input, result: OneToOne }, async (manager) => {
      const oneToOne = await lockOneToOne(manager, viewer, input.oneToOneId);
      await step(oneToOne, manager);
      await this.record(manager, viewer, verb, oneToOne);
      return manager.save(oneToOne);
    });
  }

  /** @throws DomainError DATE_OUT_OF_RANGE for a time that has passed, or lies too far ahead */
  private proposalOf({ startsAt, place, message }: Proposal): Proposal {
    const now = this.clock.now().getTime();
    if (startsAt !== null && (startsAt.getTime() < now || startsAt.getTime() > now + horizon)) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'One proposes a time to come, at most a year ahead.', ['startsAt']);
    }
    return { startsAt, place, message };
  }

  /** @throws DomainError NOT_A_MEMBER unless both sit in clubs of one network today */
  private async requireSeatInCommon(
    manager: EntityManager,
    viewer: Viewer,
    partnerId: string,
    field: string,
  ): Promise<void> {
    const [mine, theirs] = [await placesOf(manager, viewer.personId), await placesOf(manager, partnerId)];
    if (seatInCommon(mine, theirs, this.todayIn) === null) {
      throw new DomainError('NOT_A_MEMBER', 'Both need a seat in clubs of one network today.', [field]);
    }
  }

  /** Without a club: that two want to meet concerns nobody but them. */
  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: `one_to_one.${string}`,
    oneToOne: OneToOne,
  ): Promise<void> {
    const details = { otherId: oneToOne.otherThan(viewer.personId) };
    return this.activity.record(manager, { actorId: viewer.personId, verb, subject: oneToOne, details });
  }
}
