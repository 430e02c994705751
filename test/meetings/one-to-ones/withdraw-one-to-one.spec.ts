import type { EntityManager } from 'typeorm';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { noon, selection, TwoOfThem, today } from './two-of-them.js';

let app: TestApp;
let world: World;
let pairs: TwoOfThem;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  pairs = new TwoOfThem(app);
});
afterEach(() => app.stop());

const withdraw = (actor: { token: string }, oneToOneId: string, instant = noon, reason = 'It was the week before') =>
  pairs.act(actor, 'withdrawOneToOne', { oneToOneId, reason }, instant);

test.each(['sara', 'bram'] as const)(
  'a record made by mistake is withdrawn by either, with a reason: %s',
  async (who) => {
    const id = await pairs.held(world.sara, world.bram);
    const { oneToOne, errors } = await withdraw(world[who], id);
    expect(errors).toEqual([]);
    expect(oneToOne).toMatchObject({
      ...{ state: 'WITHDRAWN', withdrawnAt: '2026-03-05T11:00:00.000Z', withdrawalReason: 'It was the week before' },
      ...{ heldOn: today, recordedBy: { id: world.sara.personId }, viewerCan: { withdraw: false } },
    });
    expect(await pairs.activities()).toMatchObject([
      { verb: 'one_to_one.held' },
      { verb: 'one_to_one.withdrawn', actorId: world[who].personId, clubId: null },
    ]);
  },
);

test('the day can be recorded again afterwards, in a row of its own', async () => {
  const first = await pairs.held(world.sara, world.bram);
  await withdraw(world.bram, first);
  const second = await pairs.held(world.bram, world.sara);
  expect(await pairs.rows()).toEqual([
    { id: first, state: 'withdrawn', held_on: today },
    { id: second, state: 'held', held_on: today },
  ]);
});

test('a record is withdrawn within seven days, and then stands', async () => {
  const id = await pairs.held(world.sara, world.bram);
  const { errors } = await withdraw(world.sara, id, '2026-03-12T12:00:01+01:00');
  expect(errors).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', field: ['input', 'oneToOneId'] }]);
  const query = `{ oneToOne(id: "${id}") { state viewerCan { withdraw } } }`;
  const at = async (instant: string) => (await app.at(instant, () => app.query(world.sara, query))).oneToOne;
  expect(await at('2026-03-12T12:00:01+01:00')).toEqual({ state: 'HELD', viewerCan: { withdraw: false } });
  expect(await at('2026-03-12T12:00:00+01:00')).toEqual({ state: 'HELD', viewerCan: { withdraw: true } });
  expect((await withdraw(world.sara, id, '2026-03-12T12:00:00+01:00')).errors).toEqual([]);
});

test('only what was held is withdrawn', async () => {
  for (const id of [await pairs.proposed(world.sara, world.bram), await pairs.accepted(world.sara, world.bram)]) {
    expect((await withdraw(world.sara, id)).errors).toMatchObject([
      { code: 'ONE_TO_ONE_NOT_OPEN', field: ['input', 'oneToOneId'] },
    ]);
  }
});

test('a withdrawal says why', async () => {
  const id = await pairs.held(world.sara, world.bram);
  for (const reason of ['', ' ', 'x'.repeat(501)]) {
    expect((await withdraw(world.sara, id, noon, reason)).errors).toMatchObject([
      { code: 'INVALID', field: ['input', 'reason'] },
    ]);
  }
});

test('who records the day again while it is being withdrawn makes a row that is held', async () => {
  const id = await pairs.held(world.sara, world.bram);
  const withdrawing = (manager: EntityManager) =>
    manager.query(
      `UPDATE one_to_ones SET state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'A mistake' WHERE id = $1`,
      [id],
    );
  const input = { partnerId: world.sara.personId, heldOn: today };
  const recording = () => app.act(world.bram, 'recordOneToOne', input, selection);
  const [answer] = await app.at(noon, () => whileHeld(app.database, withdrawing, [recording]));
  expect(answer?.errors).toEqual([]);
  expect(await pairs.rows()).toMatchObject([
    { id, state: 'withdrawn' },
    { id: answer?.oneToOne.id, state: 'held' },
  ]);
});
