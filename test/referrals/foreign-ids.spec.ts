import { newId } from '../../src/platform/id.js';
import { Circle } from '../support/circle.js';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let elsewhere: World;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  elsewhere = await World.build(app.database);
  circle = new Circle(app, world);
});
afterAll(() => app.stop());

test('a club of another network does not exist', () =>
  expectMissing((clubId) => circle.refer(world.bram, world.sara, { clubId }), [elsewhere.ghentId], 'NOT_FOUND clubId'));

test('nor does a seat of another network, or one that was left in another club', async () => {
  const left = await world.member('Lou', 'Hermans', world.utrechtId, 'Jeweller');
  const end = { membershipId: left.membershipId, leftOn: '2026-02-01' };
  await app.act(world.tess, 'endMembership', end, 'membership { id }');
  await expectMissing(
    (receiverMembershipId) => circle.refer(world.bram, world.sara, { receiverMembershipId }),
    [elsewhere.sara.membershipId, left.membershipId],
    'NOT_FOUND receiverMembershipId',
  );
});

test("nor does somebody else's contact as the prospect, even when his role is seen", async () => {
  const [hidden, role] = [await circle.contact(world.pia, 'One'), await circle.contact(world.pia, 'Other')];
  await circle.introduce(world.pia, { contactId: role }, world.bram, { consentBasis: 'NONE_YET' });
  await expectMissing(
    (contactId) => circle.refer(world.bram, world.sara, { prospect: { contactId } }),
    [hidden, role],
    'NOT_FOUND prospect.contactId',
  );
});

test('nor does a person of another network, or without a seat, as the prospect', () =>
  expectMissing(
    (personId) => circle.refer(world.bram, world.sara, { prospect: { personId } }),
    [elsewhere.ulf.personId, world.otto.personId],
    'NOT_FOUND prospect.personId',
  ));

test.each([
  ['promiseFirstContact', { promisedFor: '2090-01-01T09:00:00Z' }],
  ['recordFirstContact', {}],
  ['moveReferral', { to: 'PROSPECT' }],
  ['loseReferral', { reason: 'Too dear' }],
  ['declineReferral', { reason: 'NOT_A_FIT' }],
])('a referral between others does not exist for %s', async (mutation, input) => {
  const { referral } = await circle.refer(world.bram, world.sara);
  for (const stranger of [world.cleo, world.pia, world.ada, elsewhere.sara]) {
    await expectMissing(
      (referralId) => app.act(stranger, mutation, { referralId, ...input }, 'referral { id }'),
      [referral.id],
      'NOT_FOUND referralId',
    );
  }
});

test('a referral is read by its giver and its receiver only', async () => {
  const { referral } = await circle.refer(world.bram, world.sara);
  const query = 'query ($id: UUID!) { referral(id: $id) { id } }';
  const read = async (viewer: { token: string }, id: string) => (await app.query(viewer, query, { id })).referral;
  for (const viewer of [world.bram, world.sara]) expect(await read(viewer, referral.id)).toEqual({ id: referral.id });
  for (const viewer of [world.cleo, world.pia, world.tess, world.ada, world.dirk, world.otto, elsewhere.bram]) {
    expect(await read(viewer, referral.id)).toBeNull();
  }
  expect(await read(world.bram, newId())).toBeNull();
});
