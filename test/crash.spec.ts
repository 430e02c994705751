import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../src/data-source.js';
import { createTestDatabase } from './support/database.js';
import { World } from './support/world.js';

/** What a crash of the server leaves behind, with real processes: the server is killed in the middle of its work. */
const mutations = 200;
const killedAfter = 60;

interface Server {
  url: string;
  kill(): Promise<void>;
}

interface Outcome {
  /** Ids the server acknowledged before it was killed. */
  acknowledged: string[];
  /** How many of them are gone. */
  lost: number;
  /** How many rows there are in the end, after every act was sent again with its key. */
  rows: number;
}

let database: DataSource;
let databaseUrl: string;
let drop: () => Promise<void>;
let world: World;
const started: ChildProcess[] = [];

beforeAll(async () => {
  ({ url: databaseUrl, drop } = await createTestDatabase());
  database = await createDataSource(databaseUrl).initialize();
});
beforeEach(async () => {
  world = await World.build(database);
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

async function startServer(...spoilt: string[]): Promise<Server> {
  const loader = new URL('./support/typescript.mjs', import.meta.url).href;
  const child: ChildProcess = fork(fileURLToPath(new URL('./support/serve.ts', import.meta.url)), spoilt, {
    execArgv: ['--import', loader],
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl },
  });
  started.push(child);
  const [url] = (await once(child, 'message')) as [string];
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { url, kill };
}

/** Gives an inside referral; the answer's id, or null when there was no answer. */
async function give(server: Server, idempotencyKey: string): Promise<string | null> {
  const query = `mutation ($input: GiveReferralInput!) { giveReferral(input: $input) { referral { id } errors { code } } }`;
  const input = {
    idempotencyKey,
    clubId: world.ghentId,
    receiverMembershipId: world.sara.membershipId,
    need: 'Business cards',
    warmth: 5,
    consentBasis: 'ASKED_AND_AGREED',
  };
  try {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.bram.token}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const answer = (await response.json()) as { data: { giveReferral: { referral: { id: string } | null } } };
    return answer.data.giveReferral.referral?.id ?? null;
  } catch {
    return null;
  }
}

async function referrals(): Promise<string[]> {
  const rows = await database.query<{ id: string }[]>('SELECT id FROM referrals WHERE giver_id = $1', [
    world.bram.personId,
  ]);
  return rows.map((row) => row.id);
}

/** Kills the server while it works on all the mutations, starts a sound one, and sends every mutation again. */
async function crash(...spoilt: string[]): Promise<Outcome> {
  const server = await startServer(...spoilt);
  const keys = Array.from({ length: mutations }, () => randomUUID());
  const acknowledged: string[] = [];
  let killed: Promise<void> | undefined;
  await Promise.all(
    keys.map(async (key) => {
      const id = await give(server, key);
      if (id !== null && !killed) acknowledged.push(id);
      if (acknowledged.length >= killedAfter) killed ??= server.kill();
    }),
  );
  await killed;
  const kept = new Set(await referrals());
  const again = await startServer(...spoilt.filter((how) => how === 'forget-keys'));
  const retried = await Promise.all(keys.map((key) => give(again, key)));
  await again.kill();
  expect(retried).not.toContain(null);
  return {
    acknowledged,
    lost: acknowledged.filter((id) => !kept.has(id)).length,
    rows: (await referrals()).length,
  };
}

test('a server killed in the middle of 200 mutations loses none it acknowledged, and a retry doubles none', async () => {
  const { acknowledged, lost, rows } = await crash();
  expect(acknowledged.length).toBeGreaterThanOrEqual(killedAfter);
  expect(acknowledged.length).toBeLessThan(mutations);
  expect({ lost, rows }).toEqual({ lost: 0, rows: mutations });
});

test('control: a server that acknowledges before it commits is found out', async () => {
  expect((await crash('acknowledge-early')).lost).toBeGreaterThan(0);
});

test('control: a server that forgets its keys is found out', async () => {
  expect((await crash('forget-keys')).rows).toBeGreaterThan(mutations);
});
