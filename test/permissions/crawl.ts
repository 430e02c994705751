import type { GraphQLSchema } from 'graphql';
import type { Answer, TestApp } from '../support/test-app.js';
import { type Field, fieldsOf, objectType, targetOf } from './coordinates.js';
import type { Keys } from './keys.js';
import type { PermissionWorld } from './permission-world.js';
import type { Role } from './roles.js';
import { argumentsFor, Selections } from './selections.js';

/** What a query told. */
export interface Found {
  /** The query: a field of Query. */
  field: string;
  /** The name of the subject it was asked for, or `all` when it takes no key; empty when the key has no name. */
  subject: string;
  value: unknown;
  /** The answer as the server gave it. */
  answer: Answer;
}

const tooMuch = ['QUERY_TOO_LONG', 'QUERY_TOO_COSTLY'];
const mostAliases = 30;

/** The seats held on a day that has passed: strangers to the club see less of other days. */
const membersOnce = (id: string) =>
  `{ club(id: "${id}") { id members(on: "2026-01-15") { edges { node { id company person { id givenName email } } } } } }`;

/** Asks the server for everything a role can be told. What is too much for one request is asked in parts. */
export class Crawler {
  /** Which fields go together in one request, by query: found out once. */
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
      if (query.args.some(({ name }) => name === 'id')) found.push(...(await this.crawlKeys(role, query)));
      else found.push(...(await this.askInParts(role, query, null)));
    }
    const answer = await this.ask(role, membersOnce(this.world.id('ghent')));
    return [...found, { field: 'club', subject: '', value: answer.data?.club, answer }];
  }

  ask(role: Role, query: string): Promise<Answer> {
    return this.app.execute(this.world.actors[role], query);
  }

  private async crawlKeys(role: Role, query: Field): Promise<Found[]> {
    const probes = await this.probe(role, query.name, this.keys.of(typeOf(query).name));
    const subjects = probes.filter(({ subject, value }) => subject !== '' && value !== null);
    const found = [...probes];
    for (const { subject } of subjects) found.push(...(await this.askInParts(role, query, subject)));
    return found;
  }

  /** Which of the keys a query answers. */
  private async probe(role: Role, field: string, ids: string[]): Promise<Found[]> {
    const found: Found[] = [];
    for (let start = 0; start < ids.length; start += mostAliases) {
      const some = ids.slice(start, start + mostAliases);
      const asked = some.map((id, place) => `_${place}: ${field}(id: "${id}") { id }`);
      const answer = await this.ask(role, `{ ${asked.join(' ')} }`);
      some.forEach((id, place) => {
        found.push({ field, subject: this.world.nameOf(id) ?? '', value: answer.data?.[`_${place}`] ?? null, answer });
      });
    }
    return found;
  }

  /** @param subject null for a query that takes no key */
  private async askInParts(role: Role, query: Field, subject: string | null): Promise<Found[]> {
    const selections = new Selections();
    const isPage = typeOf(query).name.endsWith('Connection');
    const fields = isPage
      ? selections.of(objectType(this.schema, 'Query'), undefined, [query])
      : selections.of(typeOf(query));
    const known = this.parts.get(query.name) ?? [isPage ? [query.name] : [...fields.keys()]];
    const waiting = [...known];
    const fitting: string[][] = [];
    const found: Found[] = [];
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const texts = part.map((name) => fields.get(name) ?? '');
      const given =
        subject === null
          ? argumentsFor(objectType(this.schema, 'Query'), query, 0)
          : `(id: "${this.world.id(subject)}")`;
      const head = `${query.name}${given}`;
      // Whose field it is, is told by the key.
      const key = 'id' in typeOf(query).getFields() ? 'id ' : '';
      const body = isPage ? texts.join(' ') : `${head} { ${key}${texts.join(' ')} }`;
      const answer = await this.ask(role, `{ ${body} } ${selections.text(texts)}`);
      const half = Math.ceil(part.length / 2);
      if (part.length > 1 && answer.errors?.some(({ extensions }) => tooMuch.includes(extensions.code))) {
        waiting.unshift(part.slice(0, half), part.slice(half));
        continue;
      }
      fitting.push(part);
      found.push({ field: query.name, subject: subject ?? 'all', value: answer.data?.[query.name] ?? null, answer });
    }
    this.parts.set(query.name, fitting);
    return found;
  }
}

function typeOf(query: Field) {
  const target = targetOf(query);
  if (!target) throw new Error(`Query.${query.name} leads to no object.`);
  return target;
}
