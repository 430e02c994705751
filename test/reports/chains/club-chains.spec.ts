import { Circle } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

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

const query = `
  query ($id: UUID!, $from: Date, $to: Date, $first: Int! = 50, $after: String, $afterRoot: String) {
    club(id: $id) {
      chains(from: $from, to: $to) {
        from to
        forest(first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes {
            begunOn introductions deepestDegree ofSecondDegree ofThirdDegree beyondThirdDegree
            root { givenName } first { id }
          }
        }
        roots(first: $first, after: $afterRoot) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes {
            person { givenName } chains introductions beyondSecondDegree deepestDegree
            returns {
              currency
              lifetimeValue { deals amount { amount } } beyondSecondDegree { deals amount { amount } }
            }
          }
        }
      }
    }
  }`;
const ask = (viewer: CastMember | null, asked: object = {}) =>
  app.execute(viewer, query, { id: world.ghentId, ...asked });
const chainsFor = async (viewer: CastMember, asked: object = {}) =>
  (await ask(viewer, asked)).data?.club?.chains ?? null;
const returnsOf = async (viewer: CastMember) => (await chainsFor(viewer)).roots.nodes[0].returns;
interface Rooted {
  root: { givenName: string };
}
const sum = (deals: number, amount: string) => ({ deals, amount: { amount } });

/** A chain from Bram to a seller with a deal of 100 at the second degree and one of 10 at the third. */
async function selling(seller: CastMember): Promise<void> {
  const links = await circle.chain(world.bram, seller, ['Client', 'Dora']);
  const [client = { contactId: '' }, dora = { contactId: '' }] = links;
  await circle.sell(seller, { contactId: client.contactId });
  await circle.sell(seller, { contactId: dora.contactId }, { amount: '10' });
}

test('the forest tells the shape of every chain, those that went furthest first', async () => {
  await circle.chain(world.cleo, world.sara, ['Kobe']);
  await circle.chain(world.bram, world.sara, ['Client', 'Dora', 'Emma', 'Fien']);
  const { forest } = await chainsFor(world.pia);
  expect(forest.totalCount).toBe(2);
  expect(forest.nodes).toMatchObject([
    {
      introductions: 4,
      deepestDegree: 5,
      ofSecondDegree: 1,
      ofThirdDegree: 1,
      beyondThirdDegree: 2,
      root: { givenName: 'Bram' },
    },
    { introductions: 1, deepestDegree: 2, ofSecondDegree: 1, ofThirdDegree: 0, beyondThirdDegree: 0 },
  ]);
});

test('the first introduction itself is for those with a part in it', async () => {
  const [first] = await circle.chain(world.bram, world.sara, ['Client']);
  for (const viewer of [world.sara, world.bram]) {
    expect((await chainsFor(viewer)).forest.nodes[0].first).toEqual({ id: first?.id });
  }
  for (const viewer of [world.pia, world.vik]) expect((await chainsFor(viewer)).forest.nodes[0].first).toBeNull();
});

test('roots come by how far their chains went, with all their chains together', async () => {
  await circle.chain(world.cleo, world.sara, ['Kobe', 'Lien']);
  await circle.chain(world.bram, world.sara, ['Client', 'Dora', 'Emma']);
  await circle.chain(world.bram, world.cleo, ['Greet']);
  expect((await chainsFor(world.pia)).roots.nodes).toMatchObject([
    { person: { givenName: 'Bram' }, chains: 2, introductions: 4, beyondSecondDegree: 2, deepestDegree: 4 },
    { person: { givenName: 'Cleo' }, chains: 1, introductions: 2, beyondSecondDegree: 1, deepestDegree: 3 },
  ]);
});

test('money of fewer than three sellers is shown to none of the others; the seller sees his own', async () => {
  await selling(world.sara);
  const own = { currency: 'EUR', lifetimeValue: sum(2, '110.00'), beyondSecondDegree: sum(1, '10.00') };
  expect(await returnsOf(world.sara)).toEqual([own]);
  expect(await returnsOf(world.pia)).toEqual([{ currency: 'EUR', lifetimeValue: null, beyondSecondDegree: null }]);
  await selling(world.cleo);
  expect(await returnsOf(world.pia)).toEqual([{ currency: 'EUR', lifetimeValue: null, beyondSecondDegree: null }]);
  await selling(world.vik);
  const all = { currency: 'EUR', lifetimeValue: sum(6, '330.00'), beyondSecondDegree: sum(3, '30.00') };
  expect(await returnsOf(world.pia)).toEqual([all]);
  // Whoever sold a part himself would know what the two others made.
  expect(await returnsOf(world.sara)).toEqual([{ currency: 'EUR', lifetimeValue: null, beyondSecondDegree: null }]);
});

