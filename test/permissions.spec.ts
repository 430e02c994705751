/**
 * The permission matrix: who may see and do what (docs/domain.md, section 11), held against the whole schema.
 *
 * Ten roles (permissions/roles.ts) look at one and the same story, in which every personal column holds a value that
 * stands nowhere else (permissions/canaries.ts). Each role asks for everything it can reach, and attempts every act.
 *
 * A field, query, mutation or subscription without a row fails here by its name. To add a row:
 * - a field: a line in the sight of its type in permissions/rows/, with a cell for each role (the marks are in
 *   permissions/sights.ts). If what it shows depends on the object, add a sight of that type for another subject.
 * - a type without a key whose fields hide nothing: a line in `wholeObjects` of permissions/rows/root-rows.ts.
 * - a query: a line in the sights of `Query` there; by key, also the table of its type in permissions/keys.ts.
 * - a mutation: a row in permissions/acts/: how each role fares, a valid input, and for every key the input takes the
 *   type of what it is the key of. The type it answers with goes into `payloads`.
 * - a subscription: a row in permissions/subscriptions.ts: how each role fares, all that it tells, and the key it takes.
 * - a column: a canary in permissions/canaries.ts with who may ever see it, written in permissions/write-*.ts; or a
 *   line in `impersonal` with the reason.
 */
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { acts } from './permissions/acts/act-rows.js';
import { Attempts } from './permissions/attempts.js';
import { Comparison } from './permissions/comparison.js';
import { compareWithSchema } from './permissions/completeness.js';
import { fieldsOf, keyPathsOf, objectType } from './permissions/coordinates.js';
import { Crawler, type Found } from './permissions/crawl.js';
import { DatabaseState } from './permissions/database-state.js';
import { ForeignKeys } from './permissions/foreign-keys.js';
import { Keys } from './permissions/keys.js';
import { gapsOf, leaksIn, untold } from './permissions/leaks.js';
import { PermissionWorld } from './permissions/permission-world.js';
import { compareWithColumns, missingCanaries } from './permissions/personal-columns.js';
import { type Role, roles } from './permissions/roles.js';
import { payloads, wholeObjects } from './permissions/rows/root-rows.js';
import { sights } from './permissions/rows/sight-rows.js';
import { SubscriptionAttempts, subscriptions } from './permissions/subscriptions.js';
import { instant } from './permissions/write-meetings.js';
import { TestApp } from './support/test-app.js';

let app: TestApp;
let schema: GraphQLSchema;
let world: PermissionWorld;
let crawler: Crawler;
let attempts: Attempts;
let foreignKeys: ForeignKeys;
let following: SubscriptionAttempts;
/** Ten roles ask for the whole schema, which takes its time on a busy machine. */
const longMilliseconds = 300_000;
/** All that each role was told. */
const told = new Map<Role, Found[]>();

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.application.get(GraphQLSchemaHost).schema;
  world = await PermissionWorld.build(app.database);
  const keys = await Keys.read(app.database);
  crawler = new Crawler(app, schema, world, keys);
  await app.at(instant, async () => {
    for (const role of roles) told.set(role, await crawler.crawl(role));
  });
  attempts = new Attempts(app, schema, world, await DatabaseState.keep(app.database));
  foreignKeys = new ForeignKeys(attempts, keys, told);
  following = new SubscriptionAttempts(app, world, keys, textOf);
}, longMilliseconds);
afterAll(() => app.stop());

const textOf = (role: Role) => JSON.stringify(told.get(role)?.map(({ answer }) => answer));

describe('the matrix is complete', () => {
  const compared = () =>
    compareWithSchema(schema, {
      sights,
      whole: wholeObjects,
      payloads,
      acts: Object.keys(acts),
      subscriptions: Object.keys(subscriptions),
    });

  test('every query, mutation, subscription and field has a row', () => {
    expect(compared().withoutRow).toEqual([]);
  });

  test('every row is of something there is', () => {
    expect(compared().withoutField).toEqual([]);
  });

  test('every personal column has a canary, or a reason to have none', async () => {
    expect(await compareWithColumns(app.database)).toEqual({ unspoken: [], unknown: [] });
  });

  test('every canary stands where it is said to', async () => {
    expect(await missingCanaries(app.database)).toEqual([]);
  });

  test.each(Object.entries(acts))('%s says of every key it takes what it is the key of', (name, { keys }) => {
    expect(Object.keys(keys).sort()).toEqual(keyPathsOf(schema, name).sort());
  });
});

describe.each(roles)('%s', (role) => {
  test('finds in every field what its row says', () => {
    expect(new Comparison(schema, world, role, sights).compare(told.get(role) ?? [])).toEqual([]);
  });

  test('is told no value that is not for him, but for the gaps that are known', () => {
    expect(leaksIn(textOf(role), role)).toEqual(gapsOf(role));
  });

  test('finds every value that is for him', () => {
    expect(untold(textOf(role), role)).toEqual([]);
  });

  test('gets the same answer to what is hidden as to what is missing', async () => {
    const byKey = fieldsOf(objectType(schema, 'Query')).filter(({ args }) => args.some(({ name }) => name === 'id'));
    const mistakes = await app.at(instant, () =>
      foreignKeys.checkQueries(role, byKey, (query) => crawler.ask(role, query)),
    );
    expect(mistakes).toEqual([]);
  });
});

describe.each(Object.entries(acts))('%s', (name, act) => {
  test('is done by whom its row says, and changes nothing when it is refused', async () => {
    const mistakes: string[] = [];
    await app.at(instant, async () => {
      for (const role of roles) mistakes.push(...(await attempts.check(role, name, act)));
    });
    expect(mistakes).toEqual([]);
  });

  test('answers to foreign keys as to missing ones', async () => {
    const mistakes = await app.at(instant, async () => [
      ...(await foreignKeys.checkKeys(name, act)),
      ...(await foreignKeys.checkSubject(name, act)),
    ]);
    expect(mistakes).toEqual([]);
  });
});

describe.each(Object.entries(subscriptions))('%s', (_, row) => {
  test.each(roles)('is followed by %s as its row says, and tells him nothing that is not for him', async (role) => {
    expect(await app.at(instant, () => following.check(role, row))).toEqual([]);
  });
});
