import type { CountEntry } from '../../support/recount-counts.js';
import type { CastMember, World } from '../../support/world.js';
import { day } from '../meeting-day.js';
import type { Device } from './device.js';

const visibilities = ['exact', 'band', 'only_the_sum', 'hidden'] as const;

/** A referral a receiver waits for, because he will sell by it. */
interface Expected {
  given: Promise<string>;
  give: (referralId: string) => void;
}

/** What each of the members records in the meeting, by the place at which he sits. */
export class MemberScript {
  private readonly expected = new Map<string, Expected>();

  constructor(
    private readonly world: World,
    private readonly meetingId: string,
    private readonly room: { devices: Device[]; log: CountEntry[] },
  ) {
    for (const [giver] of room.devices.entries()) {
      for (const receiver of this.receiversOf(giver)) this.expected.set(`${giver} ${receiver}`, expectation());
    }
  }

  /** All acts of one member, one after the other; those of different members go on at the same time. */
  async play(place: number): Promise<void> {
    await this.present(place);
    await this.giveReferrals(place);
    if (place % 2 === 0) await this.giveTestimonial(place);
    if (place % 3 === 0) await this.recordEducation(place);
    await this.recordOneToOnes(place);
    for (const giver of this.room.devices.keys()) {
      if (place % 3 === 0 && this.receiversOf(giver).includes(place)) await this.sell(place, giver);
    }
  }

  /** To whom a member gives a referral from outside; the first of all gives more. */
  private receiversOf(giver: number): number[] {
    const distances = giver === 0 ? [1, 7, 3, 6, 9, 12] : [1, 7];
    return distances.map((distance) => this.seat(giver + distance));
  }

  private async present(place: number): Promise<void> {
    const ask = `Somebody who needs number ${place}`;
    const input = { meetingId: this.meetingId, kind: 'WEEKLY', ask };
    await this.device(place).act('recordPresentation', input, 'presentation { ask }');
  }

  private async giveReferrals(place: number): Promise<void> {
    const device = this.device(place);
    const { contact } = await device.act('addContact', { name: `Contact of ${place}` }, 'contact { id }');
    for (const receiver of this.receiversOf(place)) {
      const referral = await this.refer(place, receiver, { contactId: contact.id });
      this.expected.get(`${place} ${receiver}`)?.give(referral.id);
    }
    if (place % 4 === 0) await this.refer(place, this.seat(place + 2), null);
  }

  private async refer(giver: number, receiver: number, prospect: object | null): Promise<{ id: string }> {
    const receiverMembershipId = this.member(receiver).membershipId;
    const need = { need: 'Five hundred menus', warmth: 3, consentBasis: 'ASKED_AND_AGREED' };
    const input = { clubId: this.world.ghentId, receiverMembershipId, prospect, ...need };
    const { referral } = await this.device(giver).act('giveReferral', input, 'referral { id }');
    const giverMembershipId = this.member(giver).membershipId;
    const entry = { act: 'referral' as const, giverMembershipId, receiverMembershipId, inside: prospect === null };
    this.room.log.push({ ...entry, givenOn: day, receivedOn: day });
    return referral;
  }

  private async giveTestimonial(place: number): Promise<void> {
    const input = { receiverMembershipId: this.member(place + 3).membershipId, text: 'He was quick.' };
    await this.device(place).act('giveTestimonial', input, 'testimonial { id }');
    this.room.log.push({ act: 'testimonial', giverMembershipId: this.member(place).membershipId, day });
  }

  private async recordEducation(place: number): Promise<void> {
    const input = { clubId: this.world.ghentId, units: '1.25', topic: 'How to ask', earnedOn: day };
    await this.device(place).act('recordEducation', input, 'education { id }');
    this.room.log.push({ act: 'units', membershipId: this.member(place).membershipId, day, hundredths: 125 });
  }

  /** Neighbours met and both record it, at about the same time; every fifth met somebody else too. */
  private async recordOneToOnes(place: number): Promise<void> {
    const partners = [place % 2 === 0 ? place + 1 : place - 1, ...(place % 5 === 0 ? [place + 11] : [])];
    for (const partner of partners) {
      const partnerId = this.member(partner).personId;
      await this.device(place).act('recordOneToOne', { partnerId, heldOn: day }, 'oneToOne { id }');
      this.room.log.push({ act: 'oneToOne', personIds: [this.member(place).personId, partnerId], day });
    }
  }

  /** Sells to whom the giver referred, and thanks him. */
  private async sell(place: number, giver: number): Promise<void> {
    const device = this.device(place);
    const referralId = await this.expected.get(`${giver} ${place}`)?.given;
    const visibility = visibilities[(place / 3) % 4] ?? 'exact';
    const terms = { amount: `${100 + giver}.50`, amountVisibility: visibility.toUpperCase(), description: 'Printing' };
    const input = { clubId: this.world.ghentId, referralId, ...terms };
    const { deal } = await device.act('recordDeal', input, 'deal { id }');
    await device.act('thankForDeal', { dealId: deal.id, message: 'Thank you.' }, 'deal { id }');
    const money = { amountMinor: (100 + giver) * 100 + 50, currency: 'EUR', visibility };
    const persons = { sellerId: device.member.personId, rootId: this.member(giver).personId };
    this.room.log.push({ act: 'deal', dealId: deal.id, closedOn: day, ...persons, ...money });
  }

  private seat(place: number): number {
    return place % this.room.devices.length;
  }

  private device(place: number): Device {
    const device = this.room.devices[this.seat(place)];
    if (!device) throw new Error(`Nobody sits at ${place}.`);
    return device;
  }

  private member(place: number): CastMember {
    return this.device(place).member;
  }
}

function expectation(): Expected {
  let give: (referralId: string) => void = () => undefined;
  const given = new Promise<string>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
