import { type ChainLink, Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
});
afterAll(() => app.stop());

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const nested = `id degree beneficiary { givenName } root { givenName } introducer { givenName } asker { givenName }
  introducedContact { name } introducedPerson { givenName } introducerContact { name } parent { id }`;
const pageFields = `totalCount nodes { ${nested} } pageInfo { hasNextPage endCursor }`;
const ids = (page: { nodes: { id: string }[] }) => page.nodes.map((node) => node.id);

const mine = async (viewer: CastMember, list: 'chains' | 'chainsBegun', first = 20): Promise<Page> => {
  const query = `query ($first: Int!) { viewer { ${list}(first: $first) { ${pageFields} } } }`;
  return (await app.query(viewer, query, { first })).viewer[list];
};
const below = async (
  viewer: CastMember,
  id: string,
  list: 'onward' | 'branch',
  variables: { first?: number; after?: string | null } = {},
): Promise<Page> => {
  const query = `query ($id: UUID!, $first: Int! = 20, $after: String) {
    introduction(id: $id) { ${list}(first: $first, after: $after) { ${pageFields} } }
  }`;
  return (await app.query(viewer, query, { id, ...variables })).introduction[list];
};
const allPages = async (
  viewer: CastMember,
  id: string,
  list: 'onward' | 'branch',
  first: number,
): Promise<string[]> => {
  const page = await below(viewer, id, list, { first });
  const read = ids(page);
  let { pageInfo } = page;
  while (pageInfo.hasNextPage) {
    const next = await below(viewer, id, list, { first, after: pageInfo.endCursor });
    expect(next.totalCount).toBe(page.totalCount);
    read.push(...ids(next));
    pageInfo = next.pageInfo;
  }
  return read;
};

/** Client brings Aldo (who brings Bert, who brings Carl) and Dora (who brings Emma). */
async function tree() {
  const [client, aldo, bert, carl] = (await circle.chain(world.bram, world.sara, [
    'Client',
    'Aldo',
    'Bert',
    'Carl',
  ])) as [ChainLink, ChainLink, ChainLink, ChainLink];
  const onward = async (from: ChainLink, name: string): Promise<ChainLink> => {
    const { introduction, contactId } = await circle.onward(world.sara, from.id, from.contactId, name);
    return { id: introduction.id, contactId };
  };
  const dora = await onward(client, 'Dora');
  const emma = await onward(dora, 'Emma');
  return { client, aldo, bert, carl, dora, emma };
}

test('the viewer finds the chains that served him and those he began, the latest first', async () => {
  const [first] = await circle.chain(world.bram, world.sara, ['One', 'Onward']);
  const [second] = await circle.chain(world.cleo, world.sara, ['Two']);
  const [third] = await circle.chain(world.bram, world.cleo, ['Three']);
  expect(ids(await mine(world.sara, 'chains'))).toEqual([second?.id, first?.id]);
  expect(ids(await mine(world.bram, 'chainsBegun'))).toEqual([third?.id, first?.id]);
  expect(await mine(world.cleo, 'chains')).toMatchObject({ totalCount: 1 });
  expect(await mine(world.bram, 'chains')).toMatchObject({ totalCount: 0, nodes: [] });
  expect(ids(await mine(world.sara, 'chains', 1))).toEqual([second?.id]);
});

test('who asked a contact began that chain; who introduced further down did not', async () => {
  const introduced = { contactId: await circle.contact(world.bram, 'Dora') };
  const asked = { contactId: await circle.contact(world.bram, 'Asked'), askerId: world.bram.personId };
  const beneficiaryId = world.sara.personId;
  const { introduction } = await circle.record(world.bram, { beneficiaryId, introduced, introducer: asked });
  await circle.introduce(world.pia, { personId: world.ulf.personId }, world.sara);
  await circle.introduce(world.ulf, { contactId: await circle.contact(world.ulf, 'Fien') }, world.sara);
  expect(ids(await mine(world.bram, 'chainsBegun'))).toEqual([introduction.id]);
  expect(ids(await mine(world.ulf, 'chainsBegun'))).toEqual([]);
});

