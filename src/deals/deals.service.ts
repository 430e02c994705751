import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import type { Viewer } from '../identity/viewer.js';
import { findPersonOfNetworks } from '../members/seats.js';
import { lockChains } from '../network/introductions.service.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import type { RecordingInput } from '../platform/graphql/payload.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { toMinor } from '../platform/money.js';
import { type Share, sumToAll, toHundredths } from './allocation.js';
import { CreditShare, CreditSplit } from './credit-split.entity.js';
import { Deal } from './deal.entity.js';
import { DealAdjustment } from './deal-adjustment.entity.js';
import { canChangeDeal, dealsCreditedTo, onlyVisibleDeals } from './deals.policy.js';
import type { AdjustDealInput, CreditShareInput, SplitCreditInput, ThankForDealInput } from './deals.types.js';
import { Thanks } from './thanks.entity.js';

/** What happens to a deal after it was recorded (record-deal.service.ts). All of it is new rows. */
@Injectable()
export class DealsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The deal, or null when the viewer neither made it nor is credited with one of that key. */
  find(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<Deal | null> {
    return onlyVisibleDeals(manager.createQueryBuilder(Deal, 'deal').where({ id }), viewer).getOne();
  }

  /** The viewer's own deals, the latest first. */
  made(viewer: Viewer, page: PageArguments): Promise<Connection<Deal>> {
    const deals = this.dataSource.getRepository(Deal).createQueryBuilder('deal').where({ sellerId: viewer.personId });
    return paginate(deals, page, { property: 'closedOn', direction: 'DESC' });
  }

  /** The deals of others that the viewer is credited with, the latest first. */
  credited(viewer: Viewer, page: PageArguments): Promise<Connection<Deal>> {
    const deals = this.dataSource.getRepository(Deal).createQueryBuilder('deal');
    deals.where(`deal.id IN (${dealsCreditedTo(':viewerId')})`, { viewerId: viewer.personId });
    return paginate(deals, page, { property: 'closedOn', direction: 'DESC' });
  }

  adjustments(deal: Deal, page: PageArguments): Promise<Connection<DealAdjustment>> {
    const adjustments = this.dataSource.getRepository(DealAdjustment).createQueryBuilder('adjustment');
    return paginate(adjustments.where({ dealId: deal.id }), page, { property: 'adjustedOn', direction: 'ASC' });
  }

  /** What was said for a deal: to the viewer, or to anybody when he is the seller. */
  thanks(viewer: Viewer, deal: Deal, page: PageArguments): Promise<Connection<Thanks>> {
    const thanks = this.dataSource.getRepository(Thanks).createQueryBuilder('thanks').where({ dealId: deal.id });
    if (!canChangeDeal(viewer, deal)) thanks.andWhere({ thankedId: viewer.personId });
    return paginate(thanks, page, { property: 'thankedAt', direction: 'ASC' });
  }

  /** @throws DomainError REFUND_EXCEEDS_DEAL, DATE_OUT_OF_RANGE */
  adjust(viewer: Viewer, input: AdjustDealInput): Promise<Deal> {
    return this.change(viewer, 'adjustDeal', input, async (manager, deal) => {
      const club = await manager.findOneByOrFail(Club, { id: deal.clubId });
      const today = this.clock.today(club.timeZone);
      const adjustedOn = input.adjustedOn ?? today;
      if (adjustedOn < deal.closedOn || adjustedOn > today) {
        throw new DomainError('DATE_OUT_OF_RANGE', 'An adjustment is from the day of the deal up to today.', [
          'adjustedOn',
        ]);
      }
      const amountMinor = toMinor(input.amount, deal.currency, 'amount');
      const sum = BigInt(deal.amountMinor) + (await adjustmentsOf(manager, deal)) + amountMinor;
      if (sum < 0n) throw new DomainError('REFUND_EXCEEDS_DEAL', 'No more is refunded than was paid.', ['amount']);
      await insert(manager, DealAdjustment, {
        id: newId(),
        dealId: deal.id,
        amountMinor: amountMinor.toString(),
        adjustedOn,
        reason: input.reason,
        recordedById: viewer.personId,
        recordedAt: this.clock.now(),
      });
      await this.record(manager, viewer, 'deal.adjusted', deal);
    });
  }

  /** @throws DomainError NO_ROOT, SHARES_NOT_100 */
  split(viewer: Viewer, input: SplitCreditInput): Promise<Deal> {
    return this.change(viewer, 'splitCredit', input, async (manager, deal) => {
      if (deal.rootId === null) throw new DomainError('NO_ROOT', 'There is no credit to share.', ['dealId']);
      const shares = readShares(input.shares);
      for (const [index, { personId }] of shares.entries()) {
        await this.requireCreditable(manager, viewer, personId, ['shares', String(index), 'personId']);
      }
      const split = await insert(manager, CreditSplit, {
        id: newId(),
        dealId: deal.id,
        decidedById: viewer.personId,
        decidedAt: this.clock.now(),
      });
      for (const { personId, hundredths } of shares) {
        await insert(manager, CreditShare, { splitId: split.id, personId, percent: (hundredths / 100).toFixed(2) });
      }
      await this.record(manager, viewer, 'deal.credit_split', deal);
    });
  }

  /** @throws DomainError NO_ROOT; ALREADY_THANKED by constraint */
  thank(viewer: Viewer, input: ThankForDealInput): Promise<Deal> {
    return this.change(viewer, 'thankForDeal', input, async (manager, deal) => {
      const thankedId = input.personId ?? deal.rootId;
      if (thankedId === null || deal.rootId === null) {
        throw new DomainError('NO_ROOT', 'Nobody brought this deal.', ['dealId']);
      }
      if (input.personId !== null) await this.requireCreditable(manager, viewer, thankedId, ['personId']);
      await insert(manager, Thanks, {
        id: newId(),
        dealId: deal.id,
        thankedId,
        message: input.message,
        thankedAt: this.clock.now(),
      });
      await this.record(manager, viewer, 'deal.thanked', deal, { thankedId });
    });
  }

  /** Who is thanked or credited is a member other than the seller. */
  private async requireCreditable(
    manager: EntityManager,
    viewer: Viewer,
    personId: string,
    field: string[],
  ): Promise<void> {
    found(await findPersonOfNetworks(manager, personId, viewer.networkIds), 'person', ...field);
    if (viewer.is(personId)) throw new DomainError('GIVER_IS_RECEIVER', 'Nobody thanks or credits himself.', field);
  }

  private change<I extends RecordingInput & { dealId: string }>(
    viewer: Viewer,
    verb: string,
    input: I,
    work: (manager: EntityManager, deal: Deal) => Promise<void>,
  ): Promise<Deal> {
    return this.acts.once({ personId: viewer.personId, verb, input, result: Deal }, async (manager) => {
      const visible = found(await this.find(viewer, input.dealId, manager), 'deal', 'dealId');
      authorise(canChangeDeal(viewer, visible));
      await lockChains(manager, visible.sellerId);
      const deal = await manager.findOneByOrFail(Deal, { id: visible.id });
      await work(manager, deal);
      return deal;
    });
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: `deal.${string}`,
    deal: Deal,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: deal,
      clubId: deal.clubId,
      details,
    });
  }
}

async function adjustmentsOf(manager: EntityManager, deal: Deal): Promise<bigint> {
  return BigInt((await manager.sum(DealAdjustment, 'amountMinor' as never, { dealId: deal.id })) ?? 0);
}

/** @throws DomainError SHARES_NOT_100 */
function readShares(inputs: CreditShareInput[]): Share[] {
  const shares = inputs.map(({ personId, percent }) => ({ personId, hundredths: toHundredths(percent) ?? 0 }));
  if (shares.every((share) => share.hundredths > 0) && sumToAll(shares)) return shares;
  throw new DomainError('SHARES_NOT_100', 'Shares are above 0, have two decimals at most and sum to 100.', ['shares']);
}
