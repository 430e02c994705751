import { newId } from '../../src/platform/id.js';
import { Circle } from '../support/circle.js';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let elsewhere: World;
let circle: Circle;
let own: string;
let ofPia: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  elsewhere = await World.build(app.database);
  circle = new Circle(app, world);
  own = await circle.contact(world.sara, 'Own');
  ofPia = await circle.contact(world.pia, 'Somebody');
});
afterAll(() => app.stop());

const byBram = () => ({ personId: world.bram.personId });
const record = (input: object) =>
  circle.record(world.sara, { introduced: { contactId: own }, introducer: byBram(), ...input });
const recorded = async () => (await record({})).introduction.id;
const ofOthers = async () => (await circle.introduce(world.pia, { contactId: ofPia }, world.cleo)).introduction.id;

test('a beneficiary of another network, or without a seat, does not exist', () =>
  expectMissing(
    (beneficiaryId) => record({ beneficiaryId }),
    [elsewhere.sara.personId, world.otto.personId],
    'NOT_FOUND beneficiaryId',
  ));

test('the contact of somebody else does not exist as the introduced, even when his role is seen', async () => {
  await circle.introduce(world.pia, { contactId: ofPia }, world.sara, { consentBasis: 'NONE_YET' });
  await expectMissing((contactId) => record({ introduced: { contactId } }), [ofPia], 'NOT_FOUND introduced.contactId');
});

test('a person of another network, or without a seat, does not exist as the introduced', () =>
  expectMissing(
    (personId) => record({ introduced: { personId } }),
    [elsewhere.ulf.personId, world.otto.personId],
    'NOT_FOUND introduced.personId',
  ));

test('the contact of somebody else does not exist as the introducer', async () => {
  const { id: parentId } = (await record({})).introduction;
  await expectMissing(
    (contactId) => record({ introducer: { contactId, parentId } }),
    [ofPia],
    'NOT_FOUND introducer.contactId',
  );
});

test('a person of another network, or without a seat, does not exist as introducer or asker', async () => {
  const hidden = [elsewhere.bram.personId, world.otto.personId];
  await expectMissing((personId) => record({ introducer: { personId } }), hidden, 'NOT_FOUND introducer.personId');
  await expectMissing(
    (askerId) => record({ introducer: { contactId: own, askerId } }),
    hidden,
    'NOT_FOUND introducer.askerId',
  );
});

test('an introduction that served another does not exist as the parent', async () => {
  const hidden = await ofOthers();
  await expectMissing(
    (parentId) => record({ introducer: { contactId: own, parentId } }),
    [hidden],
    'NOT_FOUND introducer.parentId',
  );
});

test.each(['correctIntroduction', 'insertIntroduction', 'stateConsent'] as const)(
  'an introduction in which the viewer has no part does not exist for %s',
  async (mutation) => {
    const inputs = {
      correctIntroduction: { introducer: byBram(), reason: 'It was otherwise.' },
      insertIntroduction: { contactId: own },
      stateConsent: { consentBasis: 'NONE_YET' },
    };
    const ask = (introductionId: string) =>
      app.act(world.sara, mutation, { introductionId, ...inputs[mutation] }, 'introduction { id }');
    await expectMissing(ask, [await ofOthers()], 'NOT_FOUND introductionId');
  },
);

test('nor do such introducers in a correction', async () => {
  const introductionId = await recorded();
  const correct = (introducer: object) => circle.correct(world.sara, { introductionId, introducer });
  const { personId } = elsewhere.bram;
  await expectMissing((id) => correct({ personId: id }), [personId], 'NOT_FOUND introducer.personId');
  await expectMissing((id) => correct({ contactId: own, askerId: id }), [personId], 'NOT_FOUND introducer.askerId');
  await expectMissing(
    (id) => correct({ contactId: id, askerId: world.bram.personId }),
    [ofPia],
    'NOT_FOUND introducer.contactId',
  );
  const hidden = await ofOthers();
  await expectMissing((id) => correct({ contactId: own, parentId: id }), [hidden], 'NOT_FOUND introducer.parentId');
});

test('nor such contacts and introducers as forgotten ones', async () => {
  const introductionId = await recorded();
  const insert = (input: object) => circle.insert(world.sara, { introductionId, ...input });
  await expectMissing((contactId) => insert({ contactId }), [ofPia], 'NOT_FOUND contactId');
  const contactId = await circle.contact(world.sara, 'Forgotten');
  await expectMissing(
    (introducerId) => insert({ contactId, introducerId }),
    [elsewhere.bram.personId],
    'NOT_FOUND introducerId',
  );
});

test('an introduction is read only by who has a part in it', async () => {
  const query = 'query ($id: UUID!) { introduction(id: $id) { id } }';
  const id = await ofOthers();
  for (const actor of [world.sara, world.bram, world.ada, world.dirk, elsewhere.cleo]) {
    expect((await app.query(actor, query, { id })).introduction).toBeNull();
  }
  expect((await app.query(world.pia, query, { id: newId() })).introduction).toBeNull();
});
