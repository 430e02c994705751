import type { Actor, PayloadError, TestApp } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';

/** A Thursday at noon in Ghent, at which every act stands unless told otherwise; the next time to meet; its day. */
export const noon = '2026-03-05T12:00:00+01:00';
export const today = '2026-03-05';
export const friday = '2026-03-06T09:00:00.000Z';

export const selection = `oneToOne {
  id state startsAt place message proposedAt answeredAt heldOn recordedAt cancelledAt withdrawnAt withdrawalReason
  proposer { id } partner { id } recordedBy { id }
  viewerCan { accept decline cancel reschedule record withdraw }
}`;

type Input = Record<string, unknown>;

/** What two members do with each other outside the meeting. */
export class TwoOfThem {
  constructor(private readonly app: TestApp) {}

  /** @returns the payload */
  act(actor: Actor, mutation: string, input: Input, instant = noon) {
    return this.app.at(instant, () => this.app.act(actor, mutation, input, selection));
  }

  propose(proposer: Actor, partner: { personId: string }, details: Input = {}, instant = noon) {
    return this.act(proposer, 'proposeOneToOne', { partnerId: partner.personId, ...details }, instant);
  }

  record(recorder: Actor, partner: { personId: string }, heldOn = today, instant = noon) {
    return this.act(recorder, 'recordOneToOne', { partnerId: partner.personId, heldOn }, instant);
  }

  /** @returns the id of a proposal */
  async proposed(proposer: CastMember, partner: CastMember, details: Input = {}): Promise<string> {
    return idOf(await this.propose(proposer, partner, details));
  }

  /** @returns the id of a proposal the partner accepted */
  async accepted(proposer: CastMember, partner: CastMember, details: Input = {}): Promise<string> {
    const oneToOneId = await this.proposed(proposer, partner, details);
    return idOf(await this.act(partner, 'acceptOneToOne', { oneToOneId }));
  }

  /** @returns the id of one that was held */
  async held(recorder: CastMember, partner: CastMember, heldOn = today): Promise<string> {
    return idOf(await this.record(recorder, partner, heldOn));
  }

  /** What there is of the pairs of the world, as the database has it. */
  rows(): Promise<{ id: string; state: string; held_on: string | null }[]> {
    return this.app.database.query('SELECT id, state, held_on::text FROM one_to_ones ORDER BY id');
  }

  /** The verbs recorded, in turn, with the club that hears of them. */
  activities(): Promise<{ verb: string; actorId: string; clubId: string | null; details: Input }[]> {
    return this.app.database.query(
      `SELECT verb, actor_id AS "actorId", club_id AS "clubId", details FROM activities
       WHERE subject_type = 'one_to_one' ORDER BY id`,
    );
  }
}

function idOf({ oneToOne, errors }: { oneToOne: { id: string } | null; errors: PayloadError[] }): string {
  if (!oneToOne) throw new Error(JSON.stringify(errors));
  return oneToOne.id;
}
