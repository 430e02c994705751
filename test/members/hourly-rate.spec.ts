import { randomUUID } from 'node:crypto';
import { refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'membership { id hourlyRate { amount currency } }';
const change = (actor: CastMember, input: object, seat = world.sara) =>
  app.act(actor, 'changeHourlyRate', { membershipId: seat.membershipId, ...input }, selection);
const rateSeen = async (viewer: CastMember) => {
  const query = `{ membership(id: "${world.sara.membershipId}") { hourlyRate { amount currency } } }`;
  return (await app.query(viewer, query)).membership?.hourlyRate ?? null;
};

test('a member says what his hour is worth, in the currency of the club, and takes it back', async () => {
  expect(await rateSeen(world.sara)).toBeNull();
  const { membership } = await change(world.sara, { hourlyRate: '75.5' });
  expect(membership.hourlyRate).toEqual({ amount: '75.50', currency: 'EUR' });
  expect(await rateSeen(world.sara)).toEqual({ amount: '75.50', currency: 'EUR' });
  expect((await change(world.sara, { hourlyRate: null })).membership.hourlyRate).toBeNull();
});

test('it is for nobody else, whatever his office, and nothing is told of it in the record', async () => {
  await change(world.sara, { hourlyRate: '75' });
  for (const viewer of [world.bram, world.pia, world.ada, world.dirk, world.tess]) {
    expect(await rateSeen(viewer)).toBeNull();
  }
  const recorded = await app.database.query<object[]>(
    `SELECT DISTINCT actor_id, club_id, details FROM activities WHERE verb = 'membership.hourly_rate_changed'`,
  );
  expect(recorded).toEqual([{ actor_id: world.sara.personId, club_id: world.ghentId, details: {} }]);
});

test.each([
  ['of zero', '0.00', ['INVALID hourlyRate']],
  ['more precise than the currency', '10.001', ['AMOUNT_TOO_PRECISE hourlyRate']],
  ['too large', '99999999999999', ['AMOUNT_TOO_LARGE hourlyRate']],
  ['below zero', '-5', ['INVALID hourlyRate']],
])('a rate %s is refused', async (_, hourlyRate, expected) => {
  expect(refused(await change(world.sara, { hourlyRate }))).toEqual(expected);
});

test('nobody says it for another: who sees the seat may not, and who does not finds none', async () => {
  const input = { membershipId: world.sara.membershipId, hourlyRate: '10' };
  for (const actor of [world.bram, world.pia, world.ada, world.tess]) {
    const { errors } = await app.attempt(actor, 'changeHourlyRate', input, selection);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(refused(await change(world.otto, { hourlyRate: '10' }))).toEqual(['NOT_FOUND membershipId']);
  expect(refused(await change(world.sara, { hourlyRate: '10', membershipId: randomUUID() }))).toEqual([
    'NOT_FOUND membershipId',
  ]);
});

test('who has left still says it: the report on the seat stays his own', async () => {
  const left = await world.member('Lena', 'Nijs', world.ghentId, 'Baker');
  await app.database.query(`UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1`, [left.membershipId]);
  expect((await change(left, { hourlyRate: '40' }, left)).membership.hourlyRate).toMatchObject({ amount: '40.00' });
});

test('a change sent twice with one key happens once', async () => {
  const input = { hourlyRate: '60', idempotencyKey: randomUUID() };
  const first = await change(world.sara, input);
  expect((await change(world.sara, input)).membership).toEqual(first.membership);
  expect(refused(await change(world.sara, { ...input, hourlyRate: '61' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});

test('whoever may say it is told so', async () => {
  const ask = async (viewer: CastMember) =>
    (await app.query(viewer, `{ membership(id: "${world.sara.membershipId}") { viewerCan { changeHourlyRate } } }`))
      .membership.viewerCan.changeHourlyRate;
  expect([await ask(world.sara), await ask(world.pia)]).toEqual([true, false]);
});
