import { daysOfWorld, minutesOfDay } from './calendar.js';
import { type ClubYear, meetingStart } from './club-year.js';
import type { Dice } from './dice.js';
import { eveningMinute, type FollowUp, followUpOf, goTo } from './follow-up.js';
import { addIntroduction, type Made } from './introductions.js';
import { addReferral, type Giver } from './referral-rows.js';
import { type Buyer, type Origin, Sales } from './sales.js';
import { membersPerClub, type Seat } from './world-plan.js';

/** How many referrals come to a seat in a year, and how many of them are about somebody outside the clubs. */
const referralsPerSeat = 43.5;
const outside = 0.55;
const outsideBuys = 0.43;
const insideBuys = 0.13;
/** Of those from outside: given by a member of another club, and made by a contact whom the giver asked. */
const fromOtherClub = 0.05;
const asked = 0.06;
/** How often a customer brings somebody, whoever he brought somebody again, and how often that one buys. */
const brings = 0.52;
const bringsAgain = 0.35;
const broughtBuys = 0.85;
const ownCustomers = 1.2;
const boughtAtTheTable = 0.5;

/** Everything that comes to the members of a club by others: introductions, referrals, and the deals that follow. */
export function addCircle(year: ClubYear): void {
  for (const [index, seat] of year.seats.entries()) new Receiver(year, seat, year.dice(100 + index)).live();
}

/**
 * One seat, and what comes to it. Nobody is introduced to the same member twice, so that the introduction he accepted
 * first is the only one. Who has two seats does business in his second club only with members who have one: then no
 * two of his clubs, which are made apart, know of the same buyer.
 */
class Receiver {
  private readonly sales: Sales;
  private readonly fellows: readonly Seat[];
  /** Contacts introduced to him, by a number for the whole world; and members of other clubs he dealt with. */
  private readonly met = new Set<number>();
  private readonly hours: number;
  /** How many of his own contacts were brought by customers: the first half of his book is for those. */
  private brought = 0;

  constructor(
    private readonly year: ClubYear,
    private readonly seat: Seat,
    private readonly dice: Dice,
  ) {
    this.sales = new Sales(year, seat, dice);
    const others = year.seats.filter((other) => other !== seat);
    this.fellows = seat.isGuest ? others.filter(({ hasTwo }) => !hasTwo) : others;
    this.hours = 5 + dice.below(16);
  }

  live(): void {
    const { year, dice } = this;
    const count = dice.around(referralsPerSeat);
    for (let number = 0; number < count; number += 1) {
      const meeting = year.meetings[Math.floor((number * year.meetings.length) / count)];
      if (meeting) this.receive(meeting.day, meeting.start + 30 + dice.below(40));
    }
    for (let bought = dice.around(boughtAtTheTable); bought > 0; bought -= 1) {
      this.sales.sell(this.fellowBuyer(dice.pick(this.fellows)), dice.below(daysOfWorld));
    }
    if (!this.seat.isGuest) this.findOwnCustomers();
    this.sales.close();
  }

  private receive(day: number, at: number): void {
    const { dice } = this;
    if (!dice.chance(outside)) {
      this.receiveInside(day, at);
      return;
    }
    const isFromOther = !this.seat.isGuest && dice.chance(fromOtherClub);
    if (!isFromOther || !this.receiveFromOtherClub(day, at)) this.receiveFromFellow(day, at);
  }

  /** The giver himself has the need. */
  private receiveInside(day: number, at: number): void {
    const { dice, year, seat } = this;
    const giver = dice.pick(this.fellows);
    const followUp = this.followUp({ day, at, chance: insideBuys });
    const by = { giver: this.giverOf(giver), receiver: seat, introductionId: null, day, at };
    const referralId = addReferral(year, by, followUp, dice);
    if (followUp.soldOn === null) return;
    this.sales.sell(this.fellowBuyer(giver), followUp.soldOn, { referralId, giverId: giver.personId });
  }

  private receiveFromFellow(day: number, at: number): void {
    const { dice, year } = this;
    const giver = dice.pick(this.fellows);
    const contactId = this.contactOf(giver.person);
    if (!dice.chance(asked)) {
      this.receiveContact(this.giverOf(giver), { contactId, introducerId: giver.personId, day, at });
      return;
    }
    const introducerContactId = year.plan.contactId(giver.person, dice.below(year.plan.size.contacts));
    const made = { contactId, introducerContactId, askerId: giver.personId, day, at, acceptedAt: at };
    if (introducerContactId !== contactId) this.receiveContact(this.giverOf(giver), made);
  }

