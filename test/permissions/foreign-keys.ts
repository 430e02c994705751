import type { Answer } from '../support/test-app.js';
import type { Act, Input } from './acts/act.js';
import type { Attempts } from './attempts.js';
import { type Field, targetOf } from './coordinates.js';
import type { Found } from './crawl.js';
import { type Keys, missing } from './keys.js';
import { type Role, roles } from './roles.js';

/** As many hidden objects of a type are tried: of each network and club some, since their keys are in turn. */
const most = 4;

/** Shows that the key of what one may not see is answered like a key of nothing. */
export class ForeignKeys {
  constructor(
    private readonly attempts: Attempts,
    private readonly keys: Keys,
    private readonly told: Map<Role, Found[]>,
  ) {}

  /** Objects that are there and that the role was told nothing of. */
  private hidden(role: Role, type: string, except: string[] = []): string[] {
    const text = JSON.stringify(this.told.get(role)?.map(({ answer }) => answer));
    const hidden = this.keys.of(type).filter((id) => !text.includes(id) && !except.includes(id));
    const step = Math.max(1, Math.ceil(hidden.length / most));
    return hidden.filter((_, place) => place % step === 0);
  }

  /** Every query by key: what is hidden is answered like what is missing. */
  async checkQueries(role: Role, queries: Field[], ask: (query: string) => Promise<Answer>): Promise<string[]> {
    const mistakes: string[] = [];
    for (const query of queries) {
      const answerTo = async (id: string) => JSON.stringify(await ask(`{ ${query.name}(id: "${id}") { id } }`));
      const expected = await answerTo(missing());
      for (const id of this.hidden(role, targetOf(query)?.name ?? '')) {
        const shown = await answerTo(id);
        if (shown !== expected) mistakes.push(`${query.name}: ${shown} instead of ${expected}`);
      }
    }
    return mistakes;
  }

  /** For every key the act takes: whoever may do it learns no more from a foreign key than from one of nothing. */
  async checkKeys(name: string, act: Act): Promise<string[]> {
    const mistakes: string[] = [];
    for (const [path, key] of Object.entries(act.keys)) {
      if (typeof key === 'string') continue;
      for (const role of roles.filter((each) => act.cells[each] === 'ok')) {
        const hidden = this.hidden(role, key.type, key.except?.(this.attempts.world));
        if (hidden.length === 0) mistakes.push(`${name} by ${role}: no ${key.type} is hidden from him`);
        const base = act.input(this.attempts.world, role);
        mistakes.push(
          ...(await this.compare(role, name, { path, hidden, inputOf: (id) => ({ ...base, ...key.put(id) }) })),
        );
      }
    }
    return mistakes;
  }

  /** Whoever does not find the subject gets the answer he would get if it were not there. */
  async checkSubject(name: string, act: Act): Promise<string[]> {
    const mistakes: string[] = [];
    const [path, key] = Object.entries(act.keys)[0] ?? [];
    for (const role of roles.filter((each) => act.cells[each] === 'N')) {
      const base = act.input(this.attempts.world, role);
      if (!path || !key || typeof key === 'string') return [`${name}: what is it that ${role} does not find?`];
      const hidden = [String(base[path])];
      mistakes.push(
        ...(await this.compare(role, name, { path, hidden, inputOf: (id) => ({ ...base, ...key.put(id) }) })),
      );
    }
    return mistakes;
  }

  private async compare(
    role: Role,
    name: string,
    { path, hidden, inputOf }: { path: string; hidden: string[]; inputOf: (id: string) => Input },
  ): Promise<string[]> {
    const missed = await this.attempts.attempt(role, name, inputOf(missing()));
    const mistakes = missed.outcome === 'ok' ? [`${name} by ${role} takes a ${path} of nothing`] : [];
    for (const id of hidden) {
      const { answer } = await this.attempts.attempt(role, name, inputOf(id));
      const [shown, expected] = [answer, missed.answer].map((each) => JSON.stringify(each));
      if (shown !== expected)
        mistakes.push(`${name} by ${role}, ${path}: ${shown?.slice(0, 300)} instead of ${expected}`);
    }
    return mistakes;
  }
}
