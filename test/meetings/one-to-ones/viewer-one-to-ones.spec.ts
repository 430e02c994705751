import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { noon, TwoOfThem } from './two-of-them.js';

let app: TestApp;
let world: World;
let pairs: TwoOfThem;
let ids: string[];

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  pairs = new TwoOfThem(app);
  const { sara, bram, cleo, vik, ulf } = world;
  ids = [];
  for (const [minute, partner] of [bram, cleo, vik].entries())
    ids.push((await pairs.propose(sara, partner, {}, `2026-03-05T11:0${minute}:00Z`)).oneToOne.id);
  ids.push((await pairs.propose(ulf, sara, {}, '2026-03-05T11:03:00Z')).oneToOne.id);
  ids.push((await pairs.record(bram, sara, '2026-03-04', '2026-03-05T11:04:00Z')).oneToOne.id);
  await pairs.act(ulf, 'cancelOneToOne', { oneToOneId: ids[3] });
});
afterAll(() => app.stop());

const list = async (actor: { token: string }, page: object = {}) =>
  (
    await app.at(noon, () =>
      app.query(
        actor,
        `query ($state: OneToOneState, $first: Int = 20, $after: String) {
          viewer { oneToOnes(state: $state, first: $first, after: $after) {
            totalCount pageInfo { endCursor hasNextPage }
            nodes { id state proposer { givenName } partner { givenName } recordedBy { id } viewerCan { accept } }
          } }
        }`,
        page,
      ),
    )
  ).viewer.oneToOnes;
const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

test('everybody sees his own, proposed or recorded by either, the latest first', async () => {
  // Recording one with Bram turned the first proposal, which had no time, into what was held.
  expect(ids[4]).toBe(ids[0]);
  const { nodes, totalCount } = await list(world.sara);
  expect(nodes.map(({ id }: { id: string }) => id)).toEqual([ids[3], ids[2], ids[1], ids[0]]);
  expect(totalCount).toBe(4);
  expect(idsOf(await list(world.ulf))).toEqual([ids[3]]);
  for (const actor of [world.pia, world.ada, world.dirk, world.otto]) expect(idsOf(await list(actor))).toEqual([]);
});

test('a state leaves those that are in it', async () => {
  expect(idsOf(await list(world.sara, { state: 'PROPOSED' }))).toEqual([ids[2], ids[1]]);
  expect(idsOf(await list(world.sara, { state: 'HELD' }))).toEqual([ids[0]]);
  expect(idsOf(await list(world.sara, { state: 'CANCELLED' }))).toEqual([ids[3]]);
  expect(await list(world.sara, { state: 'ACCEPTED' })).toMatchObject({ nodes: [], totalCount: 0 });
});

test('the list has pages', async () => {
  const { nodes, pageInfo } = await list(world.sara, { first: 3 });
  expect(pageInfo.hasNextPage).toBe(true);
  expect(nodes).toHaveLength(3);
  expect(idsOf(await list(world.sara, { first: 3, after: pageInfo.endCursor }))).toEqual([ids[0]]);
});

test('four one-to-ones cost as many statements as one', async () => {
  const count = (first: number) => app.countQueries(() => list(world.sara, { first }));
  expect(await count(4)).toBe(await count(1));
});
