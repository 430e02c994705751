import type { DataSource } from 'typeorm';
import type { Cast } from './cast.js';
import { quantile } from './medians.js';
import { callOf, type Operation, operations } from './operations.js';
import { createFunctions, dropFunctions } from './postgraphile-functions.sql.js';
import { ServerProcess } from './process.js';

const names = ['floor', 'postgraphile', 'kring'] as const;
type Name = (typeof names)[number];
type Servers = Record<Name, ServerProcess>;

/** What was measured of one server for one operation: per request, one entry for each round, and each latency. */
interface Measured {
  cpuMilliseconds: number[];
  latencyMilliseconds: number[];
}

const rounds = 9;
const requestsPerRound = 200;
const warmUp = 300;
const atOnce = 4;

/**
 * The same four things from three servers on one database, in turn, round by round: the time each server's process
 * computes per request, and how long a request takes; then the ratios of the medians.
 */
export async function compareHotPaths(database: DataSource, url: string, cast: Cast): Promise<void> {
  await database.query(createFunctions);
  const env = { DATABASE_URL: url, GRAPHILE_ENV: 'production' };
  const servers: Servers = {
    floor: await ServerProcess.start('./floor.ts', env),
    postgraphile: await ServerProcess.start('./postgraphile.ts', env),
    kring: await ServerProcess.start('./server.ts', env),
  };
  try {
    for (const operation of operations) print(operation, await compare(servers, operation, cast));
  } finally {
    for (const server of Object.values(servers)) server.stop();
    await database.query(dropFunctions);
  }
}

async function compare(servers: Servers, operation: Operation, cast: Cast): Promise<Record<Name, Measured>> {
  const measured = Object.fromEntries(
    names.map((name) => [name, { cpuMilliseconds: [], latencyMilliseconds: [] }]),
  ) as unknown as Record<Name, Measured>;
  let n = 0;
  const many = async (name: Name, count: number): Promise<number[]> => {
    const latencies: number[] = [];
    const last = n + count;
    const caller = async () => {
      while (n < last) {
        n += 1;
        const begun = performance.now();
        await servers[name].call(callOf(operation, name, cast, n));
        latencies.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, caller));
    return latencies;
  };
  for (const name of names) await many(name, warmUp);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const before = await servers[name].usage();
      measured[name].latencyMilliseconds.push(...(await many(name, requestsPerRound)));
      const after = await servers[name].usage();
      measured[name].cpuMilliseconds.push((after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / requestsPerRound);
    }
  }
  return measured;
}

function print({ name, targets }: Operation, measured: Record<Name, Measured>): void {
  const cpu = (of: Name) => quantile(measured[of].cpuMilliseconds);
  console.log(`\n${name}: ${rounds} rounds of ${requestsPerRound} requests, ${atOnce} at once`);
  for (const of of names) {
    const { latencyMilliseconds } = measured[of];
    console.log(
      `  ${of.padEnd(13)} ${cpu(of).toFixed(3)} ms of computing per request   latency p50 ${quantile(latencyMilliseconds).toFixed(2)} ms, p95 ${quantile(latencyMilliseconds, 0.95).toFixed(2)} ms`,
    );
  }
  for (const other of ['floor', 'postgraphile'] as const) {
    const ratio = cpu('kring') / cpu(other);
    const verdict = ratio <= targets[other] ? 'met' : 'missed';
    console.log(`  kring / ${other.padEnd(13)} ${ratio.toFixed(2)} (target: at most ${targets[other]}, ${verdict})`);
  }
}
