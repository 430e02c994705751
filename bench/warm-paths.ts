import type { DataSource } from 'typeorm';
import { viewerOf } from '../src/identity/viewer.sql.js';
import { plainWords } from '../src/network/paths/plain-words.sql.js';
import { wantedWords, wordsIn } from '../src/network/paths/search-words.js';
import { warmPathRows } from '../src/network/paths/warm-paths.sql.js';
import { shiftDay } from '../src/platform/clock.js';
import { signIn } from './cast.js';
import { quantile } from './medians.js';
import { ServerProcess } from './process.js';

/** From narrow to broad, in both languages, one with a typo. */
const searches = [
  'facility manager of a hospital in Ghent',
  'facility manager ziekenhuis Gent',
  'aankoper bouwbedrijf Antwerpen',
  'directeur school Leuven',
  'facilty manager',
  'tandarts Utrecht',
  'hotel Brugge',
  'notaris',
];
const searchers = 4;
const query = `query ($search: String!) { warmPaths(search: $search) { members(first: 50) { nodes { degree ask { id } } } } }`;

interface Searcher {
  personId: string;
  token: string;
}

/** Each search by each searcher, through GraphQL and as the statement alone, in turn; prints medians and their ratio. */
export async function compareWarmPaths(database: DataSource, url: string): Promise<void> {
  const people = await findSearchers(database);
  // Answers are held back to full steps of time so that it tells nothing; what they cost is measured without.
  const server = await ServerProcess.start('./server.ts', { DATABASE_URL: url, KRING_SEARCH_STEP_MILLISECONDS: '0' });
  try {
    const times: Record<'graphql' | 'sql', number[]> = { graphql: [], sql: [] };
    let found = 0;
    for (const [round, search] of [searches[0] ?? '', ...searches].entries()) {
      for (const person of people) {
        const begun = performance.now();
        const shown = await ask(server, person, search);
        const between = performance.now();
        const rows = await searchPlainly(database, person, search);
        // The first round warms up both.
        if (round === 0) continue;
        if (shown !== rows) throw new Error(`"${search}" found ${shown} through GraphQL and ${rows} by SQL.`);
        times.graphql.push(between - begun);
        times.sql.push(performance.now() - between);
        found += shown;
      }
    }
    print(times, found);
  } finally {
    server.stop();
  }
}

async function ask(server: ServerProcess, { token }: Searcher, search: string): Promise<number> {
  const answer = await server.call({ path: '/graphql', token, body: { query, variables: { search } } });
  const { data } = JSON.parse(answer) as { data: { warmPaths: { members: { nodes: unknown[] } } } };
  return data.warmPaths.members.nodes.length;
}

async function searchPlainly(database: DataSource, { personId }: Searcher, search: string): Promise<number> {
  const now = new Date();
  const { clubIds } = await viewerOf(database, personId, now);
  const wanted = wantedWords(await plainWords(database, wordsIn(search)));
  const strongSince = shiftDay(now.toISOString().slice(0, 10), { months: -12 });
  const rows = await warmPathRows(database, { personId, asOf: now, clubIds, reach: 'network', wanted, strongSince });
  return rows.length;
}

/** Members from all over the world who share with the network, each with a session. */
async function findSearchers(database: DataSource): Promise<Searcher[]> {
  const people = await database.query<{ personId: string }[]>(
    `SELECT person_id AS "personId" FROM sharings WHERE level = 'network' ORDER BY md5(person_id::text) LIMIT $1`,
    [searchers],
  );
  return Promise.all(people.map(async ({ personId }) => ({ personId, token: await signIn(database, personId) })));
}

function print({ graphql, sql }: Record<'graphql' | 'sql', number[]>, found: number): void {
  const at = quantile;
  const line = (name: string, times: number[]) =>
    console.log(`  ${name.padEnd(22)} p50 ${at(times, 0.5).toFixed(1)} ms   p95 ${at(times, 0.95).toFixed(1)} ms`);
  console.log(`Warm paths: ${graphql.length} searches by ${searchers} members, ${found} members found.`);
  line('through GraphQL', graphql);
  line('its own plain SQL', sql);
  console.log(`  ratio of the medians   ${(at(graphql, 0.5) / at(sql, 0.5)).toFixed(2)} (target: below 2)`);
}
