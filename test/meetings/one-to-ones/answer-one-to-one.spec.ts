import type { EntityManager } from 'typeorm';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { friday, noon, selection, TwoOfThem, today } from './two-of-them.js';

let app: TestApp;
let world: World;
let pairs: TwoOfThem;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  pairs = new TwoOfThem(app);
});
afterEach(() => app.stop());

const nothing = { accept: false, decline: false, cancel: false, reschedule: false, record: false, withdraw: false };
const open = { ...nothing, cancel: true, reschedule: true, record: true };
const answers = ['acceptOneToOne', 'declineOneToOne'];
const notOpen = [{ code: 'ONE_TO_ONE_NOT_OPEN', field: ['input', 'oneToOneId'] }];
const monday = '2026-03-09T09:00:00.000Z';
const see = async (actor: { token: string }, id: string) =>
  (await app.at(noon, () => app.query(actor, `{ oneToOne(id: "${id}") ${selection.replace('oneToOne', '')} }`)))
    .oneToOne;
const inputs = (oneToOneId: string): Record<string, object> => ({
  acceptOneToOne: { oneToOneId },
  declineOneToOne: { oneToOneId },
  cancelOneToOne: { oneToOneId },
  rescheduleOneToOne: { oneToOneId, startsAt: monday },
  recordOneToOne: { oneToOneId, heldOn: today },
  withdrawOneToOne: { oneToOneId, reason: 'A mistake' },
});

test('the partner accepts', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram, { startsAt: friday });
  expect((await see(world.bram, oneToOneId)).viewerCan).toEqual({ ...open, accept: true, decline: true });
  const { oneToOne, errors } = await pairs.act(world.bram, 'acceptOneToOne', { oneToOneId });
  expect(errors).toEqual([]);
  expect(oneToOne).toMatchObject({ state: 'ACCEPTED', answeredAt: '2026-03-05T11:00:00.000Z', viewerCan: open });
});

test('the partner declines without a reason, and that is the end of it', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  const { oneToOne } = await pairs.act(world.bram, 'declineOneToOne', { oneToOneId });
  expect(oneToOne).toMatchObject({ state: 'DECLINED', answeredAt: '2026-03-05T11:00:00.000Z', viewerCan: nothing });
  expect((await pairs.activities()).map(({ verb }) => verb)).toEqual(['one_to_one.proposed', 'one_to_one.declined']);
});

test.each(answers)('%s: not by who proposed it himself', async (mutation) => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  const answer = await app.attempt(world.sara, mutation, { oneToOneId }, selection);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('either cancels what is proposed or accepted', async () => {
  const [first, second] = [await pairs.proposed(world.sara, world.bram), await pairs.accepted(world.sara, world.cleo)];
  expect((await pairs.act(world.sara, 'cancelOneToOne', { oneToOneId: first })).oneToOne).toMatchObject({
    ...{ state: 'CANCELLED', cancelledAt: '2026-03-05T11:00:00.000Z', viewerCan: nothing },
  });
  expect((await pairs.act(world.cleo, 'cancelOneToOne', { oneToOneId: second })).oneToOne.state).toBe('CANCELLED');
});

test('whoever reschedules makes the proposal that stands, whole, and the other answers it', async () => {
  const oneToOneId = await pairs.accepted(world.sara, world.bram, { startsAt: friday, place: 'Here', message: 'Hi' });
  const input = { oneToOneId, startsAt: monday, message: 'Monday?' };
  const { oneToOne, errors } = await pairs.act(world.bram, 'rescheduleOneToOne', input, '2026-03-05T13:00:00+01:00');
  expect(errors).toEqual([]);
  expect(oneToOne).toMatchObject({
    ...{ id: oneToOneId, state: 'PROPOSED', startsAt: monday, place: null, message: 'Monday?', answeredAt: null },
    ...{ proposedAt: '2026-03-05T12:00:00.000Z', viewerCan: open },
    proposer: { id: world.bram.personId },
    partner: { id: world.sara.personId },
  });
  const answer = await app.attempt(world.bram, 'acceptOneToOne', { oneToOneId }, selection);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await pairs.act(world.sara, 'acceptOneToOne', { oneToOneId })).oneToOne.state).toBe('ACCEPTED');
});

