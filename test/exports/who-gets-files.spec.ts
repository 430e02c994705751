import { leaksIn } from '../permissions/leaks.js';
import { PermissionWorld } from '../permissions/permission-world.js';
import { type Role, roles } from '../permissions/roles.js';
import { instant } from '../permissions/write-meetings.js';
import { TestApp } from '../support/test-app.js';
import { type Download, download } from './download.js';
import { readPdf } from './pdf-text.js';

let app: TestApp;
let world: PermissionWorld;

beforeAll(async () => {
  app = await TestApp.start();
  world = await PermissionWorld.build(app.database);
});
afterAll(() => app.stop());

const files = ['counts.csv', 'acquaintance.csv', 'chains.csv', 'return.csv', 'return.pdf'];

/** The files of Ghent, as each role gets them, over the time in which the story of the permission world happens. */
const statuses = async (role: Role): Promise<number[]> => {
  const query = { club: world.id('ghent'), from: '2026-01-01', to: '2026-12-31' };
  const given = await app.at(instant, async () => {
    const answers: Download[] = [];
    for (const path of files) answers.push(await download(app, world.actors[role], path, { query }));
    return answers;
  });
  const text = given.map(textOf).join('\n');
  for (const decimals of [text, text.replaceAll(',', '.')]) expect(leaksIn(decimals, role)).toEqual([]);
  return given.map(({ status }) => status);
};

const textOf = ({ headers, bytes }: Download) =>
  headers.get('content-type') === 'application/pdf' ? readPdf(bytes).text : bytes.toString();

const none = [404, 404, 404, 404, 404];
const all = [200, 200, 200, 200, 200];
const given: Record<Role, number[]> = {
  anonymous: [401, 401, 401, 401, 401],
  stranger: none,
  foreigner: none,
  neighbour: none,
  director: [200, 404, 404, 200, 200],
  administrator: none,
  member: all,
  board: all,
  party: all,
  self: all,
};

test.each(roles)('%s gets the files that are for him, and nothing in them that is not', async (role) => {
  expect(await statuses(role)).toEqual(given[role]);
});
