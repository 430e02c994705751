import { dealMoney, dealRoot } from './deal-acts.js';
import { areFellows, clubsOf, personOf } from './humans.js';
import type { ActOf, DealRow } from './journal.js';
import { decimalAmount } from './minor-units.js';
import type { Dice } from './random-dice.js';
import { others, type SeasonDraft } from './random-draft.js';
import { someContact } from './random-people.js';
import { stageOf } from './referral-acts.js';

type Sale = Pick<ActOf<'recordDeal'>, 'seller' | 'buyer'> & { club?: string; referral?: string; notBefore?: number };

/** Members sell to each other: mostly fellows, sometimes members of different clubs. */
export function sellToMember(draft: SeasonDraft, dice: Dice): void {
  const seller = dice.choose(draft.members());
  if (seller === undefined) return;
  const all = others(draft.members(), seller);
  const fellows = all.filter((person) => areFellows(draft.journal, seller, person, draft.day));
  const person = dice.choose(dice.chance(70) ? fellows : all);
  if (person !== undefined) sell(draft, dice, { seller, buyer: { person } });
}

/** Somebody who was introduced buys. */
export function sellToIntroduced(draft: SeasonDraft, dice: Dice): void {
  const introduction = dice.choose(
    draft
      .namedIntroductions()
      .filter((row) => draft.isMember(row.beneficiary, draft.day) && draft.isOpenToBeneficiary(row)),
  );
  if (introduction) sell(draft, dice, { seller: introduction.beneficiary, buyer: introduction.introduced });
}

/** A contact of the seller's own buys; an own acquisition, unless the same human was introduced to him. */
export function sellToOwnContact(draft: SeasonDraft, dice: Dice): void {
  const seller = dice.choose(draft.members());
  if (seller !== undefined) sell(draft, dice, { seller, buyer: { contact: someContact(draft, dice, seller, 20) } });
}

export function sellFromReferral(draft: SeasonDraft, dice: Dice): void {
  const open = draft.journal
    .of('giveReferral')
    .map(({ act }) => act)
    .filter(({ key }) => !['LOST', 'DECLINED'].includes(stageOf(draft.journal, key)))
    .filter(({ receiver, club }) => draft.isMember(receiver, draft.day, club));
  const referral = dice.choose(open.filter((act) => isProspectOpen(draft, act)));
  if (!referral) return;
  const { prospect, giver, receiver: seller, club, key, at } = referral;
  const party = prospect === 'giver' ? { person: giver } : prospect;
  const buyer = 'contact' in party ? { contact: party.contact } : { person: party.person };
  sell(draft, dice, { seller, buyer, club, referral: key, notBefore: at.day });
}

function isProspectOpen(draft: SeasonDraft, { prospect, giver, consent }: ActOf<'giveReferral'>): boolean {
  if (prospect === 'giver') return draft.isMember(giver, draft.day);
  return 'person' in prospect ? draft.isMember(prospect.person, draft.day) : consent !== 'NONE_YET';
}

/** Somebody who came to a meeting buys from a member who was in the club on that day. */
export function sellToVisitor(draft: SeasonDraft, dice: Dice): void {
  const visit = dice.choose(draft.journal.of('recordVisit'))?.act;
  if (!visit) return;
  const visitor = draft.journal.visitor(visit.visitor);
  const { club, startsAt } = draft.journal.meeting(visitor.meeting);
  const seller = dice.choose(draft.members(club).filter((person) => draft.isMember(person, startsAt.day, club)));
  if (seller === undefined) return;
  sell(draft, dice, { seller, buyer: { visitor: visitor.key }, club, notBefore: startsAt.day });
}

export function sellAgain(draft: SeasonDraft, dice: Dice): void {
  const earlier = dice.choose(
    dealsOfMembers(draft).filter(({ act }) => !('person' in act.buyer) || draft.isMember(act.buyer.person, draft.day)),
  );
  if (!earlier) return;
  const { seller, buyer, club, on } = earlier.act;
  sell(draft, dice, { seller, buyer, club, notBefore: on });
}

/** An amount more, or a refund of a part or of all. */
export function adjust(draft: SeasonDraft, dice: Dice): void {
  const deal = dice.choose(dealsOfMembers(draft).filter((candidate) => sumOf(draft, candidate) > 0n));
  if (!deal) return;
  const percent = BigInt(dice.between(1, 100));
  const part = (sumOf(draft, deal) * percent) / 100n || 1n;
  writeAdjustment(draft, dice, deal, dice.chance(75) ? -part : part);
}