  /** From a member of another club, whom a fellow may have introduced some days before; answers whether there is one. */
  private receiveFromOtherClub(day: number, at: number): boolean {
    const { dice, year, seat } = this;
    const { plan } = year;
    const person = dice.below(plan.size.clubs * membersPerClub);
    if (this.met.has(-person) || plan.areFellows(seat.person, person)) return false;
    this.met.add(-person);
    const personId = plan.personId(person);
    const parent = dice.chance(0.5) ? this.meetMember(personId, Math.max(0, day - 3)) : undefined;
    const giver = { personId, seatId: plan.seatId(person), clubId: plan.clubId(plan.clubOf(person)) };
    this.receiveContact(giver, { contactId: this.contactOf(person), introducerId: personId, parent, day, at });
    return true;
  }

  /** A fellow introduces a member of another club, who may buy himself. */
  private meetMember(personId: string, day: number): Origin {
    const { dice, year, seat } = this;
    const introducerId = dice.pick(this.fellows).personId;
    const at = year.local(day, meetingStart - 30);
    const made = { beneficiaryId: seat.personId, personId, introducerId, day, at, byId: introducerId, acceptedAt: at };
    const origin = addIntroduction(year, made, dice);
    if (dice.chance(0.2)) this.sales.sell({ contactId: null, personId, direct: false, origin }, day);
    return origin;
  }

  private receiveContact(
    giver: Giver,
    made: Omit<Made, 'beneficiaryId' | 'byId' | 'acceptedAt'> & { contactId: string; acceptedAt?: number },
  ): void {
    const { dice, year, seat } = this;
    const { contactId, day, at } = made;
    const followUp = this.followUp({ day, at, chance: outsideBuys });
    const acceptedAt = made.acceptedAt ?? acceptedWith(followUp);
    const told = { ...made, beneficiaryId: seat.personId, byId: giver.personId, acceptedAt };
    const origin = addIntroduction(year, told, dice);
    const by = { giver, receiver: seat, introductionId: origin.introductionId, day, at };
    const referralId = addReferral(year, by, followUp, dice);
    if (followUp.soldOn === null) return;
    const buyer = { contactId, personId: null, direct: false, origin };
    this.sales.sell(buyer, followUp.soldOn, { referralId });
    this.bring(buyer, followUp.soldOn, brings);
  }

  /** A customer brings somebody, who may bring the next: each is one hop further. */
  private bring({ contactId, origin }: Buyer, since: number, chance: number): void {
    const { dice, year, seat } = this;
    const { plan } = year;
    if (seat.isGuest || contactId === null || origin === null || !dice.chance(chance)) return;
    const day = since + 3 + Math.floor(dice.waiting(30));
    if (day >= daysOfWorld - 4 || this.brought >= Math.floor(plan.size.contacts / 2)) return;
    const at = day * minutesOfDay + eveningMinute;
    const brought = plan.contactId(seat.person, this.brought);
    this.brought += 1;
    const by = { beneficiaryId: seat.personId, byId: seat.personId, acceptedAt: at };
    const made = { ...by, contactId: brought, introducerContactId: contactId, parent: origin, day, at };
    const next = { contactId: brought, personId: null, direct: false, origin: addIntroduction(year, made, dice) };
    const soldOn = day + 2 + Math.floor(dice.waiting(20));
    if (soldOn >= daysOfWorld || !dice.chance(broughtBuys)) return;
    this.sales.sell(next, soldOn);
    this.bring(next, soldOn, bringsAgain);
  }

  /** Whom nobody introduced: the second half of his book. */
  private findOwnCustomers(): void {
    const { dice, year, seat } = this;
    const { contacts } = year.plan.size;
    const first = Math.ceil(contacts / 2);
    for (let found = Math.min(dice.around(ownCustomers), contacts - first) - 1; found >= 0; found -= 1) {
      const contactId = year.plan.contactId(seat.person, first + found);
      this.sales.sell({ contactId, personId: null, direct: false, origin: null }, dice.below(daysOfWorld));
    }
  }

  /** A contact of a member who has not been introduced to this one yet. */
  private contactOf(person: number): string {
    const { contacts } = this.year.plan.size;
    let contact = this.dice.below(contacts);
    const keyOf = (number: number): number => 1 + person * contacts + number;
    for (let tried = 1; tried < contacts && this.met.has(keyOf(contact)); tried += 1)
      contact = (contact + 1) % contacts;
    this.met.add(keyOf(contact));
    return this.year.plan.contactId(person, contact);
  }

  private followUp({ day, at, chance }: { day: number; at: number; chance: number }): FollowUp {
    const followUp = followUpOf({ day, at, chance, hours: this.hours }, this.dice);
    if (followUp.soldOn === null) return followUp;
    return goTo(followUp, 'customer', followUp.soldOn * minutesOfDay + eveningMinute);
  }

  private fellowBuyer({ personId }: Seat): Buyer {
    return { contactId: null, personId, direct: true, origin: null };
  }

  private giverOf({ personId, id }: Seat): Giver {
    return { personId, seatId: id, clubId: this.year.id };
  }
}

/** By his first act on a referral the receiver accepts the introduction: by his promise, or the first contact. */
function acceptedWith({ promisedAt, contactAt }: FollowUp): number | null {
  return promisedAt ?? contactAt;
}
