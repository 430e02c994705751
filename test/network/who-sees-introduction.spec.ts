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

const fields = `degree introducedContact { name } introducedPerson { givenName } introducer { givenName }
  introducerContact { name } parent { degree } viewerCan { correctChain stateConsent }`;
const sees = (viewer: CastMember, id: string) => circle.introduction(viewer, id, fields);
const may = (correctChain: boolean, stateConsent: boolean) => ({ correctChain, stateConsent });

/** Bram introduces Client to Sara, who brings Ulf of Utrecht, who brings somebody from his own address book. */
async function chain() {
  const [client] = await circle.chain(world.bram, world.sara, ['Client']);
  const { introduction: second } = await circle.record(world.sara, {
    introduced: { personId: world.ulf.personId },
    introducer: { contactId: client?.contactId, parentId: client?.id },
  });
  const ofUlf = await circle.contact(world.ulf, 'Somebody');
  const { introduction: third } = await circle.introduce(world.ulf, { contactId: ofUlf }, world.sara);
  return { first: client?.id ?? '', second: second.id, third: third.id };
}

test('the beneficiary sees all of his chains', async () => {
  const { first, second, third } = await chain();
  expect(await sees(world.sara, first)).toEqual({
    degree: 2,
    introducedContact: { name: 'Client' },
    introducedPerson: null,
    introducer: { givenName: 'Bram' },
    introducerContact: null,
    parent: null,
    viewerCan: may(true, false),
  });
  expect(await sees(world.sara, second)).toMatchObject({
    introducedPerson: { givenName: 'Ulf' },
    introducerContact: { name: 'Client' },
    parent: { degree: 2 },
    viewerCan: may(true, true),
  });
  expect(await sees(world.sara, third)).toMatchObject({
    introducedContact: { name: 'Somebody' },
    introducer: { givenName: 'Ulf' },
    parent: { degree: 3 },
  });
});

test('the root sees that the chain went on, not by whom and to whom', async () => {
  const { first, second, third } = await chain();
  expect(await sees(world.bram, first)).toMatchObject({
    introducedContact: { name: 'Client' },
    introducer: { givenName: 'Bram' },
    viewerCan: may(false, true),
  });
  for (const [id, degree] of [
    [second, 3],
    [third, 4],
  ] as const) {
    expect(await sees(world.bram, id)).toEqual({
      degree,
      introducedContact: null,
      introducedPerson: null,
      introducer: null,
      introducerContact: degree === 3 ? { name: 'Client' } : null,
      parent: { degree: degree - 1 },
      viewerCan: may(false, false),
    });
  }
});

test('who introduced further down sees his own introduction, and nothing above it', async () => {
  const { first, second, third } = await chain();
  expect(await sees(world.ulf, third)).toMatchObject({
    introducedContact: { name: 'Somebody' },
    introducer: { givenName: 'Ulf' },
    parent: null,
  });
  for (const id of [first, second]) expect(await sees(world.ulf, id)).toBeNull();
});

test('nobody else sees any of it, whatever his office', async () => {
  const { first, second, third } = await chain();
  for (const viewer of [world.cleo, world.pia, world.tess, world.ada, world.dirk, world.otto]) {
    for (const id of [first, second, third]) expect(await sees(viewer, id)).toBeNull();
  }
});

test('of a person of the clubs, too, the beneficiary learns who it is once there is a basis', async () => {
  const introduced = { personId: world.ulf.personId };
  const { introduction } = await circle.introduce(world.bram, introduced, world.sara, { consentBasis: 'NONE_YET' });
  const person = async (viewer: CastMember) => (await sees(viewer, introduction.id)).introducedPerson;
  expect([await person(world.bram), await person(world.sara)]).toEqual([{ givenName: 'Ulf' }, null]);
  const consent = { introductionId: introduction.id, consentBasis: 'ASKED_AND_AGREED' };
  await app.act(world.bram, 'stateConsent', consent, 'introduction { id }');
  expect(await person(world.sara)).toEqual({ givenName: 'Ulf' });
});

test('who was introduced does not see it by that', async () => {
  const introduced = { personId: world.ulf.personId };
  const { introduction } = await circle.introduce(world.bram, introduced, world.sara);
  expect(await sees(world.ulf, introduction.id)).toBeNull();
});
