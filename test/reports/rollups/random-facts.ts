import { DatabaseError } from 'pg';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { newId } from '../../../src/platform/id.js';
import { Mulberry } from './mulberry.js';

export interface RandomSeat {
  membershipId: string;
  clubId: string;
  personId: string;
}

interface Draw {
  manager: EntityManager;
  random: Mulberry;
}

const letters = ['present', 'absent', 'late', 'medical', 'substitute'];
const stages = ['suspect', 'prospect', 'customer', 'lost'];
const zones = ['Europe/Brussels', 'Pacific/Auckland', 'America/Los_Angeles'];

/** Acts drawn at random, written straight into the tables: any facts in any order, as long as the database takes them. */
export class RandomFacts {
  private readonly meetings: string[] = [];
  private readonly contacts: string[] = [];
  private readonly acts = [
    ...[
      'meet',
      'turnMeeting',
      'record',
      'record',
      'record',
      'record',
      'invite',
      'invite',
      'turnVisit',
      'liken',
      'merge',
      'refer',
    ],
    ...['refer', 'followUp', 'sell', 'sell', 'adjust', 'rederive', 'oneToOne', 'oneToOne', 'withdraw', 'learn'],
    ...['praise', 'turnSeat', 'moveClub'],
  ] as const;

  constructor(
    private readonly database: DataSource,
    private readonly seats: RandomSeat[],
  ) {}

  /** Some contacts that nobody knows to be the same yet, all in one book. */
  async fillBook(ownerId: string): Promise<void> {
    for (let index = 0; index < 6; index += 1) {
      const id = newId();
      this.contacts.push(id);
      await this.database.query(
        `INSERT INTO contacts (id, owner_id, name, email, created_at) VALUES ($1, $2, 'Somebody', $3, now())`,
        [id, ownerId, index % 2 ? `${ownerId}@one.example` : null],
      );
    }
  }

  /** One transaction of a few acts, of which some are rolled back; what the database refuses is rolled back whole. */
  async transact(seed: number): Promise<void> {
    const random = new Mulberry(seed);
    try {
      await this.database.transaction(async (manager) => {
        for (let left = random.below(3); left >= 0; left -= 1) {
          const isUndone = random.below(5) === 0;
          if (isUndone) await manager.query('SAVEPOINT act');
          await this[random.pick(this.acts)]({ manager, random });
          if (isUndone) await manager.query('ROLLBACK TO SAVEPOINT act');
        }
        if (random.below(6) === 0) throw new RolledBack();
      });
    } catch (error) {
      if (!(error instanceof RolledBack) && !isRefusal(error)) throw error;
    }
  }

  private async meet({ manager, random }: Draw): Promise<void> {
    const id = newId();
    const state = random.pick(['planned', 'open', 'closed']);
    const [day, seat] = [this.day(random), this.seat(random)];
    await manager.query(
      `INSERT INTO meetings (id, club_id, starts_at, held_on, minutes, state, opened_at, closed_at, created_at)
       VALUES ($1, $2, $3::date + $4 * interval '1 second', $3, 90, $5::meeting_state, now(),
         CASE WHEN $5 = 'closed' THEN now() END, now())`,
      [id, seat.clubId, day, random.below(80_000), state],
    );
    this.meetings.push(id);
  }

  private turnMeeting({ manager, random }: Draw): Promise<unknown> {
    const state = random.pick(['planned', 'open', 'closed', 'closed', 'cancelled']);
    return manager.query(
      `UPDATE meetings SET state = $2::meeting_state, closed_at = CASE WHEN $2 = 'closed' THEN now() END,
         cancelled_at = CASE WHEN $2 = 'cancelled' THEN now() END,
         cancellation_reason = CASE WHEN $2 = 'cancelled' THEN 'Snow' END,
         held_on = held_on + $3::int, starts_at = starts_at + $3::int * interval '1 day'
       WHERE id = $1`,
      [this.meeting(random), state, random.pick([0, 0, 0, -20, 20])],
    );
  }

