import { newId } from '../../src/platform/id.js';
import { Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let contactId: string;

const whole = { company: 'Baert', role: 'buyer', email: 'carl@baert.example', phone: '+3292100001' };
const onlyTheRole = { name: null, company: null, role: 'buyer', email: null, phone: null, person: null };

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  contactId = await circle.contact(world.bram, 'Carl Baert', whole);
  await app.act(world.bram, 'identifyContact', { contactId, personId: world.ulf.personId }, 'contact { id }');
});
afterAll(() => app.stop());

const fields = 'name company role email phone person { id }';
const contact = async (actor: { token: string }, id = contactId) =>
  (await app.query(actor, `query ($id: UUID!) { contact(id: $id) { ${fields} } }`, { id })).contact;
const open = () => ({ ...whole, name: 'Carl Baert', person: { id: world.ulf.personId } });
const introduce = async (consentBasis: string): Promise<string> =>
  (await circle.introduce(world.bram, { contactId }, world.sara, { consentBasis })).introduction.id;
const state = (actor: { token: string }, introductionId: string, consentBasis: string) =>
  app.act(actor, 'stateConsent', { introductionId, consentBasis }, 'introduction { consentBasis }');

test('the owner sees the details; to everybody else the contact does not exist', async () => {
  expect(await contact(world.bram)).toEqual(open());
  for (const actor of [world.sara, world.pia, world.tess, world.ada, world.dirk, world.otto, world.ulf]) {
    expect(await contact(actor)).toBeNull();
  }
  expect(await contact(world.bram, newId())).toBeNull();
});

test.each(['ASKED_AND_AGREED', 'EXISTING_REQUEST', 'PUBLIC_BUSINESS_DETAILS'])(
  'on the basis %s the beneficiary sees the details, and nobody else does',
  async (basis) => {
    await introduce(basis);
    expect(await contact(world.sara)).toEqual(open());
    expect(await contact(world.cleo)).toBeNull();
  },
);

test('without a basis the beneficiary sees the role; with one the details; after it is withdrawn the role again', async () => {
  const introductionId = await introduce('NONE_YET');
  expect(await contact(world.sara)).toEqual(onlyTheRole);
  await state(world.bram, introductionId, 'ASKED_AND_AGREED');
  expect(await contact(world.sara)).toEqual(open());
  await state(world.bram, introductionId, 'NONE_YET');
  expect(await contact(world.sara)).toEqual(onlyTheRole);
});

test('through a referral and its introduction the receiver sees no more than that', async () => {
  await circle.refer(world.bram, world.sara, { prospect: { contactId }, consentBasis: 'NONE_YET' });
  const query = `{ viewer { referralsReceived { nodes { need introduction { introducedContact { ${fields} } } } } } }`;
  const { viewer } = await app.query(world.sara, query);
  expect(viewer.referralsReceived.nodes).toEqual([
    { need: expect.any(String), introduction: { introducedContact: onlyTheRole } },
  ]);
});

test('a beneficiary keeps the details as long as one introduction gives them', async () => {
  const first = await introduce('ASKED_AND_AGREED');
  const second = await introduce('EXISTING_REQUEST');
  await state(world.bram, first, 'NONE_YET');
  expect(await contact(world.sara)).toEqual(open());
  await state(world.bram, second, 'NONE_YET');
  expect(await contact(world.sara)).toEqual(onlyTheRole);
});

test('what the beneficiary states himself opens nothing to him', async () => {
  const introductionId = await introduce('ASKED_AND_AGREED');
  await circle.record(world.sara, { introduced: { contactId }, introducer: { personId: world.cleo.personId } });
  await state(world.bram, introductionId, 'NONE_YET');
  expect(await contact(world.sara)).toEqual(onlyTheRole);
});

test('of a contact who made an introduction to him the beneficiary sees the role', async () => {
  const dora = await circle.contact(world.bram, 'Dora');
  await circle.record(world.bram, {
    beneficiaryId: world.sara.personId,
    introduced: { contactId: dora },
    introducer: { contactId, askerId: world.bram.personId },
  });
  expect(await contact(world.sara)).toEqual(onlyTheRole);
  expect(await contact(world.sara, dora)).toMatchObject({ name: 'Dora' });
});

describe('an address book', () => {
  const book = async (actor: { token: string }, variables: object = {}) => {
    const query = `query ($first: Int! = 20, $after: String) {
      viewer { contacts(first: $first, after: $after) { totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } } }
    }`;
    return (await app.query(actor, query, variables)).viewer.contacts;
  };
  const names = (list: { nodes: { name: string }[] }) => list.nodes.map((node) => node.name);

  test('is its owner’s alone: what was introduced to him is not in it', async () => {
    await introduce('ASKED_AND_AGREED');
    expect(names(await book(world.bram))).toEqual(['Carl Baert']);
    expect(await book(world.sara)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('is read by name, page after page', async () => {
    for (const name of ['Emma', 'Aldo', 'Dora', 'Bert']) await circle.contact(world.bram, name);
    const first = await book(world.bram, { first: 2 });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const second = await book(world.bram, { first: 2, after: first.pageInfo.endCursor });
    const third = await book(world.bram, { first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].flatMap(names)).toEqual(['Aldo', 'Bert', 'Carl Baert', 'Dora', 'Emma']);
    expect(third.pageInfo.hasNextPage).toBe(false);
  });

  test('of five contacts costs as many statements as of one', async () => {
    for (const name of ['Emma', 'Aldo', 'Dora', 'Bert']) {
      const id = await circle.contact(world.bram, name);
      await app.act(world.bram, 'identifyContact', { contactId: id, personId: world.ulf.personId }, 'contact { id }');
    }
    const count = (first: number) => app.countQueries(() => book(world.bram, { first }));
    expect(await count(5)).toBe(await count(1));
  });
});
