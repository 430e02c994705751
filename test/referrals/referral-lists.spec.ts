import { Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let given: string[];

beforeAll(async () => {
  app = await TestApp.start();
});
/** Bram gives Sara five referrals, on five days. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  given = [];
  for (const day of ['02', '03', '04', '05', '06']) {
    const prospect = { contactId: await circle.contact(world.bram, `Carl of the ${day}th`) };
    const give = () => circle.refer(world.bram, world.sara, { prospect });
    given.push((await app.at(`2026-03-${day}T09:00:00Z`, give)).referral.id);
  }
});
afterAll(() => app.stop());

type List = 'referralsGiven' | 'referralsReceived';
const nested = `id need stage promiseExperience inside giver { givenName } receiver { givenName } viewerCan { followUp }
  introduction { degree introducedContact { name role } introducer { givenName } root { givenName } }`;
const list = async (viewer: CastMember, name: List, variables: object = {}) => {
  const query = `query ($first: Int! = 20, $after: String) {
    viewer { ${name}(first: $first, after: $after) { totalCount nodes { ${nested} } pageInfo { hasNextPage endCursor } } }
  }`;
  return (await app.query(viewer, query, variables)).viewer[name];
};
const ids = (page: { nodes: { id: string }[] }) => page.nodes.map((node) => node.id);

test('the giver finds what he gave and the receiver what he received, the latest first', async () => {
  const latestFirst = [...given].reverse();
  expect(ids(await list(world.bram, 'referralsGiven'))).toEqual(latestFirst);
  expect(ids(await list(world.sara, 'referralsReceived'))).toEqual(latestFirst);
  for (const [viewer, name] of [
    [world.bram, 'referralsReceived'],
    [world.sara, 'referralsGiven'],
    [world.pia, 'referralsGiven'],
    [world.cleo, 'referralsReceived'],
  ] as const) {
    expect(await list(viewer, name)).toMatchObject({ totalCount: 0, nodes: [] });
  }
});

test('page after page holds all', async () => {
  const first = await list(world.sara, 'referralsReceived', { first: 3 });
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const rest = await list(world.sara, 'referralsReceived', { first: 3, after: first.pageInfo.endCursor });
  expect(rest.pageInfo.hasNextPage).toBe(false);
  expect([first, rest].flatMap(ids)).toEqual([...given].reverse());
});

test('five cost as many statements as one', async () => {
  for (const [viewer, name] of [
    [world.bram, 'referralsGiven'],
    [world.sara, 'referralsReceived'],
  ] as const) {
    const count = (first: number) => app.countQueries(() => list(viewer, name, { first }));
    expect(await count(5)).toBe(await count(1));
  }
});

describe('moves', () => {
  const moves = async (viewer: CastMember, variables: object = {}) => {
    const query = `query ($id: UUID!, $first: Int! = 20, $after: String) {
      referral(id: $id) {
        moves(first: $first, after: $after) {
          totalCount nodes { toStage movedAt movedBy { givenName } } pageInfo { hasNextPage endCursor }
        }
      }
    }`;
    return (await app.query(viewer, query, { id: given[0], ...variables })).referral.moves;
  };
  const stages = (page: { nodes: { toStage: string }[] }) => page.nodes.map((node) => node.toStage);

  beforeEach(async () => {
    for (const to of ['PROSPECT', 'HOT_PROSPECT', 'CUSTOMER', 'SUSPECT']) {
      const input = { referralId: given[0], to, note: 'so' };
      await app.act(world.sara, 'moveReferral', input, 'referral { id }');
    }
  });

  test('are read by giver and receiver, the first first, page after page', async () => {
    for (const viewer of [world.bram, world.sara]) {
      const first = await moves(viewer, { first: 3 });
      const rest = await moves(viewer, { first: 3, after: first.pageInfo.endCursor });
      expect(first.totalCount).toBe(5);
      expect([first, rest].flatMap(stages)).toEqual(['SUSPECT', 'PROSPECT', 'HOT_PROSPECT', 'CUSTOMER', 'SUSPECT']);
    }
  });

  test('of five cost as many statements as one', async () => {
    const count = (first: number) => app.countQueries(() => moves(world.bram, { first }));
    expect(await count(5)).toBe(await count(1));
  });
});
