import type { DataSource } from 'typeorm';
import { worldCast } from '../src/cli/world/world-cast.js';
import { signIn } from './cast.js';
import { ServerProcess } from './process.js';

/** The most memory the server may hold while it sends a file of a million rows. */
const mostMegabytes = 300;
const sampleMilliseconds = 100;

/**
 * The longest file there is, the clubs of a whole network by month and measure, as the network's director takes it:
 * how many rows it has, how long it takes, and how much memory the server holds meanwhile.
 */
export async function measureExport(database: DataSource, url: string): Promise<void> {
  const { networkDirector } = await worldCast(database);
  const token = await signIn(database, networkDirector.personId);
  const [{ id }] = await database.query<[{ id: string }]>(`SELECT id FROM regions WHERE kind = 'network'`);
  const server = await ServerProcess.start('./server.ts', { DATABASE_URL: url });
  let most = 0;
  const watching = setInterval(async () => {
    most = Math.max(most, (await server.usage()).residentBytes);
  }, sampleMilliseconds);
  try {
    const begun = performance.now();
    const response = await fetch(`${server.address}/exports/clubs.csv?region=${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok || !response.body) throw new Error(`The export answered ${response.status}.`);
    let rows = 0;
    for await (const chunk of response.body) for (const byte of chunk) if (byte === 10) rows += 1;
    const seconds = (performance.now() - begun) / 1000;
    const megabytes = most / 2 ** 20;
    const verdict = megabytes < mostMegabytes ? 'met' : 'missed';
    console.log(
      `\nExport of the clubs of a network by month: ${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s`,
    );
    console.log(`  the server held ${megabytes.toFixed(0)} MB at most (target: below ${mostMegabytes}, ${verdict})`);
  } finally {
    clearInterval(watching);
    server.stop();
  }
}
