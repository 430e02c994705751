import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { mostStreams, OpenStreams } from '../../src/platform/graphql/open-streams.js';
import { happen } from '../meetings/live/happen.js';
import { MeetingDay } from '../meetings/meeting-day.js';
import { EventStream, waitFor } from '../support/event-stream.js';
import { type Actor, TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetingId = await new MeetingDay(app, world).opened();
});
afterAll(() => app.stop());

const follow = (fields = 'sequence', after = 0) =>
  `subscription { meetingChanged(meetingId: "${meetingId}", after: ${after}) { ${fields} } }`;
const open = (actor: Actor = world.sara) => EventStream.open({ url: app.url, actor, query: follow() });
const refused = async (actor: Actor = world.sara) => {
  const { status, code } = await EventStream.refused({ url: app.url, actor, query: follow() });
  return { status, code };
};
const openStreams = () => app.application.get(OpenStreams).count();

describe('places', () => {
  beforeEach(() => waitFor(() => openStreams() === 0, 'free place'));

  test('a person has ten, and each is free again when its client has gone', async () => {
    const streams = await Promise.all(Array.from({ length: mostStreams }, () => open()));
    expect(await refused()).toEqual({ status: 429, code: 'TOO_MANY_STREAMS' });
    const other = await open(world.bram);
    other.cut();
    streams.pop()?.cut();
    await waitFor(() => openStreams() === mostStreams - 1, 'free place');
    streams.push(await open());
    expect(await refused()).toEqual({ status: 429, code: 'TOO_MANY_STREAMS' });
    for (const stream of streams) stream.cut();
    await waitFor(() => openStreams() === 0, 'free place');
  });

  test('are not taken by what is refused, nor by strangers', async () => {
    for (let attempt = 0; attempt <= mostStreams; attempt += 1) {
      expect((await refused(world.otto)).status).toBe(404);
      expect((await refused(null)).status).toBe(401);
    }
    await waitFor(() => openStreams() === 0, 'free place');
  });
});

test('a client that reads slowly has the server read slowly, and still is told everything', async () => {
  // Forty megabytes in all: more than the network between the two holds.
  await app.database.query("UPDATE meetings SET place = repeat('x', 100000) WHERE id = $1", [meetingId]);
  const [{ last }] = await app.database.query(
    'SELECT max(sequence) + 400 AS last FROM meeting_changes WHERE meeting_id = $1',
    [meetingId],
  );
  await Promise.all(
    Array.from({ length: 400 }, () =>
      happen(app.database, { verb: 'agenda.changed', clubId: world.ghentId, subjectId: meetingId }),
    ),
  );
  const queries = jest.spyOn(Client.prototype, 'query');
  const pages = () => JSON.stringify(queries.mock.calls).split('FROM meeting_changes c').length - 1;
  const socket = await slowClient(follow('meeting { place }', last - 400));
  for (let before = -1; before !== pages(); ) {
    before = pages();
    await delay(1_500);
  }
  // A page is a hundred changes, of which most wait in the database.
  expect(pages()).toBeLessThan(3);
  queries.mockRestore();
  let text = '';
  socket.on('data', (chunk) => {
    text = (text + chunk).slice(-200_000);
  });
  socket.resume();
  await waitFor(() => text.includes(`id: ${last}\n`), 'last change');
  socket.destroy();
});

/** Asks for a stream and reads nothing of it yet. */
async function slowClient(query: string): Promise<Socket> {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  const body = JSON.stringify({ query });
  socket.pause();
  socket.write(
    [
      'POST /graphql/stream HTTP/1.1',
      `Host: ${hostname}`,
      'Accept: text/event-stream',
      'Content-Type: application/json',
      `Authorization: Bearer ${world.sara.token}`,
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
  return socket;
}
