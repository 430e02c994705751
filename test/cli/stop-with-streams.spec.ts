import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { serve, workingDirectory } from '../support/kring-process.js';
import { MeetingStream } from '../support/meeting-stream.js';
import { World } from '../support/world.js';

let directory: string;
let remove: () => Promise<void>;
let database: TestDatabase;
let dataSource: DataSource;
let world: World;

beforeAll(async () => {
  ({ directory, remove } = await workingDirectory());
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  world = await World.build(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await remove();
  await database.drop();
});

test('a server that is told to stop does not wait for those who follow a meeting', async () => {
  const meetingId = '0191f3a0-0000-7000-8000-000000000001';
  await dataSource.query(
    `INSERT INTO meetings (id, club_id, starts_at, held_on, minutes, state, created_at)
     VALUES ($1, $2, '2026-03-05T06:00:00Z', '2026-03-05', 90, 'planned', '2026-01-01')`,
    [meetingId, world.ghentId],
  );
  const server = serve({ directory, settings: { DATABASE_URL: database.url } });
  const url = await server.url();
  const streams = await Promise.all([world.sara, world.bram].map((actor) => MeetingStream.open(url, actor, meetingId)));
  const begun = performance.now();
  const ended = await server.end('SIGTERM');
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Kring has stopped.'), stderr: '' });
  for (const stream of streams) expect(await stream.end()).toBe('broken');
});
