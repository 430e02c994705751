import { MeetingStream } from '../../support/meeting-stream.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { happen } from './happen.js';

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
  for (const { membershipId } of [world.pia, world.vik, world.sara, world.bram]) {
    await meetings.record(world.pia, meetingId, [{ membershipId, letter: 'PRESENT' }]);
  }
});
afterAll(() => app.stop());

const fields = `totalCount pageInfo { hasNextPage endCursor }
  edges { cursor } nodes { sequence kind actor { givenName } letters { after membership { id } } meeting { state } }`;
const list = async (actor: { token: string }, page: object = {}) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int! = 20, $after: String) {
        meeting(id: $id) { lastChange changes(first: $first, after: $after) { ${fields} } }
      }`,
      { id: meetingId, ...page },
    )
  ).meeting;

test('the changes of a meeting are listed in their order, and a cursor is the number of a change', async () => {
  const { lastChange, changes } = await list(world.cleo, { first: 2 });
  expect(lastChange).toBe(5);
  expect(changes).toMatchObject({
    totalCount: 5,
    pageInfo: { hasNextPage: true, endCursor: '2' },
    nodes: [
      { sequence: 1, kind: 'MEETING_OPENED', actor: { givenName: 'Pia' }, letters: [], meeting: { state: 'OPEN' } },
      { sequence: 2, kind: 'MEETING_ATTENDANCE_RECORDED', letters: [{ after: 'PRESENT' }] },
    ],
  });
  const rest = await list(world.cleo, { after: '2' });
  expect(rest.changes).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false, endCursor: '5' } });
  expect(rest.changes.edges.map(({ cursor }: { cursor: string }) => cursor)).toEqual(['3', '4', '5']);
  expect((await list(world.cleo, { after: '5' })).changes).toMatchObject({ nodes: [], pageInfo: { endCursor: null } });
});

test('a client without a stream catches up with the very changes that others were told', async () => {
  const stream = await MeetingStream.open(app.url, world.sara, meetingId, 0);
  await stream.until(({ sequence }) => sequence === 5);
  const { changes } = await list(world.cleo);
  expect(changes.nodes.map(({ sequence, kind }: { sequence: number; kind: string }) => ({ sequence, kind }))).toEqual(
    stream.events.map(({ sequence, kind }) => ({ sequence, kind })),
  );
  await stream.close();
});

test('a planned meeting of which nothing is to be told yet has no changes', async () => {
  meetingId = await meetings.planned(meetings.nextThursday());
  expect(await list(world.cleo)).toMatchObject({ lastChange: 0, changes: { totalCount: 0, nodes: [] } });
});

test('they are for the members of the club alone', async () => {
  expect(await list(world.ada)).toEqual({ lastChange: null, changes: null });
  for (const actor of [world.tess, world.dirk, world.otto]) expect(await list(actor)).toBeNull();
});

test.each(['x', '-1', '1.5', '99999999999', ''])('a cursor that is %p is refused', async (after) => {
  const query = 'query ($id: UUID!, $after: String) { meeting(id: $id) { changes(after: $after) { totalCount } } }';
  expect(await app.execute(world.cleo, query, { id: meetingId, after })).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test('five changes cost as many statements as one', async () => {
  const contactId = await meetings.contact(world.cleo, 'Gust');
  const { visitor } = await app.act(world.cleo, 'inviteVisitor', { meetingId, contactId }, 'visitor { id }');
  await app.act(world.pia, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
  const membershipId = world.bram.membershipId;
  for (const verb of ['speaker.assigned', 'presentation.recorded']) {
    await happen(app.database, {
      verb,
      clubId: world.ghentId,
      actorId: world.vik.personId,
      details: { meetingId, membershipId },
    });
  }
  const query = `query ($id: UUID!, $first: Int!, $after: String) { meeting(id: $id) { lastChange changes(first: $first, after: $after) {
    nodes { kind actor { givenName } membership { company } visitor { name } letters { membership { id } } meeting { lastChange } }
  } } }`;
  const count = (first: number, after: string) =>
    app.countQueries(() => app.query(world.sara, query, { id: meetingId, first, after }));
  // The last is of a membership, one before it of a visitor, the five before of all kinds.
  const [membership, visit, all] = [await count(1, '8'), await count(1, '6'), await count(5, '4')];
  expect(all).toBeLessThanOrEqual(membership + visit);
  expect(await count(4, '1')).toBe(await count(1, '1'));
});
