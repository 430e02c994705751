import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { dayInGhent } from '../support/today.js';
import { World } from '../support/world.js';

/** Degree and root by the golden cases are in test/network/golden-cases.spec.ts. */
let app: TestApp;
let world: World;
let circle: Circle;
let own: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  own = await circle.contact(world.sara, 'Own', { email: 'own@client.example' });
});
afterAll(() => app.stop());

const id = (member: { personId: string }) => ({ id: member.personId });
const sell = (input: object = {}) => circle.sell(world.sara, { contactId: own }, { ...input });
const acquired = { direct: false, degree: null, root: null, origin: null };

test('whoever nobody introduced is an own acquisition; its seller sees all of it', async () => {
  const { deal, errors } = await sell({ amount: '1250.5', description: ' Menus\nand cards ' });
  expect(errors).toEqual([]);
  const fields = `{ seller { id } buyerContact { id } buyerPerson { id } root { id } origin { id } direct degree repeat
    closedOn description amount { amount currency } netAmount { amount } amountBand { from { amount } below { amount } }
    amountVisibility adjustments { nodes { id } } credits { percent } thanks { nodes { id } } viewerCan { change } }`;
  expect(await circle.deal(world.sara, deal.id, `deal ${fields}`)).toEqual({
    ...acquired,
    seller: id(world.sara),
    buyerContact: { id: own },
    buyerPerson: null,
    repeat: false,
    closedOn: dayInGhent(),
    description: 'Menus\nand cards',
    amount: { amount: '1250.50', currency: 'EUR' },
    netAmount: { amount: '1250.50' },
    amountBand: { from: { amount: '1000.00' }, below: { amount: '10000.00' } },
    amountVisibility: 'EXACT',
    adjustments: { nodes: [] },
    credits: [],
    thanks: { nodes: [] },
    viewerCan: { change: true },
  });
});

test('without a day it was closed today, where the club is; nothing is closed tomorrow', async () => {
  const closedOn = async (instant: string, input: object = {}) =>
    app.at(instant, () => sell({ ...input }).then((payload) => payload.deal?.id ?? refused(payload)));
  const dealId = await closedOn('2026-06-30T22:00:00Z');
  expect(await circle.deal(world.sara, dealId, 'closedOn')).toEqual({ closedOn: '2026-07-01' });
  const first = { closedOn: '2026-07-01' };
  expect(await closedOn('2026-06-30T21:59:00Z', first)).toEqual(['DATE_OUT_OF_RANGE closedOn']);
  expect(await closedOn('2026-06-30T22:00:00Z', first)).toEqual(expect.any(String));
});

test('the currency can be another, with its own decimal places', async () => {
  const { deal } = await sell({ amount: '90000', currency: 'JPY' });
  expect(await circle.deal(world.sara, deal.id, 'amount { amount currency }')).toEqual({
    amount: { amount: '90000', currency: 'JPY' },
  });
});

test('only an introduction that was accepted, up to that day, is the origin', async () => {
  const contactId = await circle.contact(world.bram, 'Carl');
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
  expect((await circle.sell(world.sara, { contactId })).deal).toMatchObject(acquired);
  await app.act(world.sara, 'moveReferral', { referralId: referral.id, to: 'PROSPECT' }, 'referral { id }');
  await app.database.query(`UPDATE introductions SET happened_on = '2026-03-02' WHERE beneficiary_id = $1`, [
    world.sara.personId,
  ]);
  const on = async (closedOn: string) => (await circle.sell(world.sara, { contactId }, { closedOn })).deal.degree;
  expect([await on('2026-03-01'), await on('2026-03-02')]).toEqual([null, 2]);
});

test('who was a fellow member on the day of the deal is direct; before he joined he was not', async () => {
  const joined = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-03-02');
  const on = async (closedOn: string) =>
    (await circle.sell(world.sara, { personId: joined.personId }, { closedOn })).deal.degree;
  expect([await on('2026-03-01'), await on('2026-03-02')]).toEqual([null, 1]);
});

test('it is a repeat for the same human, whatever row he is named by, and for this seller only', async () => {
  await sell();
  const again = await circle.contact(world.sara, 'Again', { email: 'OWN@client.example' });
  expect((await circle.sell(world.sara, { contactId: again })).deal.repeat).toBe(true);
  const other = await circle.contact(world.bram, 'Other', { email: 'own@client.example' });
  expect((await circle.sell(world.bram, { contactId: other })).deal.repeat).toBe(false);
});

