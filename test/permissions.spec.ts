import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { Comparison } from './permissions/comparison.js';
import { coordinatesOf } from './permissions/coordinates.js';
import { Crawler, type Found } from './permissions/crawl.js';
import { Keys } from './permissions/keys.js';
import { PermissionWorld } from './permissions/permission-world.js';
import { type Role, roles } from './permissions/roles.js';
import { sights } from './permissions/rows/sight-rows.js';
import { leaksIn, untold } from './permissions/leaks.js';
import { compareWithColumns, missingCanaries } from './permissions/personal-columns.js';
import { payloads, wholeObjects } from './permissions/rows/root-rows.js';
import { compareWithSchema } from './permissions/completeness.js';
import { acts } from './permissions/acts/act-rows.js';
import type { Act } from './permissions/acts/act.js';
import { DatabaseState } from './permissions/database-state.js';
import { Attempts } from './permissions/attempts.js';
import { instant } from './permissions/write-meetings.js';
import { TestApp } from './support/test-app.js';

let app: TestApp;
let schema: GraphQLSchema;
let world: PermissionWorld;
let attempts: Attempts;
const told = new Map<Role, Found[]>();

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.application.get(GraphQLSchemaHost).schema;
  world = await PermissionWorld.build(app.database);
  const crawler = new Crawler(app, schema, world, await Keys.read(app.database));
  await app.at(instant, async () => {
    for (const role of roles) { const t=Date.now(); told.set(role, await crawler.crawl(role)); }
  });
  attempts = new Attempts(app, schema, world, await DatabaseState.keep(app.database));
});
afterAll(() => app.stop());

test.each(roles)('%s is told what the rows say, and no more', (role) => {
  expect(new Comparison(schema, world, role, sights).compare(told.get(role) ?? [])).toEqual([]);
});

test.each(roles)('%s is told no value that is not for him, and finds each that is', (role) => {
  const text = JSON.stringify(told.get(role)?.map(({ answer }) => answer));
  expect({ leaks: leaksIn(text, role), untold: untold(text, role) }).toEqual({ leaks: [], untold: [] });
});
test('x', async () => {
  expect(await compareWithColumns(app.database)).toEqual({ unspoken: [], unknown: [] });
  expect(await missingCanaries(app.database)).toEqual([]);
  expect(compareWithSchema(schema, { sights, whole: wholeObjects, payloads, acts: [] }).withoutField).toEqual([]);
  expect(compareWithSchema(schema, { sights, whole: wholeObjects, payloads, acts: [] }).withoutRow.filter(x=>!x.startsWith('Mutation'))).toEqual([]);
});

test.each(Object.keys(acts))('%s', async (name) => {
  const mistakes: string[] = [];
  await app.at(instant, async () => {
    for (const role of roles) mistakes.push(...(await attempts.check(role, name, acts[name] as Act)));
  });
  expect(mistakes).toEqual([]);
});
