import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let contactId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  contactId = await circle.contact(world.bram, 'Carl', { email: 'carl@client.example', role: 'buyer' });
});
afterAll(() => app.stop());

const root = (member: { personId: string }) => ({ id: member.personId });
const refer = async (input: object = {}) =>
  (await circle.refer(world.bram, world.sara, { prospect: { contactId }, ...input })).referral;
const read = async (viewer: CastMember, id: string) => {
  const fields = 'stage firstContactAt introduction { acceptedAt } moves { nodes { fromStage toStage note } }';
  return (await app.query(viewer, `query ($id: UUID!) { referral(id: $id) { ${fields} } }`, { id })).referral;
};

test('its prospect is the buyer; it becomes a customer and is accepted by it, as the giver sees', async () => {
  const { id, introduction } = await refer();
  const { deal, errors } = await circle.sell(world.sara, null, { referralId: id });
  expect(errors).toEqual([]);
  expect(deal).toMatchObject({ degree: 2, root: root(world.bram), origin: { id: introduction.id } });
  expect(await read(world.bram, id)).toMatchObject({
    stage: 'CUSTOMER',
    firstContactAt: expect.any(String),
    introduction: { acceptedAt: expect.any(String) },
    moves: { nodes: [{ toStage: 'SUSPECT' }, { fromStage: 'SUSPECT', toStage: 'CUSTOMER', note: expect.any(String) }] },
  });
});

test('a second deal from it moves nothing more', async () => {
  const { id } = await refer();
  for (const repeat of [false, true]) {
    expect((await circle.sell(world.sara, null, { referralId: id })).deal.repeat).toBe(repeat);
  }
  expect((await read(world.sara, id)).moves.nodes).toHaveLength(2);
});

test('what had been lost or declined becomes a customer as well', async () => {
  for (const [mutation, reason] of [
    ['loseReferral', 'Too dear'],
    ['declineReferral', 'NO_NEED'],
  ] as const) {
    const { id } = await refer();
    await app.act(world.sara, mutation, { referralId: id, reason }, 'referral { id }');
    expect(refused(await circle.sell(world.sara, null, { referralId: id }))).toEqual([]);
    expect((await read(world.sara, id)).stage).toBe('CUSTOMER');
  }
});

test('the buyer may be named by another row of the same human', async () => {
  const { id } = await refer();
  const same = await circle.contact(world.sara, 'Carl', { email: 'CARL@client.example' });
  const { deal } = await circle.sell(world.sara, { contactId: same }, { referralId: id });
  expect(deal).toMatchObject({ degree: 2, root: root(world.bram) });
});

test('without a basis of consent the seller names nobody, and still sees the role only', async () => {
  const { id } = await refer({ consentBasis: 'NONE_YET' });
  expect(refused(await circle.sell(world.sara, { contactId }, { referralId: id }))).toEqual([
    'NOT_FOUND buyer.contactId',
  ]);
  const { deal } = await circle.sell(world.sara, null, { referralId: id });
  expect(await circle.deal(world.sara, deal.id, 'buyerContact { name role email }')).toEqual({
    buyerContact: { name: null, role: 'buyer', email: null },
  });
});

test('from inside, the giver is the buyer and the root', async () => {
  const { referral } = await circle.refer(world.bram, world.sara);
  const { deal } = await circle.sell(world.sara, null, { referralId: referral.id });
  expect(deal).toMatchObject({ degree: 1, direct: true, root: root(world.bram), origin: null });
});

test('a giver of another club who buys himself is no networking return, and still the root', async () => {
  const input = { clubId: world.utrechtId, prospect: null };
  const { referral } = await circle.refer(world.ulf, world.sara, input);
  const { deal } = await circle.sell(world.sara, null, { referralId: referral.id });
  expect(deal).toMatchObject({ degree: null, direct: false, root: root(world.ulf), origin: null });
});

test('somebody else than the prospect is refused', async () => {
  const other = await circle.contact(world.sara, 'Other');
  const [outside, inside] = [await refer(), (await circle.refer(world.bram, world.sara)).referral];
  for (const [referral, buyer] of [
    [outside, { contactId: other }],
    [outside, { personId: world.bram.personId }],
    [inside, { contactId: other }],
    [inside, { personId: world.cleo.personId }],
  ]) {
    const sale = await circle.sell(world.sara, buyer, { referralId: referral.id });
    expect(refused(sale)).toEqual(['BUYER_IS_NOT_PROSPECT buyer']);
  }
});

test('a deal does not come before its referral', async () => {
  const { id } = await app.at('2026-03-02T09:00:00Z', () => refer());
  const on = async (closedOn: string) => refused(await circle.sell(world.sara, null, { referralId: id, closedOn }));
  expect(await on('2026-03-01')).toEqual(['DATE_OUT_OF_RANGE closedOn']);
  expect(await on('2026-03-02')).toEqual([]);
});

test('a refused deal leaves the referral as it was', async () => {
  const { id } = await refer();
  expect(refused(await circle.sell(world.sara, null, { referralId: id, amount: '0' }))).toEqual(['INVALID amount']);
  expect(await read(world.sara, id)).toMatchObject({ stage: 'SUSPECT', introduction: { acceptedAt: null } });
});
