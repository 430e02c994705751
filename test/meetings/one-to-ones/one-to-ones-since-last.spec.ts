import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { TwoOfThem } from './two-of-them.js';

let app: TestApp;
let world: World;
let pairs: TwoOfThem;
let meetings: MeetingDay;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  pairs = new TwoOfThem(app);
  meetings = new MeetingDay(app, world);
});
afterEach(() => app.stop());

const later = '2026-04-01T12:00:00+02:00';
const held = (a: { token: string }, b: { personId: string }, day: string) => pairs.record(a, b, day, later);
const sinceLast = async (actor: { token: string }, id: string, page: object = {}) =>
  (
    await app.at(later, () =>
      app.query(
        actor,
        `query ($id: UUID!, $first: Int = 20, $after: String) { meeting(id: $id) {
          oneToOnesSinceLast(first: $first, after: $after) {
            totalCount pageInfo { endCursor } nodes { heldOn between { givenName } }
          }
        } }`,
        { id, ...page },
      ),
    )
  ).meeting.oneToOnesSinceLast;
const lines = async (actor: { token: string }, id: string, page: object = {}): Promise<string[]> =>
  (await sinceLast(actor, id, page)).nodes.map(
    ({ heldOn, between }: { heldOn: string; between: { givenName: string }[] }) =>
      [heldOn, ...between.map(({ givenName }) => givenName)].join(' '),
  );

test('a meeting shows who met after the day of the last closed meeting, up to its own day', async () => {
  await meetings.closed('2026-03-05T07:00:00+01:00');
  const second = await meetings.closed('2026-03-12T07:00:00+01:00');
  const third = await meetings.opened('2026-03-19T07:00:00+01:00');
  for (const day of ['04', '05', '06', '12', '13', '19', '20']) await held(world.bram, world.sara, `2026-03-${day}`);
  expect(await lines(world.cleo, second)).toEqual(['2026-03-06 Sara Bram', '2026-03-12 Sara Bram']);
  expect(await lines(world.cleo, third)).toEqual(['2026-03-13 Sara Bram', '2026-03-19 Sara Bram']);
});

test('a meeting that was not closed does not divide them, and the first shows all until then', async () => {
  const first = await meetings.closed('2026-03-05T07:00:00+01:00');
  await meetings.opened('2026-03-12T07:00:00+01:00');
  const third = await meetings.planned('2026-03-19T07:00:00+01:00');
  for (const day of ['02-01', '03-05', '03-11', '03-13']) await held(world.sara, world.bram, `2026-${day}`);
  expect(await lines(world.cleo, first)).toEqual(['2026-02-01 Sara Bram', '2026-03-05 Sara Bram']);
  expect(await lines(world.cleo, third)).toEqual(['2026-03-11 Sara Bram', '2026-03-13 Sara Bram']);
});

test('one side at least had a seat in the club on that day', async () => {
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  const lou = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-03-10');
  await world.seat(lou.personId, world.utrechtId, 'Jeweller');
  await held(world.ulf, world.sara, '2026-03-06');
  await held(world.ulf, world.tess, '2026-03-07');
  await held(lou, world.ulf, '2026-03-08');
  await held(lou, world.ulf, '2026-03-11');
  expect(await lines(world.cleo, meetingId)).toEqual(['2026-03-06 Sara Ulf', '2026-03-11 Ulf Lou']);
});

test('people of other networks stay unknown to the club', async () => {
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  const foreign = await World.build(app.database);
  await foreign.seat(world.sara.personId, foreign.ghentId, 'Weaver');
  expect((await held(world.sara, foreign.bram, '2026-03-06')).errors).toEqual([]);
  await held(world.sara, world.bram, '2026-03-07');
  expect(await lines(world.sara, meetingId)).toEqual(['2026-03-07 Sara Bram']);
});

test('neither what is proposed nor what was withdrawn is shown', async () => {
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  await pairs.accepted(world.sara, world.bram);
  const { oneToOne } = await held(world.sara, world.cleo, '2026-03-06');
  await pairs.act(world.cleo, 'withdrawOneToOne', { oneToOneId: oneToOne.id, reason: 'We did not' }, later);
  expect(await sinceLast(world.sara, meetingId)).toMatchObject({ nodes: [], totalCount: 0 });
});

test('who met is for the members of the club; others, the administrator among them, find nothing', async () => {
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  await held(world.sara, world.bram, '2026-03-06');
  expect(await lines(world.vik, meetingId)).toHaveLength(1);
  expect(await sinceLast(world.ada, meetingId)).toBeNull();
});

test('the list has pages, and five cost as many statements as one', async () => {
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  for (const other of [world.pia, world.vik, world.bram, world.cleo, world.tess])
    await held(world.sara, other, '2026-03-06');
  const { pageInfo, totalCount } = await sinceLast(world.sara, meetingId, { first: 3 });
  expect(totalCount).toBe(5);
  expect(await lines(world.sara, meetingId, { first: 3, after: pageInfo.endCursor })).toHaveLength(2);
  const count = (first: number) => app.countQueries(() => sinceLast(world.pia, meetingId, { first }));
  expect(await count(5)).toBe(await count(1));
});
