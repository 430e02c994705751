import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'membership { company renewsOn profession { name } }';
const forbidden = [{ extensions: { code: 'FORBIDDEN' } }];
const change = (actor: { token: string }, input: object) =>
  app.act(actor, 'changeMembership', { membershipId: world.sara.membershipId, ...input }, selection);
const renew = (actor: { token: string }, input: object = {}) =>
  app.act(
    actor,
    'renewMembership',
    { membershipId: world.sara.membershipId, renewsOn: '2027-06-01', ...input },
    selection,
  );

test('a member changes his own company, and nothing else changes with it', async () => {
  expect(await change(world.sara, { company: 'Peeters Print nv' })).toMatchObject({
    membership: { company: 'Peeters Print nv', profession: { name: 'Printer' } },
  });
});

test('his profession is changed by those who admit', async () => {
  const professionId = await world.profession('Publisher');
  const input = { membershipId: world.sara.membershipId, professionId };
  expect((await app.attempt(world.sara, 'changeMembership', input, selection)).errors).toMatchObject(forbidden);
  expect(await change(world.vik, { professionId })).toMatchObject({
    membership: { profession: { name: 'Publisher' } },
  });
});

test('a profession that has a seat in the club cannot be taken', async () => {
  expect((await change(world.pia, { professionId: await world.profession('Plumber') })).errors).toMatchObject([
    { code: 'SEAT_TAKEN', field: ['input', 'professionId'] },
  ]);
});

test('fellow members and strangers change nothing of it', async () => {
  const input = { membershipId: world.sara.membershipId, company: 'Other' };
  for (const actor of [world.bram, world.tess, world.dirk]) {
    expect((await app.attempt(actor, 'changeMembership', input, selection)).errors).toMatchObject(forbidden);
  }
  expect((await change(world.otto, { company: 'Other' })).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'membershipId'] },
  ]);
  expect((await change(world.pia, { membershipId: newId(), company: 'Other' })).errors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
});

test('those who admit set when a seat is to be renewed, after its first day', async () => {
  expect(await renew(world.ada)).toMatchObject({ membership: { renewsOn: '2027-06-01' }, errors: [] });
  expect((await renew(world.pia, { renewsOn: '2026-01-01' })).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'renewsOn'] },
  ]);
  const input = { membershipId: world.sara.membershipId, renewsOn: '2028-01-01' };
  expect((await app.attempt(world.sara, 'renewMembership', input, selection)).errors).toMatchObject(forbidden);
});

test('an ended membership is neither changed nor renewed', async () => {
  const { membershipId } = world.cleo;
  const end = { membershipId, leftOn: '2026-02-01' };
  await app.act(world.pia, 'endMembership', end, 'membership { id }');
  const left = [{ code: 'ALREADY_LEFT', field: ['input', 'membershipId'] }];
  expect((await change(world.pia, { membershipId, company: 'Other' })).errors).toMatchObject(left);
  expect((await renew(world.pia, { membershipId })).errors).toMatchObject(left);
});
