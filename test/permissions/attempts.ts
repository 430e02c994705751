import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { Afterwards } from '../../src/platform/afterwards.js';
import type { Answer, TestApp } from '../support/test-app.js';
import type { Act, Input } from './acts/act.js';
import { objectType, targetOf } from './coordinates.js';
import type { DatabaseState } from './database-state.js';
import { gapsOf, leaksIn } from './leaks.js';
import type { PermissionWorld } from './permission-world.js';
import type { Role } from './roles.js';
import { Selections } from './selections.js';

export interface Attempt {
  answer: Answer;
  /** As the rows of the acts say it. */
  outcome: string;
  /** The tables it changed; all of them are back as they were. */
  changed: string[];
}

/** Every attempt to sign in leaves a row here, allowed or not. */
const signInAttempts = 'sign_in_attempts';

/** How deep the answers of acts are looked into: the object itself, and those it leads to. */
const depth = 2;
/** Whoever signs in is a viewer, of whom there is more to tell than one request may cost. */
const viewerDepth = 1;

/** Attempts acts, one by one, each on the same world. */
export class Attempts {
  constructor(
    private readonly app: TestApp,
    private readonly schema: GraphQLSchema,
    readonly world: PermissionWorld,
    private readonly state: DatabaseState,
  ) {}

  async attempt(role: Role, name: string, input: Input): Promise<Attempt> {
    const document = this.documentOf(name);
    const answer = await this.app.execute(this.world.actors[role], document, { input: this.complete(name, input) });
    await this.app.application.get(Afterwards).settle();
    const changed = await this.state.changes();
    await this.state.restore(changed);
    return { answer, outcome: outcomeOf(answer), changed: changed.filter((table) => table !== signInAttempts) };
  }

  /** What is wrong with how the role fares, if anything. */
  async check(role: Role, name: string, act: Act): Promise<string[]> {
    const { answer, outcome, changed } = await this.attempt(role, name, act.input(this.world, role));
    const mistakes = act.signsIn
      ? []
      : leaksIn(JSON.stringify(answer), role)
          .filter((leak) => !gapsOf(role).includes(leak))
          .map((leak) => `told ${leak}`);
    const expected = act.cells[role];
    if (outcome !== expected)
      mistakes.push(`is ${outcome} instead of ${expected}: ${JSON.stringify(answer).slice(0, 300)}`);
    const isDone = outcome === 'ok';
    if (!isDone && changed.length > 0) mistakes.push(`was refused and changed ${changed.join(', ')}`);
    if (isDone && changed.length === 0) mistakes.push('changed nothing');
    const { errors: _, ...made } = (answer.data?.payload ?? {}) as Input;
    for (const [field, value] of Object.entries(made)) {
      if ((value !== null) !== isDone) mistakes.push(`${field} is ${value === null ? 'missing' : 'there'}`);
    }
    return mistakes.map((mistake) => `${name} by ${role}: ${mistake}`);
  }

  private complete(name: string, input: Input): Input {
    const type = this.schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
    const takesKey = type && 'getFields' in type && 'idempotencyKey' in type.getFields();
    return takesKey ? { idempotencyKey: randomUUID(), ...input } : input;
  }

  private documentOf(name: string): string {
    const mutation = objectType(this.schema, 'Mutation').getFields()[name];
    const payload = mutation && targetOf(mutation);
    if (!payload) throw new Error(`There is no mutation ${name}.`);
    const selections = new Selections();
    const fields = [...selections.of(payload, 'viewer' in payload.getFields() ? viewerDepth : depth).values()];
    const takesInput = mutation.args.length > 0;
    const head = takesInput ? `($input: ${mutation.args[0]?.type})` : '';
    const call = takesInput ? `${name}(input: $input)` : name;
    return `mutation ${head} { payload: ${call} { ${fields.join(' ')} } } ${selections.text(fields)}`;
  }
}

function outcomeOf({ data, errors }: Answer): string {
  const code = errors?.[0]?.extensions.code ?? data?.payload.errors[0]?.code;
  if (code === undefined) return 'ok';
  return { UNAUTHENTICATED: 'U', FORBIDDEN: 'F', NOT_FOUND: 'N' }[code as string] ?? code;
}