test('onward are those that spring from one directly, the latest recorded first', async () => {
  const { client, aldo, bert, carl, dora } = await tree();
  expect(ids(await below(world.sara, client.id, 'onward'))).toEqual([dora.id, aldo.id]);
  expect(ids(await below(world.sara, bert.id, 'onward'))).toEqual([carl.id]);
  expect(await below(world.sara, carl.id, 'onward')).toMatchObject({ totalCount: 0, nodes: [] });
});

test('a branch is read as a tree from top to bottom, each followed by what springs from it', async () => {
  const { client, aldo, bert, carl, dora, emma } = await tree();
  const whole = await below(world.sara, client.id, 'branch');
  expect(whole.totalCount).toBe(6);
  expect(ids(whole)).toEqual([client, aldo, bert, carl, dora, emma].map((link) => link.id));
  expect(ids(await below(world.sara, bert.id, 'branch'))).toEqual([bert.id, carl.id]);
});

test.each([1, 2, 3, 5, 6, 7])('lists read in pages of %d hold all, once and in order', async (first) => {
  const { client, aldo, bert, carl, dora, emma } = await tree();
  for (const viewer of [world.sara, world.bram]) {
    const inTreeOrder = [client, aldo, bert, carl, dora, emma].map((link) => link.id);
    expect(await allPages(viewer, client.id, 'branch', first)).toEqual(inTreeOrder);
    expect(await allPages(viewer, client.id, 'onward', first)).toEqual([dora.id, aldo.id]);
  }
});

test('a page size out of range and a cursor of nowhere are refused', async () => {
  const [client] = await circle.chain(world.bram, world.sara, ['Client']);
  const query = `query ($id: UUID!, $first: Int! = 20, $after: String) {
    introduction(id: $id) { branch(first: $first, after: $after) { nodes { id } } }
  }`;
  for (const variables of [{ first: 0 }, { first: 101 }, { after: 'nowhere' }]) {
    const answer = await app.execute(world.sara, query, { id: client?.id, ...variables });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('who introduced further down finds there only those in which he has a part', async () => {
  await circle.introduce(world.bram, { personId: world.ulf.personId }, world.sara);
  const ofUlf = await circle.contact(world.ulf, 'Somebody');
  const { introduction } = await circle.introduce(world.ulf, { contactId: ofUlf }, world.sara);
  await circle.onward(world.sara, introduction.id, ofUlf, 'Further');
  expect(await below(world.sara, introduction.id, 'branch')).toMatchObject({ totalCount: 2 });
  expect(await below(world.ulf, introduction.id, 'onward')).toMatchObject({ totalCount: 0, nodes: [] });
  expect(await below(world.ulf, introduction.id, 'branch')).toMatchObject({
    totalCount: 1,
    nodes: [{ id: introduction.id }],
    pageInfo: { hasNextPage: false },
  });
});

describe('five cost as many statements as one:', () => {
  test('chains and chains begun', async () => {
    await circle.introduce(world.bram, { personId: world.ulf.personId }, world.sara);
    for (const name of ['Aldo', 'Bert', 'Carl', 'Dora']) await circle.chain(world.bram, world.sara, [name]);
    for (const [viewer, list] of [
      [world.sara, 'chains'],
      [world.bram, 'chainsBegun'],
    ] as const) {
      const count = (first: number) => app.countQueries(() => mine(viewer, list, first));
      expect(await count(5)).toBe(await count(1));
    }
  });

  test('onward and branch', async () => {
    const { client, dora } = await tree();
    for (const name of ['Fien', 'Gust', 'Hilde', 'Ivo', 'Jos']) {
      await circle.onward(world.sara, dora.id, dora.contactId, name);
    }
    const count = (id: string, list: 'onward' | 'branch', first: number) =>
      app.countQueries(() => below(world.sara, id, list, { first }));
    expect(await count(dora.id, 'onward', 5)).toBe(await count(dora.id, 'onward', 1));
    expect(await count(client.id, 'branch', 6)).toBe(await count(client.id, 'branch', 2));
  });
});