test('refunds count; direct selling and deals whose amount is hidden do not', async () => {
  const [client] = await circle.chain(world.bram, world.sara, ['Client']);
  const buyer = { contactId: client?.contactId };
  const { deal } = await circle.sell(world.sara, buyer);
  await app.act(world.sara, 'adjustDeal', { dealId: deal.id, amount: '-40', reason: 'So agreed' }, 'deal { id }');
  await circle.sell(world.sara, buyer, { amountVisibility: 'HIDDEN' });
  await app.act(
    world.sara,
    'identifyContact',
    { contactId: client?.contactId, personId: world.cleo.personId },
    'contact { id }',
  );
  expect((await circle.sell(world.sara, buyer)).deal.degree).toBe(1);
  expect(await returnsOf(world.sara)).toMatchObject([{ lifetimeValue: sum(1, '60.00') }]);
});

test('a chain belongs to the club in which it served somebody with a seat on its first day', async () => {
  await circle.chain(world.ulf, world.tess, ['Client']);
  expect((await chainsFor(world.pia)).forest.nodes).toEqual([]);
  const utrecht = await app.execute(world.tess, query, { id: world.utrechtId });
  expect(utrecht.data?.club.chains.forest.totalCount).toBe(1);
});

test('only chains begun in the period are in it, whenever they brought what', async () => {
  await selling(world.sara);
  const { forest, from, to } = await chainsFor(world.sara, { from: '2020-01-01', to: '2020-12-31' });
  expect({ from, to, count: forest.totalCount }).toEqual({ from: '2020-01-01', to: '2020-12-31', count: 0 });
  const refused = await ask(world.sara, { from: '2020-02-01', to: '2020-01-01' });
  expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('pages hang together, and cost the same for one chain and for five', async () => {
  await circle.chain(world.bram, world.sara, ['Client', 'Dora']);
  const one = await app.countQueries(() => chainsFor(world.pia));
  for (const root of [world.bram, world.cleo, world.vik, world.pia]) await circle.chain(root, world.sara, ['Next']);
  expect(await app.countQueries(() => chainsFor(world.pia))).toBe(one);
  const whole = (await chainsFor(world.pia)).forest.nodes.map(({ root }: Rooted) => root.givenName);
  expect(whole).toHaveLength(5);
  const read: string[] = [];
  for (let after: string | null = null; ; ) {
    const { forest } = await chainsFor(world.pia, { first: 2, after });
    read.push(...forest.nodes.map(({ root }: Rooted) => root.givenName));
    if (!forest.pageInfo.hasNextPage) break;
    after = forest.pageInfo.endCursor;
  }
  expect(read).toEqual(whole);
});

test('nobody outside the club is told its chains', async () => {
  await circle.chain(world.bram, world.sara, ['Client']);
  for (const viewer of [world.tess, world.dirk, world.ada]) expect(await chainsFor(viewer)).toBeNull();
});

test('a seller is told which first introductions bore most beyond the second degree, in one currency', async () => {
  const bearing = `
    query ($currency: CurrencyCode!) {
      viewer {
        firstIntroductions(currency: $currency, first: 10) {
          totalCount
          nodes { introduction { id } deals lifetimeValue { amount } beyondSecondDegree { amount } }
        }
      }
    }`;
  const [rich] = await circle.chain(world.cleo, world.sara, ['Kobe']);
  await circle.sell(world.sara, { contactId: rich?.contactId }, { amount: '5000' });
  const [first, dora] = await circle.chain(world.bram, world.sara, ['Client', 'Dora']);
  await circle.sell(world.sara, { contactId: dora?.contactId });
  await circle.sell(world.sara, { contactId: dora?.contactId }, { amount: '7000', currency: 'JPY' });
  await circle.chain(world.vik, world.sara, ['Without a deal']);
  const read = async (viewer: CastMember, currency = 'EUR') =>
    (await app.query(viewer, bearing, { currency })).viewer.firstIntroductions;
  expect(await read(world.sara)).toEqual({
    totalCount: 2,
    nodes: [
      {
        introduction: { id: first?.id },
        deals: 1,
        lifetimeValue: { amount: '100.00' },
        beyondSecondDegree: { amount: '100.00' },
      },
      {
        introduction: { id: rich?.id },
        deals: 1,
        lifetimeValue: { amount: '5000.00' },
        beyondSecondDegree: { amount: '0.00' },
      },
    ],
  });
  expect((await read(world.sara, 'JPY')).nodes).toMatchObject([{ introduction: { id: first?.id } }]);
  expect(await read(world.bram)).toEqual({ totalCount: 0, nodes: [] });
});

test('an introduction leads to the referral it was given with, for its giver and its receiver', async () => {
  const contactId = await circle.contact(world.bram, 'Client');
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
  const read = (viewer: CastMember) => circle.introduction(viewer, referral.introduction.id, 'referral { id stage }');
  for (const viewer of [world.bram, world.sara]) {
    expect(await read(viewer)).toEqual({ referral: { id: referral.id, stage: 'SUSPECT' } });
  }
});
