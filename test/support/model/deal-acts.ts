import type { PartyKey } from '../../../src/cli/season/season.types.js';
import { acceptedIntroductions, degreeOf, rootOf } from './chain.js';
import { areFellows, personOf, requireSeat, sameHuman } from './humans.js';
import { refuseIntroduction } from './introduction-acts.js';
import type { ActOf, DealRow, IntroductionRow, Journal } from './journal.js';
import { minorUnits, scaled } from './minor-units.js';
import { ModelRefusal } from './model-refusal.js';

type DealAct = ActOf<'recordDeal'>;

export function recordDeal(journal: Journal, act: DealAct): void {
  if (act.on > act.at.day) throw new ModelRefusal('IN_THE_FUTURE', `deal ${act.key}`);
  if (minorUnits(act.amount, act.currency) <= 0n) throw new ModelRefusal('AMOUNT_NOT_POSITIVE', `deal ${act.key}`);
  requireSeat(journal, act.seller, act.at.day, act.club);
  const buyer = buyerOf(journal, act);
  if (sameHuman(journal, buyer, { person: act.seller })) throw new ModelRefusal('BUYER_IS_SELLER', `deal ${act.key}`);
  refuseWrongReferral(journal, act, buyer);
  const visit = 'visitor' in act.buyer ? introductionByVisit(journal, act, act.buyer.visitor) : null;
  // Nothing is refused from here on: the deal and all it brings about are written.
  const order = journal.append(act);
  if (visit) journal.introductions.set(visit.key, { ...visit, order });
  journal.deals.set(act.key, { key: act.key, order, act, buyer, ...judgedAtRecording(journal, act, buyer) });
}

/** The facts that later joining, leaving, introducing and identifying do not change. */
function judgedAtRecording(
  journal: Journal,
  act: DealAct,
  buyer: PartyKey,
): Pick<DealRow, 'direct' | 'origin' | 'repeat'> {
  const person = personOf(journal, buyer);
  const [origin] = introductionsOf(journal, act, buyer);
  return {
    direct: person !== null && areFellows(journal, act.seller, person, act.on),
    origin: origin?.key ?? null,
    repeat: [...journal.deals.values()]
      .filter((earlier) => earlier.act.seller === act.seller)
      .some((earlier) => sameHuman(journal, earlier.buyer, buyer)),
  };
}

function introductionsOf(journal: Journal, act: DealAct, buyer: PartyKey): IntroductionRow[] {
  const isSought = (introduced: PartyKey) => sameHuman(journal, introduced, buyer);
  return acceptedIntroductions(journal, { beneficiary: act.seller, by: act.on, isSought });
}

function buyerOf(journal: Journal, act: DealAct): PartyKey {
  if ('person' in act.buyer) return act.buyer;
  const contact = 'contact' in act.buyer ? act.buyer.contact : journal.visitor(act.buyer.visitor).contact;
  return { contact: journal.contact(contact).key };
}

function refuseWrongReferral(journal: Journal, act: DealAct, buyer: PartyKey): void {
  if (act.referral === undefined) return;
  const { receiver, giver, prospect } = journal.referral(act.referral);
  if (receiver !== act.seller) throw new ModelRefusal('SELLER_IS_NOT_RECEIVER', `deal ${act.key}`);
  const party = prospect === 'giver' ? { person: giver } : prospect;
  if (!sameHuman(journal, party, buyer)) throw new ModelRefusal('BUYER_IS_NOT_PROSPECT', `deal ${act.key}`);
}

/**
 * A visitor who buys was introduced by whoever invited him, on the day of the meeting, unless the seller
 * invited him himself or an accepted introduction tells already how he came. The order is set at the writing.
 */
function introductionByVisit(journal: Journal, act: DealAct, visitorKey: string): IntroductionRow | null {
  const visitor = journal.visitor(visitorKey);
  const happenedOn = journal.meeting(visitor.meeting).startsAt.day;
  const came = journal.of('recordVisit').some((visit) => visit.act.visitor === visitorKey);
  if (!came || happenedOn > act.on) throw new ModelRefusal('VISITOR_DID_NOT_COME', `${visitorKey} by day ${act.on}`);
  const introduced: PartyKey = { contact: visitor.contact };
  if (visitor.invitedBy === act.seller || introductionsOf(journal, act, introduced).length > 0) return null;
  const told = {
    beneficiary: act.seller,
    introduced,
    happenedOn,
    claim: { introducer: { person: visitor.invitedBy } },
  };
  refuseIntroduction(journal, told);
  const key = visitIntroductionKey(visitorKey, act.seller);
  return { ...told, key, order: journal.next, at: act.at, referral: null, above: null };
}

/** The season has no key for the introduction that a visitor's purchase brings about, so the model makes one. */
export function visitIntroductionKey(visitor: string, seller: string): string {
  return `visit:${visitor}:${seller}`;
}

export function dealDegree(journal: Journal, deal: DealRow): number | null {
  if (deal.direct) return 1;
  return deal.origin === null ? null : degreeOf(journal, deal.origin);
}

export function dealRoot(journal: Journal, deal: DealRow): string | null {
  if (deal.origin !== null) return rootOf(journal, deal.origin);
  if (deal.act.referral === undefined) return null;
  const referral = journal.referral(deal.act.referral);
  return referral.prospect === 'giver' ? referral.giver : null;
}

/** All money rows of a deal: itself and its adjustments, each on its own day. */
export function dealMoney(journal: Journal, deal: DealRow): { on: number; minor: bigint }[] {
  const { key, currency, amount, on } = deal.act;
  const adjustments = journal.of('adjustDeal').filter(({ act }) => act.deal === key);
  return [
    { on, minor: minorUnits(amount, currency) },
    ...adjustments.map(({ act }) => ({ on: act.on, minor: minorUnits(act.amount, currency) })),
  ];
}

export function adjustDeal(journal: Journal, act: ActOf<'adjustDeal'>): void {
  const deal = journal.deal(act.deal);
  if (act.on > act.at.day) throw new ModelRefusal('IN_THE_FUTURE', `adjustment of ${act.deal}`);
  const minor = minorUnits(act.amount, deal.act.currency);
  if (minor === 0n) throw new ModelRefusal('AMOUNT_ZERO', `adjustment of ${act.deal}`);
  const sum = dealMoney(journal, deal).reduce((total, row) => total + row.minor, minor);
  if (sum < 0n) throw new ModelRefusal('DEAL_BELOW_ZERO', `deal ${act.deal}`);
  journal.append(act);
}

export function splitCredit(journal: Journal, act: ActOf<'splitCredit'>): void {
  journal.deal(act.deal);
  const hundredths = Object.values(act.shares).map((share) => scaled(share, 2) ?? -1n);
  const total = hundredths.reduce((sum, share) => sum + share, 0n);
  if (hundredths.some((share) => share <= 0n) || total !== 100_00n) {
    throw new ModelRefusal('SPLIT_NOT_100', `deal ${act.deal}`);
  }
  journal.append(act);
}

export function thankForDeal(journal: Journal, act: ActOf<'thankForDeal'>): void {
  journal.deal(act.deal);
  journal.append(act);
}
