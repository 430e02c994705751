import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { findPossibleBuyer } from '../contacts/contact-access.js';
import { type Human, humanOf, type Party } from '../contacts/human.js';
import type { Viewer } from '../identity/viewer.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Visitor } from '../meetings/visitors/visitor.entity.js';
import { findVisitor } from '../meetings/visitors/visitor-lookup.js';
import type { Membership } from '../members/membership.entity.js';
import { areFellows, findPersonOfNetworks, seatOn } from '../members/seats.js';
import { Introduction } from '../network/introduction.entity.js';
import { firstAccepted } from '../network/introduction-links.js';
import { IntroductionsService, lockChains } from '../network/introductions.service.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { blaming, DomainError, found, notFound } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { toMinor } from '../platform/money.js';
import { Referral } from '../referrals/referral.entity.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { Deal } from './deal.entity.js';
import type { BuyerInput, RecordDealInput } from './deals.types.js';

interface Sale {
  club: Club;
  seat: Membership;
  closedOn: string;
  referral: Referral | null;
}

/** Recording a deal: who bought, by which chain he came, and so its degree and root. */
@Injectable()
export class RecordDealService {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly referrals: ReferralsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_A_MEMBER, DATE_OUT_OF_RANGE, BUYER_IS_SELLER, BUYER_IS_NOT_PROSPECT, VISITOR_DID_NOT_COME */
  record(viewer: Viewer, input: RecordDealInput): Promise<Deal> {
    return this.acts.once({ personId: viewer.personId, verb: 'recordDeal', input, result: Deal }, async (manager) => {
      await lockChains(manager, viewer.personId);
      const sale = await this.findSale(manager, viewer, input);
      const buyer = await this.findBuyer(manager, viewer, input.buyer, sale);
      const human = await humanOf(manager, buyer);
      if (human.is({ contactId: null, personId: viewer.personId })) {
        throw new DomainError('BUYER_IS_SELLER', 'Nobody sells to himself.', ['buyer']);
      }
      if (input.buyer?.visitorId) await this.introduceVisitor(manager, viewer, input.buyer.visitorId, human, sale);
      if (sale.referral) await this.makeCustomer(manager, viewer, sale.referral, human);
      const deal = await this.insert(manager, input, sale, buyer, human);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'deal.recorded',
        subject: deal,
        clubId: deal.clubId,
        details: { degree: deal.degree, rootId: deal.rootId, originId: deal.originId },
      });
      return deal;
    });
  }

  private async findSale(manager: EntityManager, viewer: Viewer, input: RecordDealInput): Promise<Sale> {
    const club = found(await manager.findOneBy(Club, { id: input.clubId }), 'club', 'clubId');
    const today = this.clock.today(club.timeZone);
    const closedOn = input.closedOn ?? today;
    const seat = await seatOn(manager, club.id, viewer.personId, closedOn);
    if (!seat && !viewer.sees(club.networkId)) throw notFound('club', 'clubId');
    if (!seat) {
      throw new DomainError('NOT_A_MEMBER', 'The seller has a seat in the club on the day of the deal.', ['closedOn']);
    }
    if (closedOn > today) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A deal is not closed in the future.', ['closedOn']);
    }
    const referral = input.referralId
      ? found(
          await manager.findOneBy(Referral, { id: input.referralId, receiverId: viewer.personId }),
          'referral',
          'referralId',
        )
      : null;
    if (referral && referral.givenOn > closedOn) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A deal does not come before its referral.', ['closedOn']);
    }
    return { club, seat, closedOn, referral };
  }

  private async findBuyer(
    manager: EntityManager,
    viewer: Viewer,
    input: BuyerInput | null,
    { referral }: Sale,
  ): Promise<Party> {
    if (input === null && referral !== null) return prospectOf(manager, referral);
    const { contactId = null, personId = null, visitorId = null } = input ?? {};
    if ([contactId, personId, visitorId].filter((id) => id !== null).length !== 1) {
      throw new DomainError('INVALID', 'Name exactly one buyer: a contact, a person or a visitor.', ['buyer']);
    }
    if (contactId !== null) {
      found(await findPossibleBuyer(manager, viewer, contactId), 'contact', 'buyer', 'contactId');
      return { contactId, personId: null };
    }
    if (personId !== null) {
      found(await findPersonOfNetworks(manager, personId, viewer.networkIds), 'person', 'buyer', 'personId');
      return { contactId: null, personId };
    }
    const visitor = visitorId === null ? null : await findVisitor(manager, viewer, visitorId);
    return { contactId: found(visitor, 'visitor', 'buyer', 'visitorId').contactId, personId: null };
  }

  /** A visitor who buys was introduced by whoever invited him, unless another introduction came first. */
  private async introduceVisitor(
    manager: EntityManager,
    viewer: Viewer,
    visitorId: string,
    human: Human,
    { closedOn }: Sale,
  ): Promise<void> {
    const visitor = await manager.findOneByOrFail(Visitor, { id: visitorId });
    const { heldOn } = await manager.findOneByOrFail(Meeting, { id: visitor.meetingId });
    if (visitor.cameAt === null || heldOn > closedOn) {
      throw new DomainError('VISITOR_DID_NOT_COME', 'The visitor had not come by the day of the deal.', ['buyer']);
    }
    if (viewer.is(visitor.invitedById)) return;
    if (await firstAccepted(manager, human, { beneficiaryId: viewer.personId, happenedOn: closedOn })) return;
    await blaming({ introduced: 'buyer', happenedOn: 'buyer' }, () =>
      this.introductions.introduce(manager, {
        beneficiaryId: viewer.personId,
        introduced: { contactId: visitor.contactId, personId: null },
        claim: { personId: visitor.invitedById },
        happenedOn: heldOn,
        // Who invited him says on what basis his details are passed on.
        consentBasis: 'none_yet',
        accepted: true,
        recordedById: viewer.personId,
      }),
    );
  }

  private async makeCustomer(manager: EntityManager, viewer: Viewer, referral: Referral, human: Human): Promise<void> {
    if (!human.is(await prospectOf(manager, referral))) {
      throw new DomainError('BUYER_IS_NOT_PROSPECT', 'The referral is about somebody else.', ['buyer']);
    }
    if (referral.stage === 'customer') return;
    await this.referrals.moveTo(manager, viewer, referral, { to: 'customer', note: 'A deal was recorded.' });
    await manager.save(referral);
  }

  private async insert(
    manager: EntityManager,
    input: RecordDealInput,
    { club, seat, closedOn, referral }: Sale,
    buyer: Party,
    human: Human,
  ): Promise<Deal> {
    const origin = await firstAccepted(manager, human, { beneficiaryId: seat.personId, happenedOn: closedOn });
    const direct = human.personId !== null && (await areFellows(manager, seat.personId, human.personId, closedOn));
    const currency = input.currency ?? club.currency;
    return insert(manager, Deal, {
      id: newId(),
      clubId: club.id,
      sellerMembershipId: seat.id,
      sellerId: seat.personId,
      buyerContactId: buyer.contactId,
      buyerPersonId: buyer.personId,
      referralId: referral?.id ?? null,
      originId: origin?.id ?? null,
      rootId: origin?.rootId ?? (referral?.inside ? referral.giverId : null),
      direct,
      degree: direct ? 1 : (origin?.degree ?? null),
      repeat: await hasBoughtBefore(manager, seat.personId, human),
      closedOn,
      amountMinor: toMinor(input.amount, currency, 'amount').toString(),
      currency,
      description: input.description,
      amountVisibility: input.amountVisibility,
      recordedById: seat.personId,
      recordedAt: this.clock.now(),
    });
  }
}

async function prospectOf(manager: EntityManager, referral: Referral): Promise<Party> {
  if (referral.introductionId === null) return { contactId: null, personId: referral.giverId };
  return (await manager.findOneByOrFail(Introduction, { id: referral.introductionId })).introduced;
}

function hasBoughtBefore(manager: EntityManager, sellerId: string, { contactIds, personId }: Human): Promise<boolean> {
  return manager
    .createQueryBuilder(Deal, 'deal')
    .where({ sellerId })
    .andWhere('(deal.buyerContactId = ANY (:contactIds) OR deal.buyerPersonId = :personId)', { contactIds, personId })
    .getExists();
}
