import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { fields, Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let guests: Guests;
const ids: Record<string, string> = {};

const dates = { first: '2026-03-05', second: '2026-03-12', third: '2026-03-19' };

/** Three meetings of Ghent: to each some are invited, in another order than the meetings are held. */
beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  guests = new Guests(app, meetings);
  const meeting: Record<string, string> = {};
  for (const [name, day] of Object.entries(dates)) meeting[name] = await meetings.opened(`${day}T07:00:00+01:00`);
  for (const [name, at] of Object.entries({
    Emma: 'third',
    Carl: 'first',
    Dora: 'first',
    Aldo: 'second',
    Bart: 'second',
  })) {
    ids[name] = await guests.invited(world.bram, meeting[at] ?? '', name);
  }
  const act = (mutation: string, ...names: string[]) =>
    Promise.all(names.map((name) => guests.act(world.pia, mutation, ids[name] ?? '')));
  await act('confirmVisitor', 'Emma', 'Aldo');
  await act('recordVisit', 'Carl', 'Dora', 'Aldo');
  await act('recordVisitorAbsence', 'Bart');
  await act('recordVisitorFollowUp', 'Carl', 'Dora');
  await act('recordVisitorApplication', 'Dora');
});
afterAll(() => app.stop());

const list = async (actor: { token: string }, input: object = {}, id = world.ghentId) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int! = 20, $after: String, $stage: VisitorStage) {
        club(id: $id) {
          visitors(first: $first, after: $after, stage: $stage) {
            totalCount
            nodes { ${fields} firstTime visits contactDetails { email } meeting { heldOn } invitedBy { company } }
            pageInfo { endCursor hasNextPage }
          }
        }
      }`,
      { id, ...input },
    )
  ).club.visitors;
const names = (page: { nodes: { name: string }[] }) => page.nodes.map(({ name }) => name);

test('a member sees all visitors of his club, the newest meeting first', async () => {
  const all = await list(world.sara);
  expect(all.totalCount).toBe(5);
  expect(names(all)).toEqual(['Emma', 'Bart', 'Aldo', 'Dora', 'Carl']);
});

test.each([
  ['INVITED', []],
  ['CONFIRMED', ['Emma']],
  ['CAME', ['Aldo']],
  ['DID_NOT_COME', ['Bart']],
  ['FOLLOWED_UP', ['Carl']],
  ['APPLIED', ['Dora']],
])('those who are %s: %j', async (stage, expected) => {
  const found = await list(world.pia, { stage });
  expect(names(found)).toEqual(expected);
  expect(found.totalCount).toBe(expected.length);
  for (const visitor of found.nodes) expect(visitor.stage).toBe(stage);
});

test('page by page nobody is missed', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(world.pia, { first: 2, after });
    seen.push(...names(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(['Emma', 'Bart', 'Aldo', 'Dora', 'Carl']);
});

test('for all but its members there is no such list, and nobody of another club is in it', async () => {
  for (const actor of [world.tess, world.dirk, world.ada]) expect(await list(actor)).toBeNull();
  expect(await list(world.tess, {}, world.utrechtId)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('five visitors cost as many statements as one', async () => {
  const followedUp = 'came_at = now(), did_not_come_at = NULL, followed_up_at = now(), followed_up_by_id = $1';
  await app.database.query(`UPDATE visitors SET ${followedUp}`, [world.pia.personId]);
  const count = (first: number) => app.countQueries(() => list(world.pia, { first }));
  expect(await count(5)).toBe(await count(1));
});
