import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let dealId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Sara sold for 100 euro to Bram's client. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  const contactId = await circle.contact(world.bram, 'Client');
  await circle.introduce(world.bram, { contactId }, world.sara);
  dealId = (await circle.sell(world.sara, { contactId })).deal.id;
});
afterAll(() => app.stop());

const credits = 'credits { person { id } percent amount { amount currency } }';
type Shares = [CastMember, string][];
const split = (shares: Shares, input: object = {}) => {
  const named = shares.map(([{ personId }, percent]) => ({ personId, percent }));
  return app.act(world.sara, 'splitCredit', { dealId, shares: named, ...input }, `deal { id root { id } ${credits} }`);
};
const credit = (member: CastMember, percent: string, amount: string) => ({
  person: { id: member.personId },
  percent,
  amount: { amount, currency: 'EUR' },
});
const seenBy = async (viewer: CastMember) => (await circle.deal(viewer, dealId, credits))?.credits ?? null;

test('without a split all of it is the root’s', async () => {
  for (const viewer of [world.sara, world.bram])
    expect(await seenBy(viewer)).toEqual([credit(world.bram, '100', '100.00')]);
});

test('a split shares it; the root of the chain stays who he is', async () => {
  const { deal, errors } = await split([
    [world.cleo, '25.5'],
    [world.bram, '74.50'],
  ]);
  expect(errors).toEqual([]);
  expect(deal.root).toEqual({ id: world.bram.personId });
  expect(deal.credits).toEqual([credit(world.bram, '74.5', '74.50'), credit(world.cleo, '25.5', '25.50')]);
});

test('each sees his own credit, whoever is not named any more sees the deal no more', async () => {
  await split([
    [world.cleo, '40'],
    [world.vik, '60'],
  ]);
  expect(await seenBy(world.cleo)).toEqual([credit(world.cleo, '40', '40.00')]);
  expect(await seenBy(world.vik)).toEqual([credit(world.vik, '60', '60.00')]);
  expect(await seenBy(world.bram)).toBeNull();
  expect(await seenBy(world.pia)).toBeNull();
});

test('a newer split takes the place of an older one, of which nothing is lost', async () => {
  await split([[world.cleo, '100']]);
  await split([[world.bram, '100']]);
  expect(await seenBy(world.sara)).toEqual([credit(world.bram, '100', '100.00')]);
  expect(await seenBy(world.cleo)).toBeNull();
  const kept = await app.database.query('SELECT decided_by_id FROM credit_splits WHERE deal_id = $1', [dealId]);
  expect(kept).toEqual(Array(2).fill({ decided_by_id: world.sara.personId }));
});

test('credits sum to the amount with its adjustments to the cent, the odd cent to the largest remainder', async () => {
  await split([
    [world.bram, '33.33'],
    [world.cleo, '33.33'],
    [world.vik, '33.34'],
  ]);
  const amounts = async () =>
    (await seenBy(world.sara)).map(({ amount }: { amount: { amount: string } }) => amount.amount);
  expect(await amounts()).toEqual(['33.34', '33.33', '33.33']);
  await app.act(world.sara, 'adjustDeal', { dealId, amount: '0.01', reason: 'Found' }, 'deal { id }');
  expect(await amounts()).toEqual(['33.35', '33.33', '33.33']);
  await app.act(world.sara, 'adjustDeal', { dealId, amount: '-100.00', reason: 'Lost' }, 'deal { id }');
  expect(await amounts()).toEqual(['0.01', '0.00', '0.00']);
  await app.act(world.sara, 'adjustDeal', { dealId, amount: '-0.01', reason: 'Lost' }, 'deal { id }');
  expect(await amounts()).toEqual(['0.00', '0.00', '0.00']);
});

test.each([
  ['less than 100', ['99.99']],
  ['more than 100', ['100.01']],
  ['parts that sum to less', ['50', '49.99']],
  ['a share of nothing', ['100', '0']],
  ['a negative share', ['110', '-10']],
  ['a share with three decimals', ['33.333', '66.667']],
])('%s is refused', async (_, percents) => {
  const members = [world.bram, world.cleo];
  const shares = percents.map((percent, index): [CastMember, string] => [members[index] ?? world.vik, percent]);
  expect(refused(await split(shares))).toEqual(['SHARES_NOT_100 shares']);
  expect(await seenBy(world.sara)).toEqual([credit(world.bram, '100', '100.00')]);
});

test('from one to ten are named, each once', async () => {
  expect(refused(await split([]))).toEqual(['INVALID shares']);
  const eleven = Array.from({ length: 11 }, (): [CastMember, string] => [world.bram, '9.09']);
  expect(refused(await split(eleven))).toEqual(['INVALID shares']);
  const twice: Shares = [
    [world.bram, '50'],
    [world.bram, '50'],
  ];
  expect(refused(await split(twice))).toEqual(['INVALID shares']);
});

test('the seller credits nobody who does not exist for him, and not himself', async () => {
  const elsewhere = await World.build(app.database);
  const withCredit = (personId: string) => {
    const shares = [
      { personId: world.bram.personId, percent: '50' },
      { personId, percent: '50' },
    ];
    return split([], { shares });
  };
  const strangers = [elsewhere.bram.personId, world.otto.personId];
  await expectMissing(withCredit, strangers, 'NOT_FOUND shares.1.personId');
  expect(refused(await withCredit(world.sara.personId))).toEqual(['GIVER_IS_RECEIVER shares.1.personId']);
});

test('where there is no root there is no credit to share', async () => {
  const contactId = await circle.contact(world.sara, 'Own');
  const { deal } = await circle.sell(world.sara, { contactId });
  expect(refused(await split([[world.bram, '100']], { dealId: deal.id }))).toEqual(['NO_ROOT dealId']);
});

test('a retry with the same key splits once', async () => {
  const input = { idempotencyKey: randomUUID() };
  const first = await split([[world.cleo, '100']], input);
  expect(await split([[world.cleo, '100']], input)).toEqual(first);
  expect(refused(await split([[world.vik, '100']], input))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});
