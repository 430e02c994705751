import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

/** The introductions that the rules refuse. */
let app: TestApp;
let world: World;
let circle: Circle;
let contactId: string;
let own: string;
let client: string;
let parentId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  contactId = await circle.contact(world.bram, 'Carl Baert');
  own = await circle.contact(world.sara, 'Own');
  client = await circle.contact(world.sara, 'Client');
  parentId = (await record({ introduced: { contactId: client }, ...byBram() })).introduction.id;
});
afterAll(() => app.stop());

const record = (input: object) => circle.record(world.sara, { introduced: { contactId: own }, ...input });
const byBram = () => ({ introducer: { personId: world.bram.personId } });

test('an introduction of tomorrow is refused', async () => {
  const record = () => circle.record(world.sara, { introduced: { contactId: own }, ...byBram(), happenedOn });
  const happenedOn = '2026-04-02';
  expect(refused(await app.at('2026-04-01T12:00:00Z', record))).toEqual(['DATE_OUT_OF_RANGE happenedOn']);
  expect(refused(await app.at('2026-04-01T22:00:00Z', record))).toEqual([]);
});

test('a day on which the introducer, the asker or the beneficiary had no seat is refused', async () => {
  const late = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-05-01');
  const asked = { contactId: client, askerId: late.personId };
  for (const introducer of [{ personId: late.personId }, asked]) {
    expect(refused(await record({ introducer, happenedOn: '2026-04-30' }))).toEqual(['NOT_A_MEMBER happenedOn']);
    expect(refused(await record({ introducer, happenedOn: '2026-05-01' }))).toEqual([]);
  }
  expect(refused(await record({ ...byBram(), happenedOn: '2025-12-31' }))).toEqual(['NOT_A_MEMBER happenedOn']);
});

test('exactly one is introduced', async () => {
  for (const introduced of [{}, { contactId: own, personId: world.ulf.personId }]) {
    expect(refused(await record({ introduced, ...byBram() }))).toEqual(['INVALID introduced']);
  }
});

test('an introducer who is none, is two, or is a member with a parent or an asker is refused', async () => {
  const { personId } = world.bram;
  const wrong = [{}, { personId, contactId: client }, { personId, parentId }, { personId, askerId: personId }];
  for (const introducer of wrong) expect(refused(await record({ introducer }))).toEqual(['INVALID introducer']);
});

test('a contact who introduces was either introduced himself or asked by a member', async () => {
  const asked = { contactId: client, askerId: world.bram.personId };
  for (const introducer of [{ contactId: client }, { ...asked, parentId }]) {
    expect(refused(await record({ introducer }))).toEqual(['NO_CHAIN introducer']);
  }
});

test('a parent that did not introduce this contact is refused', async () => {
  const other = await circle.contact(world.sara, 'Other');
  expect(refused(await record({ introducer: { contactId: other, parentId } }))).toEqual([
    'NO_CHAIN introducer.parentId',
  ]);
});

test('nobody introduces to himself: not as a member, not as the asker, not as a contact', async () => {
  const asContact = await circle.contact(world.bram, 'Sara');
  const identity = { contactId: asContact, personId: world.sara.personId };
  await app.act(world.bram, 'identifyContact', identity, 'contact { id }');
  const asked = { contactId: client, askerId: world.sara.personId };
  for (const introducer of [{ personId: world.sara.personId }, asked]) {
    expect(refused(await record({ introducer }))).toEqual(['GIVER_IS_RECEIVER introducer']);
  }
  const byHerself = await circle.record(world.bram, {
    beneficiaryId: world.sara.personId,
    introduced: { contactId },
    introducer: { contactId: asContact, askerId: world.bram.personId },
  });
  expect(refused(byHerself)).toEqual(['GIVER_IS_RECEIVER introducer']);
});

test('nobody stands twice in a chain: not the introducer, one above, the root, the beneficiary', async () => {
  const second = await circle.onward(world.sara, parentId, client, 'Dora');
  const onward = { introducer: { contactId: second.contactId, parentId: second.introduction.id } };
  for (const introduced of [
    { contactId: second.contactId },
    { contactId: client },
    { personId: world.bram.personId },
    { personId: world.sara.personId },
  ]) {
    expect(refused(await record({ introduced, ...onward }))).toEqual(['INTRODUCTION_LOOP introduced']);
  }
  expect(refused(await record({ introduced: { personId: world.bram.personId }, ...byBram() }))).toEqual([
    'INTRODUCTION_LOOP introduced',
  ]);
});

test('nor does the same human as another row: same e-mail address, phone or person', async () => {
  const email = 'client@example.com';
  const phone = '+3292100001';
  const one = await circle.contact(world.sara, 'One', { email, phone });
  const parent = (await record({ introduced: { contactId: one }, ...byBram() })).introduction.id;
  for (const details of [{ email: 'Client@Example.com' }, { phone: '+32 9 210 00 01' }]) {
    const same = await circle.contact(world.sara, 'The same', details);
    const loop = await record({ introduced: { contactId: same }, introducer: { contactId: one, parentId: parent } });
    expect(refused(loop)).toEqual(['INTRODUCTION_LOOP introduced']);
  }
  const identity = { contactId: own, personId: world.bram.personId };
  await app.act(world.sara, 'identifyContact', identity, 'contact { id }');
  expect(refused(await record(byBram()))).toEqual(['INTRODUCTION_LOOP introduced']);
});

test('whoever introduces may be named by another row than the one that was introduced; both stand in the chain', async () => {
  const phone = '+3292100003';
  const one = await circle.contact(world.sara, 'One', { phone, email: 'one@example.com' });
  const same = await circle.contact(world.sara, 'The same', { phone });
  const other = await circle.contact(world.sara, 'Also the same', { email: 'one@example.com' });
  const parent = (await record({ introduced: { contactId: one }, ...byBram() })).introduction.id;
  const introducer = { contactId: same, parentId: parent };
  expect(refused(await record({ introducer }))).toEqual([]);
  expect(refused(await record({ introduced: { contactId: other }, introducer }))).toEqual([
    'INTRODUCTION_LOOP introduced',
  ]);
});
