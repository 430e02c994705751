import { Facts } from '../support/facts.js';
import { kring, workingDirectory } from '../support/kring-process.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let directory: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  app = await TestApp.start();
  ({ directory, remove } = await workingDirectory());
});
afterAll(async () => {
  await app.stop();
  await remove();
});

const run = (command: string) => kring([command], { directory, settings: { DATABASE_URL: app.databaseUrl } });

test('verify tells each figure that is not what the facts say and exits with 1; rebuild mends the sums', async () => {
  const world = await World.build(app.database);
  const facts = new Facts(app.database);
  const origin = await facts.introduction(world.sara, world.bram);
  await facts.deal({ seller: world.sara, clubId: world.ghentId, closedOn: '2026-03-04', amountMinor: 500, origin });
  const equal = { code: 0, stdout: 'All degrees, roots and sums are what the facts say.\n', stderr: '' };
  expect(await run('verify')).toEqual(equal);
  await app.database.query('UPDATE club_months SET members_joined = 7 WHERE club_id = $1', [world.ghentId]);
  await app.database.query('UPDATE club_month_returns SET amount_2 = 501');
  expect(await run('verify')).toEqual({
    code: 1,
    stdout: [
      'club_months: Gent Graslei 2026-01, members_joined: stored 7, true 5\n',
      'club_month_returns: Gent Graslei 2026-03, EUR amount_2: stored 501, true 500\n',
    ].join(''),
    stderr: '2 figures are not what the facts say. kring rebuild mends the sums.\n',
  });
  expect((await run('rebuild')).stdout).toContain('Rebuilt the sums of 2 clubs.\n');
  expect(await run('verify')).toEqual(equal);
  await app.database.query('UPDATE introductions SET root_id = $1', [world.pia.personId]);
  const wrong = `introductions: ${origin.id}, root: stored ${world.pia.personId}, true ${world.bram.personId}`;
  expect(await run('verify')).toMatchObject({ code: 1, stdout: expect.stringContaining(wrong) });
});
