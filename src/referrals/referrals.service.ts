import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Introduction } from '../network/introduction.entity.js';
import { lockChains } from '../network/introductions.service.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, blaming, DomainError, found } from '../platform/graphql/errors.js';
import type { RecordingInput } from '../platform/graphql/payload.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Referral } from './referral.entity.js';
import { ReferralMove } from './referral-move.entity.js';
import { type DeclineReason, isTakenUp, type ReferralStage } from './referral-stage.js';
import { canFollowUp, visibleReferrals } from './referrals.policy.js';
import type {
  DeclineReferralInput,
  LoseReferralInput,
  MoveReferralInput,
  PromiseFirstContactInput,
  RecordFirstContactInput,
} from './referrals.types.js';

interface Move {
  to: ReferralStage;
  note: string | null;
  declineReason?: DeclineReason;
}

/** The follow-up of referrals: what the receiver does after one was given (give-referral.service.ts). */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The referral, or null when the viewer has no part in one of that key. */
  find(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<Referral | null> {
    return manager.findOne(Referral, { where: visibleReferrals(viewer).map((part) => ({ ...part, id })) });
  }

  given(viewer: Viewer, page: PageArguments): Promise<Connection<Referral>> {
    return this.list({ giverId: viewer.personId }, page);
  }

  received(viewer: Viewer, page: PageArguments): Promise<Connection<Referral>> {
    return this.list({ receiverId: viewer.personId }, page);
  }

  moves(referral: Referral, page: PageArguments): Promise<Connection<ReferralMove>> {
    const moves = this.dataSource.getRepository(ReferralMove).createQueryBuilder('move');
    return paginate(moves.where({ referralId: referral.id }), page, { property: 'movedAt', direction: 'ASC' });
  }

  promiseFirstContact(viewer: Viewer, input: PromiseFirstContactInput): Promise<Referral> {
    return this.followUp(viewer, 'promiseFirstContact', input, async (manager, referral) => {
      referral.promise(input.promisedFor, this.clock.now());
      await this.takeUp(manager, referral);
      await this.record(manager, viewer, 'referral.promised', referral, { promisedFor: input.promisedFor });
    });
  }

  recordFirstContact(viewer: Viewer, input: RecordFirstContactInput): Promise<Referral> {
    return this.followUp(viewer, 'recordFirstContact', input, async (manager, referral) => {
      const now = this.clock.now();
      referral.recordFirstContact(input.contactedAt ?? now, now);
      await this.takeUp(manager, referral);
      await this.record(manager, viewer, 'referral.contacted', referral, {});
    });
  }

  /** @throws DomainError STAGE_NOT_REACHABLE, REASON_REQUIRED */
  move(viewer: Viewer, input: MoveReferralInput): Promise<Referral> {
    return this.followUp(viewer, 'moveReferral', input, async (manager, referral) => {
      if (input.to === 'lost' || input.to === 'declined') {
        throw new DomainError('STAGE_NOT_REACHABLE', 'Lose or decline it with the mutation of that name.', ['to']);
      }
      await this.moveTo(manager, viewer, referral, input);
    });
  }

  lose(viewer: Viewer, input: LoseReferralInput): Promise<Referral> {
    return this.followUp(viewer, 'loseReferral', input, (manager, referral) =>
      blaming({ to: 'referralId' }, () => this.moveTo(manager, viewer, referral, { to: 'lost', note: input.reason })),
    );
  }

  decline(viewer: Viewer, input: DeclineReferralInput): Promise<Referral> {
    const { note, reason } = input;
    return this.followUp(viewer, 'declineReferral', input, (manager, referral) =>
      blaming({ to: 'referralId' }, () =>
        this.moveTo(manager, viewer, referral, { to: 'declined', note, declineReason: reason }),
      ),
    );
  }

  /** Moves a referral, with its dated row; the caller saves it. For acts of this and later modules. */
  async moveTo(manager: EntityManager, viewer: Viewer, referral: Referral, move: Move): Promise<void> {
    const now = this.clock.now();
    const fromStage = referral.stage;
    referral.moveTo(move.to, move.note ?? move.declineReason ?? null, now);
    if (isTakenUp(move.to)) await this.takeUp(manager, referral);
    await insert(manager, ReferralMove, {
      id: newId(),
      referralId: referral.id,
      fromStage,
      toStage: move.to,
      movedAt: now,
      movedById: viewer.personId,
      note: move.note,
      declineReason: move.declineReason ?? null,
    });
    await this.record(manager, viewer, 'referral.moved', referral, { from: fromStage, to: move.to });
  }

  /** By his first act on it the receiver accepts the introduction that came with the referral. */
  async takeUp(manager: EntityManager, referral: Referral): Promise<void> {
    if (referral.introductionId === null) return;
    const introduction = await manager.findOneByOrFail(Introduction, { id: referral.introductionId });
    introduction.accept(this.clock.now());
    await manager.save(introduction);
  }

  private list(part: Partial<Referral>, page: PageArguments): Promise<Connection<Referral>> {
    const referrals = this.dataSource.getRepository(Referral).createQueryBuilder('referral').where(part);
    return paginate(referrals, page, { property: 'givenAt', direction: 'DESC' });
  }

  private followUp<I extends RecordingInput & { referralId: string }>(
    viewer: Viewer,
    verb: string,
    input: I,
    work: (manager: EntityManager, referral: Referral) => Promise<void>,
  ): Promise<Referral> {
    return this.acts.once({ personId: viewer.personId, verb, input, result: Referral }, async (manager) => {
      const visible = found(await this.find(viewer, input.referralId, manager), 'referral', 'referralId');
      authorise(canFollowUp(viewer, visible));
      await lockChains(manager, visible.receiverId);
      const referral = await manager.findOneByOrFail(Referral, { id: visible.id });
      await work(manager, referral);
      return manager.save(referral);
    });
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: `referral.${string}`,
    referral: Referral,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: referral,
      clubId: referral.receiverClubId,
      details,
    });
  }
}