/** One minor unit more is paid back than was paid; the rules refuse it. */
export function refundTooMuch(draft: SeasonDraft, dice: Dice): void {
  const deal = dice.choose(dealsOfMembers(draft));
  if (deal) writeAdjustment(draft, dice, deal, -sumOf(draft, deal) - 1n);
}

export function split(draft: SeasonDraft, dice: Dice): void {
  const root = dice.between(1, 9_999);
  writeSplit(draft, dice, { root, other: 10_000 - root });
}

/** Shares that miss a hundred by a hundredth; the rules refuse them. */
export function splitWrongly(draft: SeasonDraft, dice: Dice): void {
  const root = dice.between(2, 9_998);
  writeSplit(draft, dice, { root, other: 10_000 - root + (dice.chance(50) ? 1 : -1) });
}

export function thank(draft: SeasonDraft, dice: Dice): void {
  const thanked = draft.journal.of('thankForDeal').map(({ act }) => act.deal);
  const deal = dice.choose(creditedDeals(draft).filter(({ key }) => !thanked.includes(key)));
  if (deal) draft.perform({ act: 'thankForDeal', deal: deal.key, message: 'Thank you for the introduction.' });
}

function writeSplit(draft: SeasonDraft, dice: Dice, hundredths: { root: number; other: number }): void {
  const deal = dice.choose(creditedDeals(draft));
  if (!deal) return;
  const root = dealRoot(draft.journal, deal);
  const other = dice.choose(others(draft.members(), root ?? undefined, deal.act.seller));
  if (root === null || other === undefined) return;
  const percent = (share: number) => (share / 100).toFixed(2);
  const shares = { [root]: percent(hundredths.root), [other]: percent(hundredths.other) };
  draft.perform({ act: 'splitCredit', deal: deal.key, shares });
}

function writeAdjustment(draft: SeasonDraft, dice: Dice, deal: DealRow, minor: bigint): void {
  const amount = decimalAmount(minor, deal.act.currency);
  const on = Math.max(deal.act.on, draft.day - dice.between(0, 2));
  draft.perform({ act: 'adjustDeal', deal: deal.key, amount, on, reason: 'agreed afterwards' });
}

function sell(draft: SeasonDraft, dice: Dice, sale: Sale): void {
  const { seller, buyer, referral, notBefore = -Infinity } = sale;
  // A contact may have become the seller himself; what then happens the rules leave open.
  if (isSeller(draft, buyer, seller)) return;
  const club = sale.club ?? dice.choose(clubsOf(draft.journal, seller, draft.day));
  if (club === undefined) return;
  const earlier = dice.chance(50) ? draft.day - dice.between(1, 3) : draft.day;
  const on = earlier >= notBefore && draft.isMember(seller, earlier, club) ? earlier : draft.day;
  const own = draft.season.clubs.find(({ key }) => key === club)?.currency ?? 'EUR';
  const currency = dice.chance(8) ? 'KWD' : own;
  draft.perform({
    act: 'recordDeal',
    key: draft.newKey('deal'),
    club,
    seller,
    buyer,
    ...(referral === undefined ? {} : { referral }),
    amount: decimalAmount(BigInt(dice.between(1, 9_999)) * BigInt(dice.between(1, 99)), currency),
    currency,
    on,
    description: 'work done',
    amountVisibility: dice.choose(['EXACT', 'BAND', 'ONLY_THE_SUM', 'HIDDEN'] as const) ?? 'EXACT',
  });
}

function isSeller(draft: SeasonDraft, buyer: Sale['buyer'], seller: string): boolean {
  const party = 'visitor' in buyer ? { contact: draft.journal.visitor(buyer.visitor).contact } : buyer;
  return personOf(draft.journal, party) === seller;
}

/** Deals whose sellers still sit in the club, so that they can act upon them. */
function dealsOfMembers(draft: SeasonDraft): DealRow[] {
  return [...draft.journal.deals.values()].filter(({ act }) => draft.isMember(act.seller, draft.day, act.club));
}

/** Deals for which a member of today who is not the buyer deserves thanks. */
function creditedDeals(draft: SeasonDraft): DealRow[] {
  return dealsOfMembers(draft).filter((deal) => {
    const root = dealRoot(draft.journal, deal);
    return !deal.direct && deal.origin !== null && root !== null && draft.isMember(root, draft.day);
  });
}

function sumOf(draft: SeasonDraft, deal: DealRow): bigint {
  return dealMoney(draft.journal, deal).reduce((total, row) => total + row.minor, 0n);
}
