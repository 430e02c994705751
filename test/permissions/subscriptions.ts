import { EventStream, StreamRefused, type Subscription, waitFor } from '../support/event-stream.js';
import type { TestApp } from '../support/test-app.js';
import type { Keys } from './keys.js';
import { missing } from './keys.js';
import { leaksIn } from './leaks.js';
import type { PermissionWorld } from './permission-world.js';
import { type Cells, type Role, readCells } from './roles.js';

/** What can be followed: how each role fares that tries to, and what it is shown then. */
export interface SubscriptionRow {
  /** `ok`, `U` not signed in, or `N` there is no such thing. */
  cells: Cells;
  /** Everything it tells, of its own type. */
  query: string;
  /** The argument that takes a key, the type of its object, and the subject that is followed. */
  key: { argument: string; type: string; subject: string };
  variables: object;
}

/** Every row of what can be followed. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const subscriptions: Record<string, SubscriptionRow> = {
  meetingChanged: {
    cells: readCells('U N N N N N ok ok ok ok'),
    query: `subscription ($meetingId: UUID!, $after: Int) {
      meetingChanged(meetingId: $meetingId, after: $after) {
        sequence kind happenedAt
        actor { id givenName familyName email phone locale }
        meeting { id place state }
        membership { id company person { id givenName email } }
        visitor { id name }
        letters { before after membership { id company person { id givenName email } } }
      }
    }`,
    key: { argument: 'meetingId', type: 'Meeting', subject: 'open' },
    variables: { after: 0 },
  },
};

/** Tries to follow, as each role, what is there and what is not. */
export class SubscriptionAttempts {
  constructor(
    private readonly app: TestApp,
    private readonly world: PermissionWorld,
    private readonly keys: Keys,
    /** All that each role was told by asking. */
    private readonly textOf: (role: Role) => string,
  ) {}

  /** What is wrong with how the role fares, if anything. */
  async check(role: Role, row: SubscriptionRow): Promise<string[]> {
    const expected = row.cells[role];
    const { outcome, text } = await this.attempt(role, row, this.world.id(row.key.subject));
    const mistakes = outcome === expected ? [] : [`is ${outcome} instead of ${expected}: ${text.slice(0, 300)}`];
    mistakes.push(...leaksIn(text, role).map((leak) => `told ${leak}`));
    return [...mistakes, ...(await this.checkKeys(role, row))].map((mistake) => `${role}: ${mistake}`);
  }

  /** What the role finds nowhere, and what it finds and may not follow, is answered as if it were not there. */
  private async checkKeys(role: Role, { key, ...row }: SubscriptionRow): Promise<string[]> {
    const told = this.textOf(role);
    const hidden = this.keys.of(key.type).filter((id) => !told.includes(id));
    if (row.cells[role] === 'N') hidden.push(this.world.id(key.subject));
    const expected = await this.attempt(role, { key, ...row }, missing());
    const mistakes: string[] = [];
    for (const id of hidden) {
      const { text } = await this.attempt(role, { key, ...row }, id);
      if (text !== expected.text) mistakes.push(`${id}: ${text.slice(0, 300)} instead of ${expected.text}`);
    }
    return mistakes;
  }

  private async attempt(role: Role, row: SubscriptionRow, id: string): Promise<{ outcome: string; text: string }> {
    const subscription: Subscription = {
      url: this.app.url,
      actor: this.world.actors[role],
      query: row.query,
      variables: { ...row.variables, [row.key.argument]: id },
    };
    try {
      const stream = await EventStream.open(subscription);
      if (this.world.nameOf(id) === row.key.subject) await waitFor(() => stream.frames.length > 0, `event for ${role}`);
      stream.cut();
      return { outcome: 'ok', text: JSON.stringify(stream.frames) };
    } catch (error) {
      if (!(error instanceof StreamRefused)) throw error;
      const code = error.code ?? String(error.status);
      return { outcome: { UNAUTHENTICATED: 'U', NOT_FOUND: 'N' }[code] ?? code, text: JSON.stringify(error.answer) };
    }
  }
}