  /** As the services do: under the lock of the meeting, and with an adjusting entry once it is closed. */
  private async record({ manager, random }: Draw): Promise<void> {
    const [meeting] = await manager.query<{ id: string; club_id: string; state: string }[]>(
      'SELECT id, club_id, state FROM meetings WHERE id = $1 FOR NO KEY UPDATE',
      [this.meeting(random)],
    );
    const seat = this.seat(random);
    if (!meeting || meeting.club_id !== seat.clubId) return;
    const letter = random.pick(letters);
    if (meeting.state === 'closed') {
      await manager.query(
        `INSERT INTO meeting_adjustments
           (id, meeting_id, club_id, membership_id, letter_after, reason, adjusted_by_id, adjusted_at)
         VALUES ($1, $2, $3, $4, $5, 'wrong', $6, now())`,
        [newId(), meeting.id, meeting.club_id, seat.membershipId, letter, seat.personId],
      );
    }
    await manager.query(
      `INSERT INTO attendances (id, meeting_id, club_id, membership_id, letter, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (meeting_id, membership_id) DO UPDATE SET letter = excluded.letter`,
      [newId(), meeting.id, meeting.club_id, seat.membershipId, letter, seat.personId],
    );
  }

  private invite({ manager, random }: Draw): Promise<unknown> {
    const seat = this.seat(random);
    return manager.query(
      `INSERT INTO visitors
         (id, meeting_id, club_id, contact_id, invited_by_membership_id, invited_by_id, invited_at, came_at)
       SELECT $1, id, club_id, $3, $4, $5, now(), $6::timestamptz FROM meetings WHERE id = $2 AND club_id = $7`,
      [
        ...[newId(), this.meeting(random), random.pick(this.contacts), seat.membershipId, seat.personId],
        ...[random.below(4) ? '2026-01-01' : null, seat.clubId],
      ],
    );
  }

  private turnVisit({ manager, random }: Draw): Promise<unknown> {
    const came = random.pick(['now()', 'NULL']);
    const earlier = random.pick(['earlier_visits', 'earlier_visits', 'earlier_visits', '1', 'NULL']);
    return manager.query(
      `UPDATE visitors SET came_at = ${came}, earlier_visits = ${earlier} WHERE contact_id = $1 AND meeting_id = $2`,
      [random.pick(this.contacts), this.meeting(random)],
    );
  }

  private liken({ manager, random }: Draw): Promise<unknown> {
    return manager.query('UPDATE contacts SET email = $2, phone = $3 WHERE id = $1', [
      random.pick(this.contacts),
      random.pick([null, 'one@example.org', 'two@example.org']),
      random.pick([null, null, '+3290000000']),
    ]);
  }

  private merge({ manager, random }: Draw): Promise<unknown> {
    return manager.query(
      `UPDATE contacts one SET merged_into_id = other.id FROM contacts other
       WHERE one.id = $1 AND other.id = $2 AND one.owner_id = other.owner_id AND other.merged_into_id IS NULL
         AND NOT EXISTS (SELECT FROM contacts WHERE merged_into_id = one.id)`,
      [random.pick(this.contacts), random.pick(this.contacts)],
    );
  }

  private refer({ manager, random }: Draw): Promise<unknown> {
    const [from, to] = [this.seat(random), this.seat(random)];
    const at = `${this.day(random)}T${random.pick(['00:30', '12:00', '23:30'])}:00Z`;
    return manager.query(
      `INSERT INTO referrals (id, club_id, giver_membership_id, giver_id, receiver_club_id, receiver_membership_id,
         receiver_id, need, warmth, stage, given_at, given_on, promised_for, target_hours)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'a roof', 3, $8, $9, $9::timestamptz::date, '2100-01-01', 24)`,
      [
        ...[newId(), from.clubId, from.membershipId, from.personId, to.clubId, to.membershipId, to.personId],
        ...[random.pick(stages), at],
      ],
    );
  }

  private followUp({ manager, random }: Draw): Promise<unknown> {
    return manager.query(
      `UPDATE referrals SET stage = $1, first_contact_at = given_at + $2 * interval '1 hour'
       WHERE id = (SELECT id FROM referrals OFFSET $3 LIMIT 1)`,
      [random.pick(stages), random.below(48), random.below(20)],
    );
  }

