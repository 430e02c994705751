import { type ChainLink, Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let client: ChainLink;
let dora: ChainLink;
let emma: ChainLink;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Bram introduced Client to Sara, Client brought Dora, Dora brought Emma. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  [client, dora, emma] = (await circle.chain(world.bram, world.sara, ['Client', 'Dora', 'Emma'])) as [
    ChainLink,
    ChainLink,
    ChainLink,
  ];
});
afterAll(() => app.stop());

const sums = 'return { amount currency } lifetimeValue { amount currency }';
const read = (link: { id: string }, viewer = world.sara) => circle.introduction(viewer, link.id, sums);
const sell = async (link: ChainLink, amount: string, currency = 'EUR'): Promise<string> =>
  (await circle.sell(world.sara, { contactId: link.contactId }, { amount, currency })).deal.id;
const adjust = (dealId: string, amount: string) =>
  app.act(world.sara, 'adjustDeal', { dealId, amount, reason: 'So agreed' }, 'deal { id }');
const eur = (amount: string) => ({ amount, currency: 'EUR' });

test('without a deal there is nothing to sum', async () => {
  expect(await read(client)).toEqual({ return: [], lifetimeValue: [] });
});

test('return is of the deals that go back to it, lifetime value of all whose chain passes through it', async () => {
  await sell(client, '100');
  await sell(client, '10.50');
  await sell(dora, '1000');
  await sell(emma, '5');
  expect(await read(client)).toEqual({ return: [eur('110.50')], lifetimeValue: [eur('1115.50')] });
  expect(await read(dora)).toEqual({ return: [eur('1000.00')], lifetimeValue: [eur('1005.00')] });
  expect(await read(emma)).toEqual({ return: [eur('5.00')], lifetimeValue: [eur('5.00')] });
});

test('all adjustments count, each once', async () => {
  const [first, second] = [await sell(client, '100'), await sell(emma, '50')];
  for (const amount of ['-20', '-0.01', '5']) await adjust(first, amount);
  await adjust(second, '-50');
  expect(await read(client)).toEqual({ return: [eur('84.99')], lifetimeValue: [eur('84.99')] });
  expect(await read(emma)).toEqual({ return: [eur('0.00')], lifetimeValue: [eur('0.00')] });
});

test('currencies are never summed: one entry each, in its own decimal places', async () => {
  await sell(client, '100');
  await sell(dora, '9000', 'JPY');
  await sell(emma, '1.234', 'BHD');
  await sell(emma, '50');
  expect((await read(client)).lifetimeValue).toEqual([
    { amount: '1.234', currency: 'BHD' },
    eur('150.00'),
    { amount: '9000', currency: 'JPY' },
  ]);
});

test('a branch that moves takes its value along', async () => {
  await sell(emma, '50');
  const [gust] = (await circle.chain(world.cleo, world.sara, ['Gust'])) as [ChainLink];
  await circle.correct(world.sara, {
    introductionId: dora.id,
    introducer: { contactId: gust.contactId, parentId: gust.id },
  });
  expect((await read(client)).lifetimeValue).toEqual([]);
  expect((await read(gust)).lifetimeValue).toEqual([eur('50.00')]);
});

test('a direct deal counts where its buyer was introduced', async () => {
  const identity = { contactId: dora.contactId, personId: world.pia.personId };
  await app.act(world.sara, 'identifyContact', identity, 'contact { id }');
  await sell(dora, '70');
  expect((await read(dora)).return).toEqual([eur('70.00')]);
});

test('sums are for the beneficiary alone: the root has none of them', async () => {
  await sell(client, '100');
  for (const link of [client, dora])
    expect(await read(link, world.bram)).toEqual({ return: null, lifetimeValue: null });
});

test('the lifetime value of a referral is for its receiver, and of its whole branch; inside there is none', async () => {
  const contactId = await circle.contact(world.bram, 'Hilde');
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
  await circle.sell(world.sara, null, { referralId: referral.id });
  const next = await circle.onward(world.sara, referral.introduction.id, contactId, 'Ivo');
  await sell({ id: next.introduction.id, contactId: next.contactId }, '11');
  const value = async (viewer: CastMember, id: string) => {
    const query = 'query ($id: UUID!) { referral(id: $id) { lifetimeValue { amount currency } } }';
    return (await app.query(viewer, query, { id })).referral.lifetimeValue;
  };
  expect(await value(world.sara, referral.id)).toEqual([eur('111.00')]);
  expect(await value(world.bram, referral.id)).toBeNull();
  const inside = (await circle.refer(world.bram, world.sara)).referral;
  await circle.sell(world.sara, null, { referralId: inside.id });
  expect(await value(world.sara, inside.id)).toBeNull();
});

test('of a whole branch the sums cost as many statements as of one introduction', async () => {
  for (const link of [client, dora, emma]) await sell(link, '10');
  const query = `query ($id: UUID!, $first: Int!) { introduction(id: $id) { branch(first: $first) { nodes { ${sums} } } } }`;
  const ask = (first: number) => app.query(world.sara, query, { id: client.id, first });
  expect(
    (await ask(3)).introduction.branch.nodes.map((node: { lifetimeValue: unknown }) => node.lifetimeValue),
  ).toEqual([[eur('30.00')], [eur('20.00')], [eur('10.00')]]);
  expect(await app.countQueries(() => ask(3))).toBe(await app.countQueries(() => ask(1)));
});
