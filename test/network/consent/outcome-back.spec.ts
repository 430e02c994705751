import { Circle } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { ContactDesk } from './contact-desk.js';

let app: TestApp;
let world: World;
let circle: Circle;
let desk: ContactDesk;
let contactId: string;
let introductionId: string;
let referralId: string;
let dealId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  circle = new Circle(app, world);
  desk = new ContactDesk(app);
  contactId = await circle.contact(world.bram, 'Carl Baert');
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
  referralId = referral.id;
  introductionId = referral.introduction.id;
  dealId = (await circle.sell(world.sara, null, { referralId })).deal.id;
});
afterAll(() => app.stop());

const fields = `degree description amountVisibility amount { amount } netAmount { amount } amountBand { from { amount } }
  adjustments { nodes { id } } credits { percent amount { amount } }`;
const dealOf = (viewer: CastMember) => circle.deal(viewer, dealId, fields);
const creditOf = async (viewer: CastMember) => {
  const query = '{ viewer { dealsCredited { totalCount } creditReceived { deals sellers amount { amount } } } }';
  return (await app.query(viewer, query)).viewer;
};
const sayNo = async () =>
  desk.agree((await desk.link(world.bram, contactId, introductionId)).token, { outcomeBack: false });

const closedOnly = {
  ...{ degree: 2, description: null, amount: null, netAmount: null, amountBand: null, adjustments: null },
  credits: [{ percent: '100', amount: null }],
};

test('as long as the contact does not say otherwise, the seller decides what is told', async () => {
  expect(await dealOf(world.bram)).toMatchObject({ amount: { amount: '100.00' }, netAmount: { amount: '100.00' } });
  expect((await creditOf(world.bram)).creditReceived).toEqual([{ deals: 1, sellers: 1, amount: { amount: '100.00' } }]);
});

test('when he does not want it told, who introduced him hears that it closed, and nothing of the amount', async () => {
  await sayNo();
  expect(await dealOf(world.bram)).toEqual({ ...closedOnly, amountVisibility: 'EXACT' });
  const query = 'query ($id: UUID!) { referral(id: $id) { stage } }';
  expect((await app.query(world.bram, query, { id: referralId })).referral).toEqual({ stage: 'CUSTOMER' });
});

test('nor the powers of ten it lies between', async () => {
  await app.database.query(`UPDATE deals SET amount_visibility = 'band' WHERE id = $1`, [dealId]);
  expect((await dealOf(world.bram)).amountBand).not.toBeNull();
  await sayNo();
  expect(await dealOf(world.bram)).toEqual({ ...closedOnly, amountVisibility: 'BAND' });
});

test('nor what a sum of one seller would tell; it counts in it as if the seller did not show it', async () => {
  await sayNo();
  expect(await creditOf(world.bram)).toEqual({
    dealsCredited: { totalCount: 1 },
    creditReceived: [{ deals: 1, sellers: 1, amount: null }],
  });
});

test('nor the count of what he was thanked for', async () => {
  const query = `query ($id: UUID!) { club(id: $id) { counts { members(first: 100) { nodes { membership { id } thanked { amount } thankedWithheld } } } } }`;
  const thanked = async () => {
    const { club } = await app.query(world.bram, query, { id: world.ghentId });
    const rows = club.counts.members.nodes as { membership: { id: string } }[];
    return rows.find(({ membership }) => membership.id === world.bram.membershipId);
  };
  expect(await thanked()).toMatchObject({ thanked: [{ amount: '100.00' }], thankedWithheld: [] });
  await sayNo();
  expect(await thanked()).toMatchObject({ thanked: [], thankedWithheld: ['EUR'] });
});

test('the seller sees all of it', async () => {
  await sayNo();
  expect(await dealOf(world.sara)).toMatchObject({ description: 'Printing', amount: { amount: '100.00' } });
});

test('it is said of one introduction: who buys through him further on is not kept back by it', async () => {
  await sayNo();
  const dora = await circle.onward(world.sara, introductionId, contactId, 'Dora');
  const { deal } = await circle.sell(world.sara, { contactId: dora.contactId });
  expect(await circle.deal(world.bram, deal.id, 'amount { amount }')).toEqual({ amount: { amount: '100.00' } });
});

test('a member may say it for him, and the contact may say it anew', async () => {
  const input = { introductionId, consentBasis: 'ASKED_AND_AGREED', outcomeBack: false };
  await app.act(world.bram, 'stateConsent', input, 'introduction { id }');
  expect(await dealOf(world.bram)).toMatchObject({ amount: null });
  await desk.agree((await desk.link(world.bram, contactId, introductionId)).token, { outcomeBack: true });
  expect(await dealOf(world.bram)).toMatchObject({ amount: { amount: '100.00' } });
});

test('of a deal of one seller or of five it takes as many queries', async () => {
  for (let sold = 0; sold < 4; sold += 1) await circle.sell(world.sara, { contactId });
  const query = `query ($first: Int!) { viewer { dealsCredited(first: $first) { nodes {
    amount { amount } amountBand { from { amount } } credits { amount { amount } } } } } }`;
  const count = (first: number) => app.countQueries(() => app.query(world.bram, query, { first }));
  expect(await count(5)).toBe(await count(1));
});