test('who left the club still records what he closed while he had the seat', async () => {
  const left = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller');
  const end = { membershipId: left.membershipId, leftOn: '2026-03-02' };
  await app.act(world.pia, 'endMembership', end, 'membership { id }');
  const buyer = { contactId: await circle.contact(left, 'Client') };
  expect(refused(await circle.sell(left, buyer, { closedOn: '2026-03-01' }))).toEqual([]);
  expect(refused(await circle.sell(left, buyer, { closedOn: '2026-03-02' }))).toEqual(['NOT_FOUND clubId']);
});

test('the seller has a seat in the club on that day', async () => {
  const clubId = world.utrechtId;
  for (const input of [{ closedOn: '2025-12-31' }, { clubId }]) {
    expect(refused(await sell(input))).toEqual(['NOT_A_MEMBER closedOn']);
  }
});

test('nobody sells to himself, nor to a contact who is himself', async () => {
  expect(refused(await circle.sell(world.sara, { personId: world.sara.personId }))).toEqual(['BUYER_IS_SELLER buyer']);
  const contactId = await circle.contact(world.bram, 'Sara');
  await circle.introduce(world.bram, { contactId }, world.sara);
  const identity = { contactId, personId: world.sara.personId };
  await app.act(world.bram, 'identifyContact', identity, 'contact { id }');
  expect(refused(await circle.sell(world.sara, { contactId }))).toEqual(['BUYER_IS_SELLER buyer']);
});

test.each([
  ['no buyer', { buyer: null }, 'INVALID buyer'],
  ['an empty buyer', { buyer: {} }, 'INVALID buyer'],
  ['a deal for nothing', { amount: '0.00' }, 'INVALID amount'],
  ['a negative amount', { amount: '-5' }, 'INVALID amount'],
  ['a fraction of a cent', { amount: '0.001' }, 'AMOUNT_TOO_PRECISE amount'],
  ['a fraction of a yen', { amount: '100.5', currency: 'JPY' }, 'AMOUNT_TOO_PRECISE amount'],
  ['more digits than are kept', { amount: '12345678901234.00' }, 'AMOUNT_TOO_LARGE amount'],
  ['a deal of nothing', { description: ' ' }, 'INVALID description'],
  ['a description over 500 characters', { description: 'x'.repeat(501) }, 'INVALID description'],
])('%s is refused, naming the field', async (_, input, refusal) => {
  expect(refused(await sell(input))).toEqual([refusal]);
});

test('two buyers are refused', async () => {
  const buyer = { contactId: own, personId: world.bram.personId };
  expect(refused(await sell({ buyer }))).toEqual(['INVALID buyer']);
});

test("clubs, contacts, persons, visitors and referrals that are not the viewer's do not exist", async () => {
  const elsewhere = await World.build(app.database);
  const [hidden, role] = [await circle.contact(world.pia, 'One'), await circle.contact(world.pia, 'Other')];
  await circle.introduce(world.pia, { contactId: role }, world.sara, { consentBasis: 'NONE_YET' });
  const { referral } = await circle.refer(world.sara, world.bram);
  await expectMissing((clubId) => sell({ clubId }), [elsewhere.ghentId], 'NOT_FOUND clubId');
  await expectMissing(
    (contactId) => circle.sell(world.sara, { contactId }),
    [hidden, role],
    'NOT_FOUND buyer.contactId',
  );
  await expectMissing(
    (personId) => circle.sell(world.sara, { personId }),
    [elsewhere.bram.personId, world.otto.personId],
    'NOT_FOUND buyer.personId',
  );
  await expectMissing((visitorId) => circle.sell(world.sara, { visitorId }), [], 'NOT_FOUND buyer.visitorId');
  await expectMissing((referralId) => sell({ referralId }), [referral.id], 'NOT_FOUND referralId');
});

test('the same key sent ten times at once records one deal', async () => {
  const input = { idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => sell(input)));
  expect(new Set(answers.map((answer) => answer.deal.id)).size).toBe(1);
  const rows = await app.database.query('SELECT FROM deals WHERE seller_id = $1', [world.sara.personId]);
  expect(rows).toHaveLength(1);
  expect(refused(await sell({ ...input, amount: '99' }))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});
