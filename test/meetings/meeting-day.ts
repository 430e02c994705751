import { newId } from '../../src/platform/id.js';
import type { PayloadError, TestApp } from '../support/test-app.js';
import type { World } from '../support/world.js';

interface Actor {
  token: string;
}

/** A Thursday in Ghent at seven in the morning, and the moment the board arrives. */
export const seven = '2026-03-05T07:00:00+01:00';
export const day = '2026-03-05';

/** A club's meetings as its board runs them. Every act stands at the given instant, by default at seven. */
export class MeetingDay {
  private weeks = 0;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  /** Another Thursday in Ghent at seven, later than those before. */
  nextThursday(): string {
    this.weeks += 1;
    return new Date(Date.parse(seven) + this.weeks * 7 * 24 * 3_600_000).toISOString();
  }

  /** @returns the id of a planned meeting */
  async planned(startsAt: string = seven): Promise<string> {
    const { meeting, errors } = await this.app.at('2026-01-02T09:00:00Z', () =>
      this.app.act(this.world.pia, 'planMeeting', { clubId: this.world.ghentId, startsAt }, 'meeting { id }'),
    );
    if (!meeting) throw new Error(JSON.stringify(errors));
    return meeting.id;
  }

  /** @returns the id of an open meeting */
  async opened(startsAt: string = seven): Promise<string> {
    const meetingId = await this.planned(startsAt);
    await this.act(this.world.pia, 'openMeeting', { meetingId }, startsAt);
    return meetingId;
  }

  /** @returns the id of a closed meeting; everybody with a seat was present unless told otherwise */
  async closed(startsAt: string = seven, letters: Record<string, string> = {}): Promise<string> {
    const meetingId = await this.opened(startsAt);
    const seats: { id: string }[] = await this.app.database.query(
      'SELECT id FROM memberships WHERE club_id = $1 AND daterange(joined_on, left_on) @> $2::date',
      [this.world.ghentId, startsAt.slice(0, 10)],
    );
    await this.record(
      this.world.pia,
      meetingId,
      seats.map(({ id }) => ({ membershipId: id, letter: letters[id] ?? 'PRESENT' })),
    );
    await this.act(this.world.pia, 'closeMeeting', { meetingId }, startsAt);
    return meetingId;
  }

  record(actor: Actor, meetingId: string, letters: object[]): Promise<{ errors: PayloadError[] }> {
    return this.app.act(actor, 'recordAttendance', { meetingId, letters }, 'meeting { state }');
  }

  /** Opening, closing and cancelling. */
  act(actor: Actor, mutation: string, input: object, instant: string = seven) {
    return this.app.at(instant, () =>
      this.app.act(actor, mutation, input, 'meeting { id state openedAt closedAt cancelledAt cancellationReason }'),
    );
  }

  /** @returns the id of a new contact of the owner */
  async contact(owner: { personId: string }, name: string, details: { email?: string; personId?: string } = {}) {
    const id = newId();
    await this.app.database.query(
      `INSERT INTO contacts (id, owner_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5, '2026-01-01')`,
      [id, owner.personId, details.personId ?? null, name, details.email ?? null],
    );
    return id;
  }
}
