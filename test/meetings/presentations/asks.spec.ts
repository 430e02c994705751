import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
afterAll(() => app.stop());

type Actor = { token: string };
/** Thursdays in Ghent; the viewer looks on the last. */
const [first, second, today] = ['2026-03-05T07:00:00+01:00', '2026-03-12T07:00:00+01:00', '2026-04-30T07:30:00+02:00'];
const record = async (actor: CastMember, meetingId: string, ask: string | null, kind = 'WEEKLY') => {
  const { presentation } = await app.act(actor, 'recordPresentation', { meetingId, kind, ask }, 'presentation { id }');
  return presentation.id;
};
const asks = async (actor: Actor, page = 'first: 20', instant = today) =>
  (
    await app.at(instant, () =>
      app.query(
        actor,
        `query ($id: UUID!) {
          club(id: $id) { asks(${page}) { totalCount pageInfo { endCursor hasNextPage } nodes { ask kind meeting { heldOn } } } }
        }`,
        { id: world.ghentId },
      ),
    )
  ).club.asks;
const texts = async (actor: Actor, page?: string, instant?: string) =>
  (await asks(actor, page, instant)).nodes.map(({ ask }: { ask: string }) => ask);

test('a club asks for what each member asked for last, of the latest meeting first', async () => {
  const [march5, march12] = [await meetings.opened(first), await meetings.opened(second)];
  await record(world.sara, march12, 'Sara, later');
  await record(world.sara, march5, 'Sara, earlier');
  await record(world.bram, march5, 'Bram');
  await record(world.bram, march12, null);
  await record(world.vik, march5, null);
  await record(world.cleo, march12, 'Cleo, weekly');
  await record(world.cleo, march12, 'Cleo, feature', 'FEATURE');
  expect(await asks(world.pia)).toMatchObject({
    totalCount: 3,
    nodes: [
      { ask: 'Cleo, feature', kind: 'FEATURE', meeting: { heldOn: '2026-03-12' } },
      { ask: 'Sara, later', kind: 'WEEKLY', meeting: { heldOn: '2026-03-12' } },
      { ask: 'Bram', meeting: { heldOn: '2026-03-05' } },
    ],
  });
  const page = await asks(world.pia, 'first: 2');
  expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(await texts(world.pia, `first: 2, after: "${page.pageInfo.endCursor}"`)).toEqual(['Bram']);
});

test('an ask is current for eight weeks, and before its meeting too', async () => {
  await record(world.sara, await meetings.planned(first), 'Sara');
  expect(await texts(world.pia, 'first: 5', '2026-03-01T09:00:00+01:00')).toEqual(['Sara']);
  expect(await texts(world.pia, 'first: 5', '2026-04-30T23:59:00+02:00')).toEqual(['Sara']);
  expect(await texts(world.pia, 'first: 5', '2026-05-01T00:01:00+02:00')).toEqual([]);
});

test('who has left asks for nothing any more, and what was cancelled counts for nothing', async () => {
  const [march5, march12] = [await meetings.planned(first), await meetings.planned(second)];
  await record(world.sara, march5, 'Sara');
  await record(world.bram, march5, 'Bram');
  await record(world.bram, march12, 'Bram, in the snow');
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: march12, reason: 'Snow' });
  await app.act(
    world.pia,
    'endMembership',
    { membershipId: world.sara.membershipId, leftOn: '2026-04-30' },
    'membership { id }',
  );
  expect(await texts(world.pia)).toEqual(['Bram']);
  expect(await texts(world.pia, 'first: 5', '2026-04-29T12:00:00+02:00')).toEqual(['Bram', 'Sara']);
});

test('asks and presentations are for the club; other clubs, directors and administrators see the directory alone', async () => {
  const meetingId = await meetings.opened(first);
  await record(world.sara, meetingId, 'Sara');
  const ofSara = async (actor: Actor) =>
    (
      await app.query(
        actor,
        'query ($id: UUID!) { membership(id: $id) { presentations { totalCount nodes { ask } } } }',
        { id: world.sara.membershipId },
      )
    ).membership.presentations;
  for (const actor of [world.ulf, world.dirk, world.ada]) {
    expect(await asks(actor)).toBeNull();
    expect(await ofSara(actor)).toBeNull();
  }
  expect(await ofSara(world.bram)).toEqual({ totalCount: 1, nodes: [{ ask: 'Sara' }] });
});

test('the presentations of a member are listed with the latest first', async () => {
  const record5 = await record(world.sara, await meetings.opened(first), 'first');
  await record(world.sara, await meetings.opened(second), 'second');
  await record(world.bram, await meetings.planned('2026-03-19T07:00:00+01:00'), 'of somebody else');
  const query = `query ($id: UUID!, $first: Int!, $after: String) {
    membership(id: $id) { presentations(first: $first, after: $after) { pageInfo { endCursor } nodes { id ask } } }
  }`;
  const list = async (variables: object) =>
    (await app.query(world.pia, query, { id: world.sara.membershipId, ...variables })).membership.presentations;
  const page = await list({ first: 1 });
  expect(page.nodes).toMatchObject([{ ask: 'second' }]);
  expect((await list({ first: 5, after: page.pageInfo.endCursor })).nodes).toEqual([{ id: record5, ask: 'first' }]);
});

test('five asks cost as many statements as one', async () => {
  const meetingId = await meetings.opened(first);
  for (const actor of [world.pia, world.vik, world.sara, world.bram, world.cleo]) await record(actor, meetingId, 'Me');
  const count = (page: string) => app.countQueries(() => asks(world.sara, page));
  expect(await count('first: 5')).toBe(await count('first: 1'));
});
