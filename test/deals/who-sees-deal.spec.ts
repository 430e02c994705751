import { newId } from '../../src/platform/id.js';
import { type ChainLink, Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let client: ChainLink;
let dora: ChainLink;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Bram introduced Client to Sara, who brought Dora. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  [client, dora] = (await circle.chain(world.bram, world.sara, ['Client', 'Dora'])) as [ChainLink, ChainLink];
});
afterAll(() => app.stop());

const money = `amount { amount } netAmount { amount } amountBand { from { amount } below { amount } }
  adjustments { nodes { amount { amount } reason } } credits { person { id } percent amount { amount } }`;

/** A deal for 1234.56 with a refund of 34.56, of which Cleo is credited with a quarter. */
async function sold(amountVisibility: string): Promise<string> {
  const input = { amount: '1234.56', amountVisibility };
  const { id: dealId } = (await circle.sell(world.sara, { contactId: client.contactId }, input)).deal;
  await app.act(world.sara, 'adjustDeal', { dealId, amount: '-34.56', reason: 'Client moved' }, 'deal { id }');
  const shares = [
    { personId: world.bram.personId, percent: '75' },
    { personId: world.cleo.personId, percent: '25' },
  ];
  await app.act(world.sara, 'splitCredit', { dealId, shares }, 'deal { id }');
  return dealId;
}

const exact = { amount: { amount: '1234.56' }, netAmount: { amount: '1200.00' } };
const band = { amountBand: { from: { amount: '1000.00' }, below: { amount: '10000.00' } } };
const nothing = { amount: null, netAmount: null, amountBand: null, adjustments: null };
const adjusted = (reason: string | null) => ({ adjustments: { nodes: [{ amount: { amount: '-34.56' }, reason }] } });

describe.each([
  ['EXACT', { ...exact, ...band, ...adjusted(null) }, true],
  ['BAND', { ...nothing, ...band }, false],
  ['ONLY_THE_SUM', nothing, false],
  ['HIDDEN', nothing, false],
] as const)('of a deal shown as %s', (amountVisibility, shown, withCredit) => {
  test('the root and the other one credited see as much as the seller lets them, and their own credit', async () => {
    const id = await sold(amountVisibility);
    const credit = (member: CastMember, percent: string, amount: string) => ({
      credits: [{ person: { id: member.personId }, percent, amount: withCredit ? { amount } : null }],
    });
    expect(await circle.deal(world.bram, id, money)).toEqual({ ...shown, ...credit(world.bram, '75', '900.00') });
    expect(await circle.deal(world.cleo, id, money)).toEqual({ ...shown, ...credit(world.cleo, '25', '300.00') });
  });

  test('the seller sees all', async () => {
    const seen = await circle.deal(world.sara, await sold(amountVisibility), money);
    expect(seen).toMatchObject({ ...exact, ...band, ...adjusted('Client moved') });
    expect(seen.credits).toHaveLength(2);
  });

  test('to everybody else there is no such deal', async () => {
    const id = await sold(amountVisibility);
    for (const viewer of [world.vik, world.pia, world.tess, world.ulf, world.ada, world.dirk, world.otto]) {
      expect(await circle.deal(viewer, id, 'id')).toBeNull();
    }
    expect(await circle.deal(world.sara, newId(), 'id')).toBeNull();
  });
});

const about = `direct degree repeat closedOn description amountVisibility seller { id } root { id }
  buyerContact { name } buyerPerson { id } viewerCan { change }
  origin { degree introducedContact { name } introducedPerson { id } introducer { id } introducerContact { name } }`;

test('the root of a deal with his own contact learns that it closed, not what was sold', async () => {
  const { deal } = await circle.sell(world.sara, { contactId: client.contactId });
  expect(await circle.deal(world.bram, deal.id, about)).toMatchObject({
    degree: 2,
    description: null,
    seller: { id: world.sara.personId },
    root: { id: world.bram.personId },
    buyerContact: { name: 'Client' },
    viewerCan: { change: false },
    origin: { degree: 2, introducedContact: { name: 'Client' }, introducer: { id: world.bram.personId } },
  });
});

test('of a deal further down the root learns how far it was, not who bought or brought the buyer', async () => {
  const { introduction } = await circle.record(world.sara, {
    introduced: { personId: world.ulf.personId },
    introducer: { contactId: dora.contactId, parentId: dora.id },
  });
  expect(introduction.degree).toBe(4);
  for (const [buyer, degree] of [
    [{ contactId: dora.contactId }, 3],
    [{ personId: world.ulf.personId }, 4],
  ] as const) {
    const { deal } = await circle.sell(world.sara, buyer);
    expect(await circle.deal(world.bram, deal.id, about)).toMatchObject({
      degree,
      buyerContact: null,
      buyerPerson: null,
      origin: { degree, introducedContact: null, introducedPerson: null, introducer: null },
    });
  }
});

test('who shares the credit without a part in the chain learns nothing of the chain but its root', async () => {
  const id = await sold('EXACT');
  expect(await circle.deal(world.cleo, id, about)).toMatchObject({
    degree: 2,
    root: { id: world.bram.personId },
    description: null,
    buyerContact: null,
    buyerPerson: null,
    origin: null,
  });
});

test('a contact who is a person does not tell the root whom he does not know', async () => {
  const identity = { contactId: dora.contactId, personId: world.ulf.personId };
  await app.act(world.sara, 'identifyContact', identity, 'contact { id }');
  const { deal } = await circle.sell(world.sara, { personId: world.ulf.personId });
  expect(deal).toMatchObject({ degree: 3, root: { id: world.bram.personId } });
  expect(await circle.deal(world.bram, deal.id, about)).toMatchObject({ buyerContact: null, buyerPerson: null });
});
