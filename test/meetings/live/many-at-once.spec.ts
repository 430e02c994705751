import { setTimeout as delay } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../../src/application.js';
import { listenerName } from '../../../src/platform/database-listener.js';
import { readSettings } from '../../../src/platform/settings.js';
import { MeetingStream } from '../../support/meeting-stream.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
beforeEach(async () => {
  meetingId = await meetings.opened(meetings.nextThursday());
});
afterAll(() => app.stop());

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const cast = () => [world.pia, world.vik, world.sara, world.bram, world.cleo];
const record = (index: number) => {
  const letter = ['PRESENT', 'LATE', 'ABSENT'][index % 3];
  const membershipId = cast()[index % 5]?.membershipId;
  return meetings.record(index % 2 ? world.pia : world.vik, meetingId, [{ membershipId, letter }]);
};
const listening = (): Promise<{ pid: number }[]> =>
  app.database.query('SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()', [
    listenerName,
  ]);

test('twenty who record at once and five who follow: each is told everything once, in the order in which it was', async () => {
  const streams = await Promise.all(cast().map((actor) => MeetingStream.open(app.url, actor, meetingId, 0)));
  await Promise.all(
    upTo(20).map(async (writer) => {
      for (const act of upTo(3)) await record(writer + act);
    }),
  );
  for (const stream of streams) {
    await stream.until(({ sequence }) => sequence === 61);
    expect(stream.sequences).toEqual(upTo(61));
    expect(stream.errors).toEqual([]);
    expect(stream.events).toEqual(streams[0]?.events);
    // What a letter was before is what the change before has made it.
    const letters = new Map<string, string>();
    for (const { membership, before, after } of stream.events.flatMap((change) => change.letters)) {
      expect(before).toBe(letters.get(membership.id) ?? null);
      letters.set(membership.id, after);
    }
  }
  await Promise.all(streams.map((stream) => stream.close()));
});

test('whoever is cut off again and again misses nothing and is told nothing twice', async () => {
  const stream = await MeetingStream.open(app.url, world.sara, meetingId);
  let recording = true;
  const recorded = Promise.all(
    upTo(6).map(async (writer) => {
      for (const act of upTo(8)) await record(writer + act);
    }),
  ).finally(() => {
    recording = false;
  });
  let cuts = 0;
  while (recording) {
    await delay(20 + 11 * (cuts % 5));
    stream.cut();
    await delay(7 * (cuts % 3));
    await stream.resume();
    cuts += 1;
  }
  await recorded;
  await stream.until(({ sequence }) => sequence === 49);
  expect(cuts).toBeGreaterThan(3);
  expect(stream.sequences).toEqual(upTo(49, 2));
  await stream.close();
});

test('of the last event a client has had and of the change it asks to begin after, the later one counts', async () => {
  for (const index of upTo(4)) await record(index);
  const stream = await MeetingStream.open(app.url, world.sara, meetingId, 3);
  await stream.until(({ sequence }) => sequence === 5);
  stream.cut();
  await record(5);
  await stream.resume();
  await stream.until(({ sequence }) => sequence === 6);
  expect(stream.sequences).toEqual([4, 5, 6]);
  await stream.close();
});

test('the stream goes on when the connection that listens is killed, and what happened meanwhile comes at once', async () => {
  const stream = await MeetingStream.open(app.url, world.sara, meetingId);
  await record(1);
  await stream.until(({ sequence }) => sequence === 2);
  const [before, ...more] = await listening();
  expect(more).toEqual([]);
  await app.database.query('SELECT pg_terminate_backend($1)', [before?.pid]);
  const killedAt = performance.now();
  await record(2);
  await stream.until(({ sequence }) => sequence === 3);
  // It would look by itself after fifteen seconds.
  expect(performance.now() - killedAt).toBeLessThan(5_000);
  await record(3);
  await stream.until(({ sequence }) => sequence === 4);
  const [after] = await listening();
  expect(after?.pid).not.toBe(before?.pid);
  expect(stream.sequences).toEqual([2, 3, 4]);
  await stream.close();
});

describe('with a second server on the same database', () => {
  let second: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    const settings = { ...readSettings({ KRING_LOG_LEVEL: 'error' }), DATABASE_URL: app.databaseUrl };
    second = await createApplication(settings);
    await second.listen(0, '127.0.0.1');
    url = await second.getUrl();
  });

  test('what is recorded at one is told at the other, and a client may come back to either', async () => {
    const stream = await MeetingStream.open(url, world.sara, meetingId);
    await record(1);
    await stream.until(({ sequence }) => sequence === 2);
    stream.cut();
    await record(2);
    const other = await MeetingStream.open(app.url, world.sara, meetingId, 2);
    await other.until(({ sequence }) => sequence === 3);
    expect(other.sequences).toEqual([3]);
    await other.close();
  });

  test('one that stops cuts its streams at once and completes none, so that their clients come back', async () => {
    const streams = await Promise.all(cast().map((actor) => MeetingStream.open(url, actor, meetingId)));
    await record(1);
    for (const stream of streams) await stream.until(({ sequence }) => sequence === 2);
    const begun = performance.now();
    await second.close();
    expect(performance.now() - begun).toBeLessThan(3_000);
    for (const stream of streams) expect(await stream.end()).toBe('broken');
    expect(await listening()).toHaveLength(1);
  });
});
