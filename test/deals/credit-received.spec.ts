import { Circle } from '../support/circle.js';
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

/** The seller sells for so much to a client of Bram, and shows it to Bram in this way. */
async function sellForBram(seller: CastMember, amount: string, amountVisibility: string, currency = 'EUR') {
  const contactId = await circle.contact(world.bram, `Client of ${seller.personId}`);
  await circle.introduce(world.bram, { contactId }, seller);
  return (await circle.sell(seller, { contactId }, { amount, amountVisibility, currency })).deal;
}

async function received(viewer: CastMember) {
  const selection = 'creditReceived { deals sellers amount { amount currency } }';
  return (await app.query(viewer, `{ viewer { ${selection} } }`)).viewer.creditReceived;
}

test('amounts that are shown are summed, each currency by itself, with their adjustments', async () => {
  const deal = await sellForBram(world.sara, '100.00', 'EXACT');
  await sellForBram(world.sara, '50.00', 'EXACT');
  await sellForBram(world.cleo, '7000', 'EXACT', 'JPY');
  await app.act(world.sara, 'adjustDeal', { dealId: deal.id, amount: '-10.01', reason: 'Misprint' }, 'deal { id }');
  expect(await received(world.bram)).toEqual([
    { deals: 2, sellers: 1, amount: { amount: '139.99', currency: 'EUR' } },
    { deals: 1, sellers: 1, amount: { amount: '7000', currency: 'JPY' } },
  ]);
});

test('amounts that are shown only in a sum are summed once three sellers hide theirs in it', async () => {
  await sellForBram(world.sara, '100.00', 'ONLY_THE_SUM');
  await sellForBram(world.cleo, '200.00', 'EXACT');
  await sellForBram(world.vik, '300.00', 'BAND');
  await sellForBram(world.vik, '1.00', 'ONLY_THE_SUM');
  expect(await received(world.bram)).toEqual([{ deals: 4, sellers: 3, amount: null }]);
  await sellForBram(world.pia, '400.00', 'ONLY_THE_SUM');
  expect(await received(world.bram)).toMatchObject([{ deals: 5, sellers: 4, amount: { amount: '1001.00' } }]);
});

test('a hidden deal is left out', async () => {
  await sellForBram(world.sara, '100.00', 'HIDDEN');
  await sellForBram(world.cleo, '200.00', 'EXACT');
  expect(await received(world.bram)).toMatchObject([{ deals: 1, amount: { amount: '200.00' } }]);
});

test('a split gives each his part to the cent, and the root no longer all', async () => {
  const deal = await sellForBram(world.sara, '100.01', 'EXACT');
  const shares = [
    { personId: world.bram.personId, percent: '50' },
    { personId: world.vik.personId, percent: '50' },
  ];
  await app.act(world.sara, 'splitCredit', { dealId: deal.id, shares }, 'deal { id }');
  const [ofBram] = await received(world.bram);
  const [ofVik] = await received(world.vik);
  expect([ofBram.amount.amount, ofVik.amount.amount].sort()).toEqual(['50.00', '50.01']);
  await app.act(
    world.sara,
    'splitCredit',
    { dealId: deal.id, shares: [{ personId: world.vik.personId, percent: '100' }] },
    'deal { id }',
  );
  expect(await received(world.bram)).toEqual([]);
  expect(await received(world.vik)).toMatchObject([{ amount: { amount: '100.01' } }]);
});
