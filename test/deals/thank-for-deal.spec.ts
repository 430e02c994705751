import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { dayInGhent } from '../support/today.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let dealId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Sara sold to Bram's client. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  const contactId = await circle.contact(world.bram, 'Client');
  await circle.introduce(world.bram, { contactId }, world.sara);
  dealId = (await circle.sell(world.sara, { contactId })).deal.id;
});
afterAll(() => app.stop());

const thanks = 'thanks { totalCount nodes { thanked { id } message thankedAt } }';
const thank = (input: object = {}) =>
  app.act(world.sara, 'thankForDeal', { dealId, message: 'A fine client', ...input }, `deal { id ${thanks} }`);
const seenBy = async (viewer: CastMember) =>
  (await circle.deal(viewer, dealId, thanks)).thanks.nodes.map((node: { message: string }) => node.message);

test('without a name the root is thanked, who sees it on the deal', async () => {
  const { deal, errors } = await app.at('2027-01-04T09:00:00Z', () => thank());
  expect(errors).toEqual([]);
  expect(deal.thanks).toEqual({
    totalCount: 1,
    nodes: [{ thanked: { id: world.bram.personId }, message: 'A fine client', thankedAt: '2027-01-04T09:00:00.000Z' }],
  });
  expect(await seenBy(world.bram)).toEqual(['A fine client']);
});

test('each is thanked once for a deal; another one as well', async () => {
  await thank();
  for (const input of [{}, { personId: world.bram.personId }, { message: 'Again' }]) {
    expect(refused(await thank(input))).toEqual(['ALREADY_THANKED personId']);
  }
  expect((await thank({ personId: world.cleo.personId })).deal.thanks.totalCount).toBe(2);
});

test('the seller reads all of it, everybody else what was said to him', async () => {
  const shares = [
    { personId: world.bram.personId, percent: '50' },
    { personId: world.cleo.personId, percent: '50' },
  ];
  await app.act(world.sara, 'splitCredit', { dealId, shares }, 'deal { id }');
  await thank({ message: 'To Bram' });
  await thank({ message: 'To Cleo', personId: world.cleo.personId });
  expect(await seenBy(world.sara)).toEqual(['To Bram', 'To Cleo']);
  expect(await seenBy(world.bram)).toEqual(['To Bram']);
  expect(await seenBy(world.cleo)).toEqual(['To Cleo']);
});

test('nobody is thanked for an own acquisition', async () => {
  const contactId = await circle.contact(world.sara, 'Own');
  const { deal } = await circle.sell(world.sara, { contactId });
  for (const input of [{}, { personId: world.bram.personId }]) {
    expect(refused(await thank({ dealId: deal.id, ...input }))).toEqual(['NO_ROOT dealId']);
  }
});

test('a member cannot thank himself', async () => {
  expect(refused(await thank({ personId: world.sara.personId }))).toEqual(['GIVER_IS_RECEIVER personId']);
});

test('who does not exist for the seller is not thanked', async () => {
  const elsewhere = await World.build(app.database);
  const strangers = [elsewhere.bram.personId, world.otto.personId];
  await expectMissing((personId) => thank({ personId }), strangers, 'NOT_FOUND personId');
});

test('a seller who has left thanks the root', async () => {
  const end = { membershipId: world.sara.membershipId, leftOn: dayInGhent() };
  await app.act(world.sara, 'endMembership', end, 'membership { id }');
  expect(refused(await thank())).toEqual([]);
});

test.each([
  ['without words', ' '],
  ['over 500 characters', 'x'.repeat(501)],
  ['over two lines', 'Thank\nyou'],
])('thanks %s are refused', async (_, message) => {
  expect(refused(await thank({ message }))).toEqual(['INVALID message']);
});

test('the same key sent ten times at once thanks once', async () => {
  const input = { idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => thank(input)));
  for (const { deal, errors } of answers) expect([errors, deal.thanks.totalCount]).toEqual([[], 1]);
  expect(refused(await thank({ ...input, message: 'Other' }))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('thanks to five cost as many statements as thanks to one', async () => {
  for (const member of [world.bram, world.cleo, world.pia, world.vik, world.ulf]) {
    await thank({ personId: member.personId });
  }
  const query = `query ($id: UUID!, $first: Int!) {
    deal(id: $id) { thanks(first: $first) { nodes { thanked { givenName } message } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.sara, query, { id: dealId, first }));
  expect(await count(5)).toBe(await count(1));
});
