import { Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let sold: string[];

const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];

beforeAll(async () => {
  app = await TestApp.start();
});
/** Sara sells to five clients of Bram, on five days, recorded in another order; each sale is split and refunded a bit. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  const recorded = new Map<string, string>();
  for (const closedOn of [...days.slice(2), ...days.slice(0, 2)]) {
    const contactId = await circle.contact(world.bram, `Client of ${closedOn}`);
    await circle.introduce(world.bram, { contactId }, world.sara, { happenedOn: '2026-03-01' });
    recorded.set(closedOn, (await circle.sell(world.sara, { contactId }, { closedOn })).deal.id);
  }
  sold = days.map((day) => recorded.get(day) ?? '').reverse();
});
afterAll(() => app.stop());

type List = 'deals' | 'dealsCredited';
const nested = `id degree direct repeat closedOn description seller { givenName } root { givenName } buyerContact { name }
  buyerPerson { givenName } origin { degree introducer { givenName } } amount { amount } netAmount { amount }
  amountBand { from { amount } } credits { person { givenName } percent amount { amount } } viewerCan { change }`;
const list = async (viewer: CastMember, name: List, variables: object = {}) => {
  const query = `query ($first: Int! = 20, $after: String) {
    viewer { ${name}(first: $first, after: $after) { totalCount nodes { ${nested} } pageInfo { hasNextPage endCursor } } }
  }`;
  return (await app.query(viewer, query, variables)).viewer[name];
};
const ids = (page: { nodes: { id: string }[] }) => page.nodes.map((node) => node.id);
const split = (dealId: string | undefined, ...members: CastMember[]) => {
  const percent = String(100 / members.length);
  const shares = members.map(({ personId }) => ({ personId, percent }));
  return app.act(world.sara, 'splitCredit', { dealId, shares }, 'deal { id }');
};

test('the seller finds his deals and the root those he is credited with, the latest day first', async () => {
  expect(ids(await list(world.sara, 'deals'))).toEqual(sold);
  expect(ids(await list(world.bram, 'dealsCredited'))).toEqual(sold);
  for (const [viewer, name] of [
    [world.sara, 'dealsCredited'],
    [world.bram, 'deals'],
    [world.pia, 'dealsCredited'],
    [world.ada, 'dealsCredited'],
  ] as const) {
    expect(await list(viewer, name)).toMatchObject({ totalCount: 0, nodes: [] });
  }
});

test('a split moves a deal from the list of the root to those of whom it names', async () => {
  const [first, second, ...others] = sold;
  await split(first, world.cleo, world.vik);
  await split(second, world.cleo, world.bram);
  expect(ids(await list(world.bram, 'dealsCredited'))).toEqual([second, ...others]);
  expect(ids(await list(world.cleo, 'dealsCredited'))).toEqual([first, second]);
  expect(await list(world.vik, 'dealsCredited')).toMatchObject({ totalCount: 1 });
  await split(first, world.vik);
  expect(ids(await list(world.cleo, 'dealsCredited'))).toEqual([second]);
});

test('page after page holds all', async () => {
  for (const [viewer, name] of [
    [world.sara, 'deals'],
    [world.bram, 'dealsCredited'],
  ] as const) {
    const first = await list(viewer, name, { first: 3 });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = await list(viewer, name, { first: 3, after: first.pageInfo.endCursor });
    expect([first, rest].flatMap(ids)).toEqual(sold);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  }
});

test('five cost as many statements as one', async () => {
  for (const id of sold) await split(id, world.cleo, world.bram);
  for (const [viewer, name] of [
    [world.sara, 'deals'],
    [world.bram, 'dealsCredited'],
    [world.cleo, 'dealsCredited'],
  ] as const) {
    const count = (first: number) => app.countQueries(() => list(viewer, name, { first }));
    expect(await count(5)).toBe(await count(1));
  }
});
