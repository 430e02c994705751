import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/id.js';
import type { CastMember } from './world.js';

/** A deal as a report sees it. Its degree follows from `direct` and `origin`, as the services derive it. */
export interface DealFact {
  seller: CastMember;
  clubId: string;
  closedOn: string;
  amountMinor: number;
  currency?: string;
  /** The buyer was a fellow member on that day. */
  direct?: boolean;
  /** The introduction it goes back to; without it and not direct: own acquisition. */
  origin?: IntroductionFact;
  repeat?: boolean;
  /** How much of the amount whoever is credited may see: all of it, unless it is said otherwise. */
  visibility?: 'exact' | 'band' | 'only_the_sum' | 'hidden';
}

/** A deal that was written. */
export interface WrittenDeal {
  id: string;
  seller: CastMember;
}

export interface IntroductionFact {
  id: string;
  degree: number;
  root: CastMember;
}

interface ReferralFact {
  clubId: string;
  from: CastMember;
  to: CastMember;
  givenOn: string;
  stage?: string;
  introduction?: IntroductionFact;
  /** An instant of that day: its beginning in UTC unless it is said otherwise. */
  givenAt?: string;
  promisedFor?: string;
  firstContactAt?: string | null;
  /** The moves after the giving: where to, and when. The last is the stage it has, without `stage`. */
  moves?: (readonly [stage: string, movedAt: string])[];
}

/** What happened in a meeting of a club: who was there with which letter, and what presentations were about. */
export interface MeetingFact {
  clubId: string;
  heldOn: string;
  minutes?: number;
  state?: 'closed' | 'open';
  letters?: (readonly [member: CastMember, letter: string])[];
  presentations?: (readonly [member: CastMember, focus: string | null])[];
}

/** Writes what reports read straight into its tables, where a test needs more of it than acts would give in time. */
export class Facts {
  constructor(private readonly database: DataSource) {}

  /** Somebody whom `by` introduces to `to`: of the second degree, or one more than the introduction above it. */
  async introduction(to: CastMember, by: CastMember, above?: IntroductionFact): Promise<IntroductionFact> {
    const fact = { id: newId(), degree: above ? above.degree + 1 : 2, root: above?.root ?? by };
    const introducedId = await this.contact(to);
    await this.insert('introductions', {
      id: fact.id,
      beneficiary_id: to.personId,
      introduced_contact_id: introducedId,
      introducer_id: above ? null : by.personId,
      introducer_contact_id: above ? await this.contact(to) : null,
      parent_id: above?.id ?? null,
      root_id: fact.root.personId,
      degree: fact.degree,
      happened_on: '2015-01-01',
      accepted_at: '2015-01-01',
      recorded_by_id: to.personId,
      recorded_at: '2015-01-01',
      consent_basis: 'none_yet',
      consent_by_id: to.personId,
      consent_at: '2015-01-01',
    });
    return fact;
  }

  /** Introductions below each other, up to the degree; the last one. */
  async chain(to: CastMember, by: CastMember, degree: number): Promise<IntroductionFact> {
    let last = await this.introduction(to, by);
    while (last.degree < degree) last = await this.introduction(to, by, last);
    return last;
  }

  async referral({ clubId, from, to, givenOn, introduction, moves = [], ...fact }: ReferralFact): Promise<void> {
    const id = newId();
    const givenAt = fact.givenAt ?? givenOn;
    await this.insert('referrals', {
      id,
      club_id: clubId,
      giver_membership_id: from.membershipId,
      giver_id: from.personId,
      receiver_club_id: clubId,
      receiver_membership_id: to.membershipId,
      receiver_id: to.personId,
      introduction_id: introduction?.id ?? null,
      need: 'a new roof',
      warmth: 3,
      stage: fact.stage ?? moves.at(-1)?.[0] ?? 'suspect',
      given_at: givenAt,
      given_on: givenOn,
      promised_for: fact.promisedFor ?? `${givenOn} 23:00`,
      first_contact_at: fact.firstContactAt ?? null,
      target_hours: 24,
    });
    for (const [place, [stage, movedAt]] of moves.entries()) {
      await this.insert('referral_moves', {
        id: newId(),
        referral_id: id,
        from_stage: moves[place - 1]?.[0] ?? 'suspect',
        to_stage: stage,
        moved_at: movedAt,
        moved_by_id: to.personId,
        note: 'said so',
        decline_reason: stage === 'declined' ? 'no_need' : null,
      });
    }
  }

  /** It is closed when all is written: afterwards nothing changes without an adjusting entry. */
  async meeting({ clubId, heldOn, letters = [], presentations = [], ...fact }: MeetingFact): Promise<void> {
    const openedAt = `${heldOn} 07:00`;
    const id = newId();
    await this.insert('meetings', {
      id,
      club_id: clubId,
      held_on: heldOn,
      minutes: fact.minutes ?? 90,
      state: 'open',
      starts_at: openedAt,
      opened_at: openedAt,
      created_at: openedAt,
    });
    const of = (member: CastMember) => ({
      id: newId(),
      meeting_id: id,
      club_id: clubId,
      membership_id: member.membershipId,
      recorded_by_id: member.personId,
      recorded_at: openedAt,
    });
    for (const [member, letter] of letters) await this.insert('attendances', { ...of(member), letter });
    for (const [member, focus] of presentations) {
      const marked = focus && { focus_marked_by_id: member.personId, focus_marked_at: openedAt };
      await this.insert('presentations', { ...of(member), kind: 'weekly', focus, ...marked });
    }
    if (fact.state === 'open') return;
    await this.database.query(`UPDATE meetings SET state = 'closed', closed_at = opened_at WHERE id = $1`, [id]);
  }

  async oneToOne(one: CastMember, other: CastMember, heldOn: string): Promise<void> {
    await this.insert('one_to_ones', {
      id: newId(),
      proposer_id: one.personId,
      partner_id: other.personId,
      state: 'held',
      held_on: heldOn,
      recorded_by_id: one.personId,
      recorded_at: heldOn,
      created_at: heldOn,
    });
  }

  async deal({ seller, direct = false, origin, ...deal }: DealFact): Promise<WrittenDeal> {
    const id = newId();
    await this.insert('deals', {
      id,
      club_id: deal.clubId,
      seller_membership_id: seller.membershipId,
      seller_id: seller.personId,
      buyer_contact_id: await this.contact(seller),
      origin_id: origin?.id ?? null,
      root_id: origin?.root.personId ?? null,
      direct,
      degree: direct ? 1 : (origin?.degree ?? null),
      repeat: deal.repeat ?? false,
      closed_on: deal.closedOn,
      amount_minor: deal.amountMinor,
      currency: deal.currency ?? 'EUR',
      description: 'sold',
      amount_visibility: deal.visibility ?? 'exact',
      recorded_by_id: seller.personId,
      recorded_at: deal.closedOn,
    });
    return { id, seller };
  }

  async adjustment(deal: WrittenDeal, adjustedOn: string, amountMinor: number): Promise<void> {
    await this.insert('deal_adjustments', {
      id: newId(),
      deal_id: deal.id,
      amount_minor: amountMinor,
      adjusted_on: adjustedOn,
      reason: 'agreed',
      recorded_by_id: deal.seller.personId,
      recorded_at: adjustedOn,
    });
  }

  private async contact(owner: CastMember): Promise<string> {
    const id = newId();
    await this.insert('contacts', { id, owner_id: owner.personId, name: 'Somebody', created_at: '2015-01-01' });
    return id;
  }

  private async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  }
}
