import { newId } from '../../src/platform/id.js';
import { ClosedReferrals } from '../contacts/retention/closed-referrals.js';
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

const retention = (...parameters: string[]) =>
  kring(['retention', ...parameters], { directory, settings: { DATABASE_URL: app.databaseUrl } });

test('it tells how many are due by club, and erases them only when told to', async () => {
  const world = await World.build(app.database);
  const book = new ClosedReferrals(app, world);
  const none = 'No details of contacts are due to be erased.\n';
  expect(await retention()).toEqual({ code: 0, stdout: none, stderr: '' });
  const contactId = await book.lost('Carl');
  await app.database.query(
    `ALTER TABLE referral_moves DISABLE TRIGGER USER;
     UPDATE referral_moves SET moved_at = '2020-01-01';
     ALTER TABLE referral_moves ENABLE TRIGGER USER;
     UPDATE introductions SET recorded_at = '2020-01-01'`,
  );
  const due = 'Details are due to be erased; --erase erases them.\nGent Graslei: 1 contact\n';
  expect((await retention()).stdout).toBe(due);
  expect(await book.isErased(contactId)).toBe(false);
  expect((await retention('--erase')).stdout).toBe('Erased the details of 1 contact.\n');
  expect(await book.isErased(contactId)).toBe(true);
  expect((await retention()).stdout).toBe(none);
});

test('a command does no jobs', async () => {
  await app.database.query(`SELECT graphile_worker.add_job('mail_erasures', $1)`, [
    JSON.stringify({ ownerId: newId() }),
  ]);
  await retention();
  expect(await app.database.query('SELECT attempts FROM graphile_worker.jobs')).toEqual([{ attempts: 0 }]);
});
