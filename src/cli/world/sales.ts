import { daysOfWorld, minutesOfDay } from './calendar.js';
import type { ClubYear } from './club-year.js';
import { none } from './copy-text.js';
import type { Dice } from './dice.js';
import { eveningMinute } from './follow-up.js';
import type { Seat } from './world-plan.js';

/** Where a buyer came from. */
export interface Origin {
  introductionId: string;
  degree: number;
  rootId: string;
}

/** Who buys, and by which way: as the server would judge it when the deal is recorded. */
export interface Buyer {
  contactId: string | null;
  personId: string | null;
  /** Whether he is a fellow member of the seller. */
  direct: boolean;
  /** The introduction of him that the seller accepted first. */
  origin: Origin | null;
}

interface Deal {
  day: number;
  buyer: Buyer;
  referralId: string | null;
  /** Who is thanked for it beside the root of an origin: the giver of a referral who bought himself. */
  giverId: string | null;
}

/** What a deal is worth at the median, in euros. */
const usualEuros = 420;
const spreadOfDeals = 1.1;
/** What is bought across the table of a meeting is small. */
const directPart = 0.38;
const ownPart = 0.7;
const buysAgain = 0.48;
const daysBetween = 55;
const refunded = 0.015;
const latestDay = daysOfWorld - 1;

/** The deals of one seller in one club, kept until his year is over: in the order of their days it shows who came back. */
export class Sales {
  private readonly deals: Deal[] = [];

  constructor(
    private readonly year: ClubYear,
    private readonly seller: Seat,
    private readonly dice: Dice,
  ) {}

  /** A buyer buys on a day, and now and then again. */
  sell(buyer: Buyer, day: number, by: { referralId?: string; giverId?: string } = {}): void {
    this.deals.push({ day, buyer, referralId: by.referralId ?? null, giverId: by.giverId ?? null });
    let next = day;
    while (this.dice.chance(buysAgain)) {
      next += 1 + Math.floor(this.dice.waiting(daysBetween));
      if (next > latestDay) return;
      this.deals.push({ day: next, buyer, referralId: null, giverId: null });
    }
  }

  /** Writes the rows. */
  close(): void {
    const bought = new Set<string>();
    const scale = this.dice.factor(0.5) * usualEuros;
    const directScale = this.dice.factor(0.6) * directPart;
    this.deals.sort((one, other) => one.day - other.day);
    for (const deal of this.deals) {
      const key = deal.buyer.contactId ?? deal.buyer.personId ?? '';
      const way = deal.buyer.direct ? directScale : deal.buyer.origin ? 1 : ownPart;
      this.add(deal, bought.has(key), scale * way * this.dice.factor(spreadOfDeals));
      bought.add(key);
    }
  }

  private add({ day, buyer, referralId, giverId }: Deal, repeat: boolean, euros: number): void {
    const { year, seller } = this;
    const { currency, minorPerEuro } = year.country;
    const id = year.newKey('deal');
    const minor = Math.max(1, Math.round(euros * minorPerEuro));
    year.rows.deals.add(
      id,
      year.id,
      seller.id,
      seller.personId,
      buyer.contactId ?? none,
      buyer.personId ?? none,
      referralId ?? none,
      buyer.origin?.introductionId ?? none,
      buyer.origin?.rootId ?? giverId ?? none,
      buyer.direct ? 't' : 'f',
      buyer.direct ? 1 : (buyer.origin?.degree ?? none),
      repeat ? 't' : 'f',
      year.day(day),
      minor,
      currency,
      'Order',
      visibilityOf(this.dice.throw()),
      seller.personId,
      year.instant(day * minutesOfDay + eveningMinute),
    );
    if (this.dice.chance(refunded)) this.refund(id, day, Math.floor(minor * (0.05 + 0.6 * this.dice.throw())));
  }

  private refund(dealId: string, day: number, minor: number): void {
    if (minor === 0) return;
    const { year, seller } = this;
    const on = Math.min(latestDay, day + 1 + this.dice.below(40));
    const recorded = year.instant(on * minutesOfDay + eveningMinute + 30);
    const key = year.newKey('adjustment');
    year.rows.deal_adjustments.add(key, dealId, -minor, year.day(on), 'Refund', seller.personId, recorded);
  }
}

function visibilityOf(fate: number): string {
  if (fate < 0.7) return 'exact';
  if (fate < 0.85) return 'band';
  return fate < 0.95 ? 'only_the_sum' : 'hidden';
}
