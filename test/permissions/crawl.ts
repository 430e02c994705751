import type { GraphQLSchema } from 'graphql';
import type { Answer, TestApp } from '../support/test-app.js';
import { fieldsOf, objectType, targetOf } from './coordinates.js';
import type { Keys } from './keys.js';
import type { PermissionWorld } from './permission-world.js';
import type { Role } from './roles.js';
import { Selections } from './selections.js';

/** One answer, with the root field it is of. */
export interface Found {
  field: string;
  answer: Answer;
  /** The key that was asked for, if one was. */
  id: string | null;
}

const tooMuch = ['QUERY_TOO_LONG', 'QUERY_TOO_COSTLY', 'TOO_MANY_ALIASES'];
const mostAliases = 30;

/** Asks the server for everything a role can be told. What is too much for one request is asked in parts. */
export class Crawler {
  private readonly parts = new Map<string, string[][]>();

  constructor(
    private readonly app: TestApp,
    private readonly schema: GraphQLSchema,
    private readonly world: PermissionWorld,
    private readonly keys: Keys,
  ) {}

  /** Every query: with a key, for all keys there are, and in full for the subjects it finds. */
  async crawl(role: Role): Promise<Found[]> {
    const found: Found[] = [];
    for (const query of fieldsOf(objectType(this.schema, 'Query'))) {
      const target = targetOf(query);
      if (!target) throw new Error(`What does Query.${query.name} lead to?`);
      if (query.args.some(({ name }) => name === 'id')) {
        const [visible, probes] = await this.probe(role, query.name, this.keys.of(target.name));
        found.push(...probes);
        const subjects = visible.filter((id) => this.world.nameOf(id) !== undefined);
        for (const id of subjects) found.push(...(await this.askInParts(role, query.name, id)));
      } else {
        found.push(...(await this.askInParts(role, query.name, null)));
      }
    }
    return found;
  }

  ask(role: Role, query: string): Promise<Answer> {
    return this.app.execute(this.world.actors[role], query);
  }

  /** Which of the keys a query answers. */
  private async probe(role: Role, field: string, ids: string[]): Promise<[string[], Found[]]> {
    const visible: string[] = [];
    const found: Found[] = [];
    for (let start = 0; start < ids.length; start += mostAliases) {
      const some = ids.slice(start, start + mostAliases);
      const query = `{ ${some.map((id, place) => `_${place}: ${field}(id: "${id}") { id }`).join(' ')} }`;
      const answer = await this.ask(role, query);
      found.push({ field, answer: { errors: answer.errors }, id: null });
      visible.push(...Object.values(answer.data ?? {}).flatMap((object) => (object ? [(object as { id: string }).id] : [])));
    }
    return [visible, found];
  }

  private async askInParts(role: Role, field: string, id: string | null): Promise<Found[]> {
    const selections = new Selections();
    const query = objectType(this.schema, 'Query').getFields()[field];
    const target = query && targetOf(query);
    if (!target) throw new Error(`There is no query ${field}.`);
    const isList = target.name.endsWith('Connection');
    const fields = isList ? selections.of(objectType(this.schema, 'Query')) : selections.of(target);
    const head = id === null ? field : `${field}(id: "${id}")`;
    const found: Found[] = [];
    const parts = this.parts.get(field) ?? [isList ? [field] : [...fields.keys()]];
    const fitting: string[][] = [];
    while (parts.length > 0) {
      const part = parts.shift() ?? [];
      const texts = part.map((name) => fields.get(name) ?? '');
      const body = isList ? texts.join(' ') : `${head} { ${texts.join(' ')} }`;
      const answer = await this.ask(role, `{ ${body} } ${selections.text(texts)}`);
      if (answer.errors?.some(({ extensions }) => tooMuch.includes(extensions.code)) && part.length > 1) {
        const half = Math.ceil(part.length / 2);
        parts.unshift(part.slice(0, half), part.slice(half));
      } else {
        fitting.push(part);
        found.push({ field, answer, id });
      }
    }
    this.parts.set(field, fitting);
    return found;
  }
}
