import type { DataSource } from 'typeorm';
import { signIn } from './cast.js';
import { quantile } from './medians.js';
import { ServerProcess } from './process.js';

/** The largest factor by which a report may be slower in the whole world than in a hundredth of it. */
const largestGrowth = 1.5;

/** How many members and clubs are drawn, and how often each is asked about; the first time only warms up. */
const drawn = 40;
const times = 4;

/** Medians of the latency of reports in one world, in milliseconds. */
export interface ReportLatency {
  clubs: number;
  member: number;
  club: number;
}

interface Asked {
  token: string;
  seatId: string;
  clubId: string;
}

const figures = `currencies { return { deals amount { amount } } byDegree { degree deals amount { amount } }
  byMonth { month direct { amount } indirect { amount } } indirectShare { share deals interval { low high } } }
  referralsReceived { count converted } before { currencies { return { deals } } }`.replace(/\s+/g, ' ');
const queries = {
  member: `query ($seatId: UUID!, $period: PeriodInput!) { membership(id: $seatId) { returnReport(period: $period) { ${figures} } } }`,
  club: `query ($clubId: UUID!, $period: PeriodInput!) { club(id: $clubId) { returnReport(period: $period) { ${figures} } } }`,
};

/** How long the reports of members and clubs drawn from all over a world take, through the shipped server. */
export async function reportLatency(database: DataSource, url: string, period: object): Promise<ReportLatency> {
  const asked = await draw(database);
  const server = await ServerProcess.start('./server.ts', { DATABASE_URL: url });
  try {
    const median = async (kind: 'member' | 'club'): Promise<number> => {
      const latencies: number[] = [];
      for (let time = 0; time < times; time += 1) {
        for (const { token, seatId, clubId } of asked) {
          const variables = kind === 'member' ? { seatId, period } : { clubId, period };
          const begun = performance.now();
          await server.call({ path: '/graphql', token, body: { query: queries[kind], variables } });
          if (time > 0) latencies.push(performance.now() - begun);
        }
      }
      return quantile(latencies);
    };
    const [{ clubs }] = await database.query<[{ clubs: number }]>('SELECT count(*)::int AS clubs FROM clubs');
    return { clubs, member: await median('member'), club: await median('club') };
  } finally {
    server.stop();
  }
}

/** Prints how the medians grow from the smallest world to the largest. */
export function printGrowth(worlds: readonly ReportLatency[]): void {
  const ordered = [...worlds].sort((a, b) => a.clubs - b.clubs);
  console.log(`\nReports as the world grows: p50 of ${drawn} drawn at random, ${times - 1} times each`);
  for (const { clubs, member, club } of ordered) {
    const name = `${clubs} clubs`.padEnd(13);
    console.log(`  ${name} a member's ${member.toFixed(1)} ms   a club's ${club.toFixed(1)} ms`);
  }
  const [first, last] = [ordered.at(0), ordered.at(-1)];
  if (!first || !last || first === last) return;
  for (const kind of ['member', 'club'] as const) {
    const growth = last[kind] / first[kind];
    const verdict = growth <= largestGrowth ? 'met' : 'missed';
    console.log(`  ${kind.padEnd(13)} ${growth.toFixed(2)} times (target: at most ${largestGrowth}, ${verdict})`);
  }
}

async function draw(database: DataSource): Promise<Asked[]> {
  const seats = await database.query<{ seatId: string; clubId: string; personId: string }[]>(
    `SELECT id AS "seatId", club_id AS "clubId", person_id AS "personId"
     FROM memberships WHERE left_on IS NULL ORDER BY md5(id::text) LIMIT $1`,
    [drawn],
  );
  return Promise.all(
    seats.map(async ({ personId, ...seat }) => ({ ...seat, token: await signIn(database, personId) })),
  );
}
