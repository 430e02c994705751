import { leaksIn } from '../permissions/leaks.js';
import { PermissionWorld } from '../permissions/permission-world.js';
import { type Role, roles } from '../permissions/roles.js';
import { instant } from '../permissions/write-meetings.js';
import { TestApp } from '../support/test-app.js';
import { download } from './download.js';

let app: TestApp;
let world: PermissionWorld;

beforeAll(async () => {
  app = await TestApp.start();
  world = await PermissionWorld.build(app.database);
});
afterAll(() => app.stop());

/** The files of Ghent, as each role gets them, over the time in which the story of the permission world happens. */
const statuses = async (role: Role): Promise<[number, number]> => {
  const query = { club: world.id('ghent'), from: '2026-01-01', to: '2026-12-31' };
  const files = await app.at(instant, () =>
    Promise.all(['counts.csv', 'acquaintance.csv'].map((path) => download(app, world.actors[role], path, { query }))),
  );
  const text = files.map(({ bytes }) => bytes.toString()).join('\n');
  for (const decimals of [text, text.replaceAll(',', '.')]) expect(leaksIn(decimals, role)).toEqual([]);
  return files.map(({ status }) => status) as [number, number];
};

const given: Record<Role, [number, number]> = {
  anonymous: [401, 401],
  stranger: [404, 404],
  foreigner: [404, 404],
  neighbour: [404, 404],
  director: [200, 404],
  administrator: [404, 404],
  member: [200, 200],
  board: [200, 200],
  party: [200, 200],
  self: [200, 200],
};

test.each(roles)('%s gets the files that are for him, and nothing in them that is not', async (role) => {
  expect(await statuses(role)).toEqual(given[role]);
});
