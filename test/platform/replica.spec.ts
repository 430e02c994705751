import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../src/cli/migrate.js';
import { Replica } from '../../src/platform/replica.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { Facts } from '../support/facts.js';
import { ReplicatedPostgres } from '../support/replicated-postgres.js';
import { askReturnOfSeat, reportIn } from '../support/return-report.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let servers: ReplicatedPostgres;
let app: TestApp;
let world: World;
let facts: Facts;

const spring = { from: '2026-03-01', to: '2026-05-31' };

beforeAll(async () => {
  servers = await ReplicatedPostgres.start();
  await migrate(servers.primary.url, new AbortController().signal);
  const database = { url: servers.primary.url, drop: async () => undefined };
  const settings = { DATABASE_URL: database.url, KRING_REPLICA_URL: servers.replica.url, KRING_LOG_LEVEL: 'silent' };
  app = await TestApp.startOn(database, settings);
  world = await World.build(app.database);
  facts = new Facts(app.database);
});
beforeEach(async () => {
  await lag('0');
  rest(app.application.get(Replica, { strict: false }));
});
afterAll(async () => {
  await app.stop();
  await servers.remove();
});

/** Ends the pause after a failure at once. */
function rest(replica: Replica): void {
  Object.assign(replica, { restsUntil: 0 });
}

/** From now on the replica replays what was committed only after so long. */
async function lag(time: string): Promise<void> {
  await servers.replica.command(`ALTER SYSTEM SET recovery_min_apply_delay = '${time}'`);
  await servers.replica.command('SELECT pg_reload_conf()');
}

const sell = (amountMinor: number) =>
  facts.deal({ seller: world.sara, clubId: world.ghentId, closedOn: '2026-03-02', amountMinor, direct: true });

/** How many deals the report of the seller's spring has, and by which server it was answered. */
async function dealsReported(): Promise<{ deals: number; from: 'replica' | 'primary' }> {
  const ports = new Set<number>();
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    const answer = await askReturnOfSeat(app, world.sara, world.sara.membershipId, spring);
    for (const [index, [sent]] of query.mock.calls.entries()) {
      const text: unknown = typeof sent === 'object' ? (sent as { text?: string }).text : sent;
      const { port } = query.mock.contexts[index] as Client;
      if (String(text).includes('deal_adjustments')) ports.add(port);
    }
    const [euros] = reportIn(answer).currencies;
    const from = [...ports].at(-1) === servers.replica.port ? 'replica' : 'primary';
    return { deals: euros?.return.deals ?? 0, from };
  } finally {
    query.mockRestore();
  }
}

test('the replica answers reports', async () => {
  await sell(1_000);
  expect(await dealsReported()).toEqual({ deals: 1, from: 'replica' });
});

test('a report has what was committed before it was asked for, also when the replica is a little late', async () => {
  await lag('120ms');
  const { deals: before } = await dealsReported();
  for (let more = 1; more <= 5; more += 1) {
    await sell(1_000);
    expect(await dealsReported()).toEqual({ deals: before + more, from: 'replica' });
  }
});

test('the primary answers for a replica that is too late', async () => {
  const { deals } = await dealsReported();
  await lag('1h');
  await sell(1_000);
  expect(await dealsReported()).toEqual({ deals: deals + 1, from: 'primary' });
});

test('the loss of the replica changes no answer, and when it is back it answers again', async () => {
  const { deals } = await dealsReported();
  await servers.replica.stop();
  const answers = await Promise.all(Array.from({ length: 5 }, dealsReported));
  expect(answers).toEqual(Array(5).fill({ deals, from: 'primary' }));
  await sell(1_000);
  expect(await dealsReported()).toEqual({ deals: deals + 1, from: 'primary' });
  await servers.replica.start();
  await delay(5_100);
  expect(await dealsReported()).toEqual({ deals: deals + 1, from: 'replica' });
});

test('a server that is no replica is not asked, since it may hold anything', async () => {
  const settings = { ...app.application.get<Settings>(SETTINGS), KRING_REPLICA_URL: servers.primary.url };
  const replica = new Replica(app.database, settings);
  await expect(replica.read((source) => Promise.resolve(source === app.database))).resolves.toBe(true);
  await replica.onApplicationShutdown();
});

test('what fails on both fails as it would without a replica', async () => {
  const replica = app.application.get(Replica, { strict: false });
  await expect(replica.read((source) => source.query('SELECT nonsense'))).rejects.toThrow('nonsense');
});