test('who proposed reschedules too, and the partner is still to answer', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  const { oneToOne } = await pairs.act(world.sara, 'rescheduleOneToOne', { oneToOneId, startsAt: monday });
  expect(oneToOne).toMatchObject({ state: 'PROPOSED', partner: { id: world.bram.personId } });
});

test('one reschedules to a time to come, while both have seats', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  const past = { oneToOneId, startsAt: '2026-03-05T11:00:00+01:00' };
  expect((await pairs.act(world.bram, 'rescheduleOneToOne', past)).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'startsAt'] },
  ]);
  await app.database.query(`UPDATE memberships SET left_on = '2026-03-05' WHERE id = $1`, [world.bram.membershipId]);
  expect((await pairs.act(world.sara, 'rescheduleOneToOne', { oneToOneId, startsAt: monday })).errors).toMatchObject([
    { code: 'NOT_A_MEMBER', field: ['input', 'oneToOneId'] },
  ]);
  expect((await see(world.sara, oneToOneId)).startsAt).toBeNull();
});

test('what is over stays so', async () => {
  const declined = await pairs.proposed(world.sara, world.bram);
  await pairs.act(world.bram, 'declineOneToOne', { oneToOneId: declined });
  const cancelled = await pairs.proposed(world.sara, world.bram);
  await pairs.act(world.bram, 'cancelOneToOne', { oneToOneId: cancelled });
  const withdrawn = await pairs.held(world.sara, world.bram, '2026-03-04');
  await pairs.act(world.bram, 'withdrawOneToOne', { oneToOneId: withdrawn, reason: 'A mistake' });
  for (const id of [declined, cancelled, withdrawn]) {
    for (const [mutation, input] of Object.entries(inputs(id))) {
      const { errors } = await pairs.act(world.bram, mutation, { ...input });
      expect({ mutation, errors }).toMatchObject({ mutation, errors: notOpen });
    }
  }
});

test('one that was held is neither answered nor called off nor moved', async () => {
  const oneToOneId = await pairs.accepted(world.sara, world.bram);
  await pairs.act(world.bram, 'recordOneToOne', { oneToOneId, heldOn: today });
  for (const mutation of [...answers, 'cancelOneToOne', 'rescheduleOneToOne']) {
    const { errors } = await pairs.act(world.bram, mutation, { ...inputs(oneToOneId)[mutation] });
    expect({ mutation, errors }).toMatchObject({ mutation, errors: notOpen });
  }
});

test('nobody but the two finds it, whatever his office, and none can do anything with it', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  for (const actor of [world.pia, world.cleo, world.ulf, world.dirk, world.ada, world.otto]) {
    expect(await see(actor, oneToOneId)).toBeNull();
    for (const [mutation, input] of Object.entries(inputs(oneToOneId))) {
      const [hidden, missing] = [
        await pairs.act(actor, mutation, { ...input }),
        await pairs.act(actor, mutation, { ...inputs(newId())[mutation] }),
      ];
      expect(hidden).toEqual(missing);
      expect(hidden.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'oneToOneId'] }]);
    }
  }
});

test('an answer that comes while the proposal is being cancelled waits, and is refused', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  const cancelling = (manager: EntityManager) =>
    manager.query(`UPDATE one_to_ones SET state = 'cancelled', cancelled_at = now() WHERE id = $1`, [oneToOneId]);
  const accept = () => app.act(world.bram, 'acceptOneToOne', { oneToOneId }, selection);
  const [answer] = await whileHeld(app.database, cancelling, [accept]);
  expect(answer?.errors).toMatchObject(notOpen);
});
