import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/id.js';
import type { CastMember } from './world.js';

type Row = Record<string, unknown>;

export interface WrittenMeeting {
  id: string;
  clubId: string;
}

/** Writes what the counts read straight into its tables, where acts would take too long or are of other specs. */
export class CountsFacts {
  constructor(private readonly database: DataSource) {}

  /** A meeting at seven in the morning of UTC. */
  async meeting(clubId: string, day: string, state: string = 'closed'): Promise<WrittenMeeting> {
    const startsAt = `${day}T07:00:00Z`;
    const isOpened = state === 'open' || state === 'closed';
    const id = await this.insert('meetings', {
      club_id: clubId,
      starts_at: startsAt,
      held_on: day,
      minutes: 90,
      state,
      opened_at: isOpened ? startsAt : null,
      closed_at: state === 'closed' ? startsAt : null,
      cancelled_at: state === 'cancelled' ? startsAt : null,
      cancellation_reason: state === 'cancelled' ? 'Snow' : null,
      created_at: startsAt,
    });
    return { id, clubId };
  }

  /** A letter, for which a closed meeting is open for a moment: from closing on the database takes none. */
  async letter({ id, clubId }: WrittenMeeting, { membershipId, personId }: CastMember, letter: string): Promise<void> {
    const [closed] = await this.database.query<{ closed_at: Date | null }[]>(
      'SELECT closed_at FROM meetings WHERE id = $1 AND closed_at IS NOT NULL',
      [id],
    );
    const turn = (state: string, closedAt: Date | null) =>
      this.database.query('UPDATE meetings SET state = $2, closed_at = $3 WHERE id = $1', [id, state, closedAt]);
    if (closed) await turn('open', null);
    await this.database.query(
      `INSERT INTO attendances (id, meeting_id, club_id, membership_id, letter, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (meeting_id, membership_id) DO UPDATE SET letter = excluded.letter`,
      [newId(), id, clubId, membershipId, letter, personId],
    );
    if (closed) await turn('closed', closed.closed_at);
  }

  /** A contact in somebody's address book. */
  contact(owner: CastMember, email: string | null = null): Promise<string> {
    return this.insert('contacts', { owner_id: owner.personId, name: 'Somebody', email, created_at: '2015-01-01' });
  }

  /** Somebody invited to a meeting, who came unless it is said otherwise. */
  async visit(
    { id, clubId }: WrittenMeeting,
    inviter: CastMember,
    contactId: string,
    cameAt: string | null = '2026-01-01',
  ): Promise<void> {
    await this.insert('visitors', {
      meeting_id: id,
      club_id: clubId,
      contact_id: contactId,
      invited_by_membership_id: inviter.membershipId,
      invited_by_id: inviter.personId,
      invited_at: '2015-01-01',
      came_at: cameAt,
    });
  }

  /** A referral from a seat to a seat; outside when an introduction comes with it. */
  async referral(
    from: { of: CastMember; clubId: string; at: string },
    to: { of: CastMember; clubId: string; on: string },
    introductionId: string | null = null,
  ): Promise<void> {
    await this.insert('referrals', {
      club_id: from.clubId,
      giver_membership_id: from.of.membershipId,
      giver_id: from.of.personId,
      receiver_club_id: to.clubId,
      receiver_membership_id: to.of.membershipId,
      receiver_id: to.of.personId,
      introduction_id: introductionId,
      need: 'a new roof',
      warmth: 3,
      stage: 'suspect',
      given_at: from.at,
      given_on: to.on,
      promised_for: '2100-01-01',
      target_hours: 24,
    });
  }

  /** A one-to-one in any state; held ones have a day. */
  async oneToOne(proposer: CastMember, partner: CastMember, heldOn: string | null, state = 'held'): Promise<void> {
    await this.insert('one_to_ones', {
      proposer_id: proposer.personId,
      partner_id: partner.personId,
      state,
      held_on: heldOn,
      proposed_at: '2015-01-01',
      answered_at: ['accepted', 'declined'].includes(state) ? '2015-01-01' : null,
      cancelled_at: state === 'cancelled' ? '2015-01-01' : null,
      recorded_by_id: heldOn && proposer.personId,
      recorded_at: heldOn,
      created_at: '2015-01-01',
    });
  }

  async units(clubId: string, { membershipId, personId }: CastMember, earnedOn: string, units: string): Promise<void> {
    await this.insert('education_units', {
      club_id: clubId,
      membership_id: membershipId,
      units,
      topic: 'Asking well',
      earned_on: earnedOn,
      recorded_by_id: personId,
      recorded_at: earnedOn,
    });
  }

  async testimonial(clubId: string, giver: CastMember, receiver: CastMember, givenOn: string): Promise<void> {
    await this.insert('testimonials', {
      club_id: clubId,
      giver_membership_id: giver.membershipId,
      receiver_membership_id: receiver.membershipId,
      text: 'He prints like nobody else.',
      given_on: givenOn,
      given_at: givenOn,
    });
  }

  /** The split of a deal's credit among persons, all with the same share of it. */
  async split(dealId: string, persons: CastMember[], decidedBy: CastMember): Promise<void> {
    await this.database.query(
      `WITH split AS (
         INSERT INTO credit_splits (id, deal_id, decided_by_id, decided_at) VALUES ($1, $2, $3, now()) RETURNING id
       )
       INSERT INTO credit_shares (split_id, person_id, percent)
       SELECT split.id, person_id, 100.0 / $5 FROM split, unnest($4::uuid[]) AS share (person_id)`,
      [newId(), dealId, decidedBy.personId, persons.map(({ personId }) => personId), persons.length],
    );
  }

  async leave({ membershipId }: { membershipId: string }, leftOn: string): Promise<void> {
    await this.database.query('UPDATE memberships SET left_on = $2 WHERE id = $1', [membershipId, leftOn]);
  }

  private async insert(table: string, row: Row): Promise<string> {
    const whole: Row = { id: newId(), ...row };
    const columns = Object.keys(whole);
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(whole),
    );
    return String(whole.id);
  }
}
