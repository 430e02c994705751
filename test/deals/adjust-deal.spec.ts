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
/** Sara sold for 100 euro to Bram's client on 2 March. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  const contactId = await circle.contact(world.bram, 'Client');
  await circle.introduce(world.bram, { contactId }, world.sara, { happenedOn: '2026-03-01' });
  dealId = (await circle.sell(world.sara, { contactId }, { closedOn: '2026-03-02' })).deal.id;
});
afterAll(() => app.stop());

const selection = `deal {
  id amount { amount } netAmount { amount currency } credits { amount { amount } }
  adjustments { totalCount nodes { amount { amount currency } adjustedOn reason recordedAt } }
}`;
const adjust = (amount: string, input: object = {}, actor: CastMember = world.sara) =>
  app.act(actor, 'adjustDeal', { dealId, amount, reason: 'Misprint', ...input }, selection);

test('an adjustment is a row of its own day; the amount as recorded stays', async () => {
  await adjust('-30.00', { adjustedOn: '2026-04-02' });
  const { deal, errors } = await adjust('5.5', { adjustedOn: '2026-03-15', reason: 'Delivery' });
  expect(errors).toEqual([]);
  expect(deal).toEqual({
    id: dealId,
    amount: { amount: '100.00' },
    netAmount: { amount: '75.50', currency: 'EUR' },
    credits: [{ amount: { amount: '75.50' } }],
    adjustments: {
      totalCount: 2,
      nodes: [
        {
          amount: { amount: '5.50', currency: 'EUR' },
          adjustedOn: '2026-03-15',
          reason: 'Delivery',
          recordedAt: expect.any(String),
        },
        {
          amount: { amount: '-30.00', currency: 'EUR' },
          adjustedOn: '2026-04-02',
          reason: 'Misprint',
          recordedAt: expect.any(String),
        },
      ],
    },
  });
});

test('no more is refunded than was paid, in all', async () => {
  expect(refused(await adjust('-100.01'))).toEqual(['REFUND_EXCEEDS_DEAL amount']);
  expect(refused(await adjust('-60'))).toEqual([]);
  expect(refused(await adjust('-40.01'))).toEqual(['REFUND_EXCEEDS_DEAL amount']);
  expect((await adjust('-40')).deal.netAmount.amount).toBe('0.00');
});

test('it counts from the day of the deal up to today, where the club is', async () => {
  const on = (adjustedOn: string, now: string) => app.at(now, () => adjust('-1', { adjustedOn }).then(refused));
  const evening = '2026-06-30T21:59:00Z';
  expect(await on('2026-03-01', evening)).toEqual(['DATE_OUT_OF_RANGE adjustedOn']);
  expect(await on('2026-03-02', evening)).toEqual([]);
  expect(await on('2026-07-01', evening)).toEqual(['DATE_OUT_OF_RANGE adjustedOn']);
  expect(await on('2026-07-01', '2026-06-30T22:00:00Z')).toEqual([]);
});

test('without a day it counts today', async () => {
  const { deal } = await app.at('2026-06-30T22:00:00Z', () => adjust('-1'));
  expect(deal.adjustments.nodes[0].adjustedOn).toBe('2026-07-01');
});

test.each([
  ['zero', '0.00', {}, 'INVALID amount'],
  ['a fraction of a cent', '0.001', {}, 'AMOUNT_TOO_PRECISE amount'],
  ['more digits than are kept', '12345678901234', {}, 'AMOUNT_TOO_LARGE amount'],
  ['no reason', '-1', { reason: ' ' }, 'INVALID reason'],
])('%s is refused, naming the field', async (_, amount, input, refusal) => {
  expect(refused(await adjust(amount, input))).toEqual([refusal]);
});

test.each([
  ['adjustDeal', { amount: '-1', reason: 'Misprint' }],
  ['splitCredit', {}],
  ['thankForDeal', { message: 'Thank you' }],
])('%s is for the seller; to whom the deal is not shown it does not exist', async (mutation, input) => {
  const shares = { shares: [{ personId: world.bram.personId, percent: '100' }] };
  const whole = mutation === 'splitCredit' ? shares : input;
  const answer = await app.attempt(world.bram, mutation, { dealId, ...whole }, 'deal { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  for (const stranger of [world.cleo, world.pia, world.ada]) {
    const act = (id: string) => app.act(stranger, mutation, { ...whole, dealId: id }, 'deal { id }');
    await expectMissing(act, [dealId], 'NOT_FOUND dealId');
  }
});

test('of refunds at once, none takes the deal below zero', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => adjust('-40')));
  expect(answers.flatMap(refused)).toEqual(Array(3).fill('REFUND_EXCEEDS_DEAL amount'));
  expect(await circle.deal(world.sara, dealId, 'netAmount { amount }')).toEqual({ netAmount: { amount: '20.00' } });
});

test('the same key sent ten times at once adjusts once', async () => {
  const input = { idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => adjust('-1', input)));
  for (const { deal } of answers) expect(deal.netAmount.amount).toBe('99.00');
  expect(refused(await adjust('-2', input))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('five adjustments cost as many statements as one', async () => {
  for (const day of ['03', '04', '05', '06', '07']) await adjust('-1', { adjustedOn: `2026-03-${day}` });
  const query = `query ($id: UUID!, $first: Int!, $after: String) {
    deal(id: $id) {
      adjustments(first: $first, after: $after) { nodes { amount { amount } reason adjustedOn } pageInfo { endCursor } }
    }
  }`;
  const page = async (variables: object) =>
    (await app.query(world.sara, query, { id: dealId, ...variables })).deal.adjustments;
  const count = (first: number) => app.countQueries(() => page({ first }));
  expect(await count(5)).toBe(await count(1));
  const { pageInfo } = await page({ first: 3 });
  const rest = await page({ first: 3, after: pageInfo.endCursor });
  expect(rest.nodes.map((node: { adjustedOn: string }) => node.adjustedOn)).toEqual(['2026-03-06', '2026-03-07']);
});
