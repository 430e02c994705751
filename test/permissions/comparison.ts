import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { objectType, targetOf } from './coordinates.js';
import type { Found } from './crawl.js';
import type { PermissionWorld } from './permission-world.js';
import type { Role } from './roles.js';
import type { Sight } from './sights.js';

type Answered = Record<string, unknown>;

/** Holds what a role was told against the rows: every field of every subject, wherever it was met. */
export class Comparison {
  readonly mistakes = new Set<string>();
  private readonly met = new Set<string>();
  private readonly rows: Map<string, Sight>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly world: PermissionWorld,
    private readonly role: Role,
    private readonly sights: Sight[],
  ) {
    this.rows = new Map(sights.map((sight) => [`${sight.type} ${sight.subject}`, sight]));
  }

  compare(found: Found[]): string[] {
    for (const each of found) this.compareQuery(each);
    this.compareAbsent(found.map(({ value }) => JSON.stringify(value)).join());
    return [...this.mistakes].sort();
  }

  private compareQuery({ field, subject, value, answer }: Found): void {
    const codes = new Set(answer.errors?.map(({ extensions }) => extensions.code));
    if (subject !== '')
      this.check({ type: 'Query', subject, field, mark: codes.has('UNAUTHENTICATED') ? 'U' : markOf(value) });
    for (const { message, extensions } of answer.errors ?? []) {
      if (extensions.code !== 'UNAUTHENTICATED') this.mistakes.add(`Query.${field} of ${subject}: ${message}`);
    }
    const target = targetOf(this.fieldOf(objectType(this.schema, 'Query'), field));
    if (target && value) this.walk(target, value, field === 'viewer' ? 'viewer' : '');
  }

  /** @param around the subject on whose way an object without a key was met */
  private walk(type: GraphQLObjectType, value: unknown, around: string): void {
    if (Array.isArray(value)) {
      for (const each of value) this.walk(type, each, around);
    } else if (typeof value === 'object' && value !== null) {
      const object = value as Answered;
      const own = 'id' in type.getFields() ? (this.world.nameOf(String(object.id)) ?? '') : around;
      for (const [name, inside] of Object.entries(object)) {
        if (name === '__typename') continue;
        this.check({ type: type.name, subject: own, field: name, mark: markOf(inside) }, inside);
        const target = targetOf(this.fieldOf(type, name));
        if (target) this.walk(target, inside, own);
      }
    }
  }

  private check(at: { type: string; subject: string; field: string; mark: string }, value?: unknown): void {
    const { type, subject, field, mark } = at;
    const expected = this.rows.get(`${type} ${subject}`)?.rows.get(field)?.[this.role];
    if (expected === undefined) return;
    this.met.add(`${type} ${subject} ${field}`);
    if (mark === expected || (expected === 's' && ['t', 'f'].includes(mark))) return;
    const shown = value === undefined ? '' : `: ${JSON.stringify(value)?.slice(0, 80)}`;
    this.mistakes.add(`${type}.${field} of ${subject} is ${mark} instead of ${expected}${shown}`);
  }

  /** What ought to be there was met; what ought to be absent was named nowhere. */
  private compareAbsent(text: string): void {
    for (const { type, subject, rows } of this.sights) {
      for (const [field, cells] of rows) {
        const isMet = this.met.has(`${type} ${subject} ${field}`);
        if (cells[this.role] !== '.' && !isMet) this.mistakes.add(`${type}.${field} of ${subject} was not met`);
      }
      const isAbsent = [...rows.values()].every((cells) => cells[this.role] === '.');
      if (isAbsent && this.world.has(subject) && hasKey(this.schema, type) && text.includes(this.world.id(subject))) {
        this.mistakes.add(`${type} ${subject} is named`);
      }
    }
  }

  private fieldOf(type: GraphQLObjectType, name: string) {
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no field ${name}.`);
    return field;
  }
}

function hasKey(schema: GraphQLSchema, type: string): boolean {
  return 'id' in objectType(schema, type).getFields();
}

/** What an answer shows of a field, as the rows say it. */
function markOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  const list = Array.isArray(value) ? value : (value as { edges?: unknown }).edges;
  return Array.isArray(list) && list.length === 0 ? 'e' : 's';
}
