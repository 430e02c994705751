import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { Comparison } from './permissions/comparison.js';
import { coordinatesOf } from './permissions/coordinates.js';
import { Crawler, type Found } from './permissions/crawl.js';
import { Keys } from './permissions/keys.js';
import { PermissionWorld } from './permissions/permission-world.js';
import { type Role, roles } from './permissions/roles.js';
import { sights } from './permissions/rows/sight-rows.js';
import { instant } from './permissions/write-meetings.js';
import { TestApp } from './support/test-app.js';

let app: TestApp;
let schema: GraphQLSchema;
let world: PermissionWorld;
const told = new Map<Role, Found[]>();

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.application.get(GraphQLSchemaHost).schema;
  world = await PermissionWorld.build(app.database);
  const crawler = new Crawler(app, schema, world, await Keys.read(app.database));
  await app.at(instant, async () => {
    for (const role of roles) { const t=Date.now(); told.set(role, await crawler.crawl(role)); console.log(role, Date.now()-t, told.get(role)?.length)}
  });
});
afterAll(() => app.stop());

test.each(roles)('%s is told what the rows say, and no more', (role) => {
  expect(new Comparison(schema, world, role, sights).compare(told.get(role) ?? [])).toEqual([]);
});