  private sell({ manager, random }: Draw): Promise<unknown> {
    const seat = this.seat(random);
    const direct = random.below(2) === 0;
    return manager.query(
      `INSERT INTO deals (id, club_id, seller_membership_id, seller_id, buyer_contact_id, direct, degree, repeat,
         closed_on, amount_minor, currency, description, amount_visibility, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, false, $8, $9, $10, 'sold', 'exact', $4, now())`,
      [
        ...[newId(), seat.clubId, seat.membershipId, seat.personId, random.pick(this.contacts), direct],
        ...[direct ? 1 : null, this.day(random), 1 + random.below(900_000), random.pick(['EUR', 'EUR', 'USD'])],
      ],
    );
  }

  private adjust({ manager, random }: Draw): Promise<unknown> {
    return manager.query(
      `INSERT INTO deal_adjustments (id, deal_id, amount_minor, adjusted_on, reason, recorded_by_id, recorded_at)
       SELECT $1, id, $2, $3, 'agreed', seller_id, now() FROM deals OFFSET $4 LIMIT 1`,
      [newId(), -1 - random.below(5_000), this.day(random), random.below(20)],
    );
  }

  /** What a correction of a chain does to the deals below it, and back. */
  private rederive({ manager, random }: Draw): Promise<unknown> {
    return manager.query(
      `UPDATE deals SET direct = NOT direct, degree = CASE WHEN direct THEN NULL ELSE 1 END
       WHERE id IN (SELECT id FROM deals OFFSET $1 LIMIT 3)`,
      [random.below(20)],
    );
  }

  private oneToOne({ manager, random }: Draw): Promise<unknown> {
    const [one, other] = [this.seat(random), this.seat(random)];
    return manager.query(
      `INSERT INTO one_to_ones (id, proposer_id, partner_id, state, held_on, recorded_by_id, recorded_at, created_at)
       VALUES ($1, $2, $3, 'held', $4, $2, now(), now())`,
      [newId(), one.personId, other.personId, this.day(random)],
    );
  }

  private withdraw({ manager, random }: Draw): Promise<unknown> {
    return manager.query(
      `UPDATE one_to_ones SET state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'stated_in_error'
       WHERE id = (SELECT id FROM one_to_ones WHERE state = 'held' OFFSET $1 LIMIT 1)`,
      [random.below(10)],
    );
  }

  private learn({ manager, random }: Draw): Promise<unknown> {
    const seat = this.seat(random);
    return manager.query(
      `INSERT INTO education_units (id, club_id, membership_id, units, topic, earned_on, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, 'Asking well', $5, $6, now())`,
      [newId(), seat.clubId, seat.membershipId, random.pick(['1.5', '-1', '0.25']), this.day(random), seat.personId],
    );
  }

  private praise({ manager, random }: Draw): Promise<unknown> {
    const [giver, receiver] = [this.seat(random), this.seat(random)];
    return manager.query(
      `INSERT INTO testimonials (id, club_id, giver_membership_id, receiver_membership_id, text, given_on, given_at)
       VALUES ($1, $2, $3, $4, 'Prints well', $5, now())`,
      [newId(), giver.clubId, giver.membershipId, receiver.membershipId, this.day(random)],
    );
  }

  private turnSeat({ manager, random }: Draw): Promise<unknown> {
    return manager.query('UPDATE memberships SET left_on = $2 WHERE id = $1', [
      this.seat(random).membershipId,
      random.pick([null, null, this.day(random)]),
    ]);
  }

  private moveClub({ manager, random }: Draw): Promise<unknown> {
    return manager.query('UPDATE clubs SET time_zone = $2 WHERE id = $1', [
      this.seat(random).clubId,
      random.pick(zones),
    ]);
  }

  private seat(random: Mulberry): RandomSeat {
    return random.pick(this.seats);
  }

  private meeting(random: Mulberry): string | undefined {
    return this.meetings.length > 0 ? random.pick(this.meetings.slice(-12)) : undefined;
  }

  /** A day of three months, often one where a month ends. */
  private day(random: Mulberry): string {
    return `2026-0${1 + random.below(3)}-${random.pick(['01', '14', '28'])}`;
  }
}

class RolledBack extends Error {}

/** A constraint or a trigger of the rules said no, or two acts stood in each other's way before they could commit. */
function isRefusal(error: unknown): boolean {
  const cause = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof DatabaseError && /^(23|2F|40P01)/.test(cause.code ?? '');
}
