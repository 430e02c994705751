import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
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

const refused = (code: string, ...field: string[]) => [{ code, field: ['input', ...field] }];
const byKey = (recorder: CastMember, oneToOneId: string, heldOn = today) =>
  pairs.act(recorder, 'recordOneToOne', { oneToOneId, heldOn });
const heldRows = async () => (await pairs.rows()).filter(({ state }) => state === 'held');
const leave = ({ membershipId }: CastMember, leftOn: string) =>
  app.database.query('UPDATE memberships SET left_on = $2 WHERE id = $1', [membershipId, leftOn]);

test('either records that they met, without a proposal', async () => {
  const { oneToOne, errors } = await pairs.record(world.sara, world.bram);
  expect(errors).toEqual([]);
  expect(oneToOne).toMatchObject({
    ...{ state: 'HELD', heldOn: today, recordedAt: '2026-03-05T11:00:00.000Z', proposedAt: null },
    recordedBy: { id: world.sara.personId },
    viewerCan: { record: false, cancel: false, withdraw: true },
  });
});

test('the club of whoever records hears of it', async () => {
  await pairs.held(world.ulf, world.sara, '2026-03-04');
  const [{ personId: actorId }, { personId: otherId }] = [world.ulf, world.sara];
  expect(await pairs.activities()).toEqual([
    { verb: 'one_to_one.held', actorId, clubId: world.utrechtId, details: { otherId, heldOn: '2026-03-04' } },
  ]);
});

test('the same pair on one day is one, whoever records and in whatever order', async () => {
  const first = await pairs.record(world.sara, world.bram);
  for (const again of [await pairs.record(world.bram, world.sara), await pairs.record(world.sara, world.bram)]) {
    expect(again.errors).toEqual([]);
    expect(again.oneToOne).toEqual(first.oneToOne);
  }
  expect(await heldRows()).toHaveLength(1);
  expect(await pairs.activities()).toHaveLength(1);
});

test('the same pair on two days is two, and another pair on one day is another', async () => {
  await pairs.held(world.sara, world.bram, '2026-03-04');
  await pairs.held(world.bram, world.sara);
  await pairs.held(world.sara, world.cleo);
  expect(await heldRows()).toHaveLength(3);
});

test('when both record at the same instant there is one, and both get it', async () => {
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    const record = (recorder: CastMember, { personId: partnerId }: CastMember) =>
      app.act(recorder, 'recordOneToOne', { partnerId, heldOn: day }, selection);
    const { sara, bram } = world;
    const answers = await app.at(noon, () =>
      Promise.all([record(sara, bram), record(bram, sara), record(sara, bram), record(bram, sara)]),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ oneToOne }) => oneToOne.id)).size).toBe(1);
  }
  expect(await heldRows()).toHaveLength(5);
  expect(await pairs.activities()).toHaveLength(5);
});

test('when both record what was accepted at the same instant, by whichever key, that one becomes held', async () => {
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    const oneToOneId = await pairs.accepted(world.sara, world.bram);
    const record = (recorder: CastMember, key: object) =>
      app.act(recorder, 'recordOneToOne', { ...key, heldOn: day }, selection);
    const answers = await app.at(noon, () =>
      Promise.all([
        record(world.sara, { oneToOneId }),
        record(world.bram, { partnerId: world.sara.personId }),
        record(world.bram, { oneToOneId }),
      ]),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers.map(({ oneToOne }) => oneToOne.id)).toEqual([oneToOneId, oneToOneId, oneToOneId]);
  }
  expect(await pairs.rows()).toHaveLength(4);
});

test('a proposal becomes held when it is recorded, be it answered or not, and keeps what it was', async () => {
  const proposed = await pairs.proposed(world.sara, world.bram, { place: 'Here' });
  expect((await byKey(world.bram, proposed)).oneToOne).toMatchObject({ id: proposed, state: 'HELD', place: 'Here' });
  const accepted = await pairs.accepted(world.cleo, world.bram, { startsAt: friday });
  const { oneToOne } = await byKey(world.cleo, accepted, '2026-03-04');
  expect(oneToOne).toMatchObject({ id: accepted, state: 'HELD', heldOn: '2026-03-04', startsAt: friday });
  expect(oneToOne.answeredAt).not.toBeNull();
});

test('recorded by the partner, what was due by that day is what was held: accepted before proposed, then the latest', async () => {
  const later = await pairs.accepted(world.sara, world.bram, { startsAt: '2026-03-05T23:30:00Z' });
  const proposed = await pairs.proposed(world.sara, world.bram, { startsAt: '2026-03-05T15:00:00Z' });
  const early = await pairs.accepted(world.bram, world.sara, { startsAt: '2026-03-05T13:00:00Z' });
  const late = await pairs.accepted(world.bram, world.sara, { startsAt: '2026-03-05T22:30:00Z' });
  const evening = '2026-03-08T20:00:00+01:00';
  const ids = [];
  for (const day of ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'])
    ids.push((await pairs.record(world.sara, world.bram, day, evening)).oneToOne.id);
  expect(ids).toEqual([late, later, early, proposed]);
});

test('an appointment yet to come is not what was held today', async () => {
  const appointment = await pairs.accepted(world.sara, world.bram, { startsAt: friday });
  const held = await pairs.held(world.bram, world.sara);
  expect(held).not.toBe(appointment);
  expect(await pairs.rows()).toMatchObject([
    { id: appointment, state: 'accepted' },
    { id: held, state: 'held' },
  ]);
  // The other side names the appointment; the pair met once that day all the same.
  expect((await byKey(world.sara, appointment)).oneToOne.id).toBe(held);
});

test('one that is held on a day is not held on another', async () => {
  const oneToOneId = await pairs.held(world.sara, world.bram);
  expect((await byKey(world.bram, oneToOneId, '2026-03-04')).errors).toMatchObject(
    refused('ONE_TO_ONE_NOT_OPEN', 'oneToOneId'),
  );
});

test("a day is not in the future by the recorder's club, and at most 90 days ago", async () => {
  for (const day of ['2026-03-06', '2025-12-04']) {
    await app.database.query(`UPDATE memberships SET joined_on = '2025-01-01'`);
    expect((await pairs.record(world.sara, world.bram, day)).errors).toMatchObject(
      refused('DATE_OUT_OF_RANGE', 'heldOn'),
    );
  }
  expect((await pairs.record(world.sara, world.bram, '2025-12-05')).errors).toEqual([]);
  // Half past eleven at night in UTC is the next day in Ghent.
  expect((await pairs.record(world.sara, world.bram, '2026-03-06', '2026-03-05T23:30:00Z')).errors).toEqual([]);
});

test('both had seats in clubs of one network on that day, also if one has left since', async () => {
  await leave(world.ulf, '2026-03-03');
  expect((await pairs.record(world.sara, world.ulf, '2026-03-03')).errors).toMatchObject(
    refused('NOT_A_MEMBER', 'heldOn'),
  );
  expect((await pairs.record(world.sara, world.ulf, '2026-03-02')).errors).toEqual([]);
  expect((await pairs.record(world.sara, world.bram, '2025-12-31')).errors).toMatchObject(
    refused('NOT_A_MEMBER', 'heldOn'),
  );
});

test('who has left records what he had proposed for when he sat there', async () => {
  const oneToOneId = await pairs.accepted(world.ulf, world.sara);
  await leave(world.ulf, '2026-03-05');
  expect((await byKey(world.ulf, oneToOneId)).errors).toMatchObject(refused('NOT_A_MEMBER', 'heldOn'));
  expect((await byKey(world.ulf, oneToOneId, '2026-03-04')).errors).toEqual([]);
});

test('one names either the one-to-one or the partner', async () => {
  const oneToOneId = await pairs.proposed(world.sara, world.bram);
  for (const keys of [{}, { oneToOneId, partnerId: world.bram.personId }]) {
    const { errors } = await pairs.act(world.sara, 'recordOneToOne', { heldOn: today, ...keys });
    expect(errors).toMatchObject(refused('INVALID', 'oneToOneId'));
  }
});

test('nobody met himself', async () => {
  expect((await pairs.record(world.sara, world.sara)).errors).toMatchObject(refused('INVALID', 'partnerId'));
});

test('whom one may not see one has not met', async () => {
  const foreign = await World.build(app.database);
  for (const personId of [foreign.sara.personId, world.otto.personId, newId()]) {
    expect((await pairs.record(world.sara, { personId })).errors).toMatchObject(refused('NOT_FOUND', 'partnerId'));
  }
});

test('who has no seat records nothing', async () => {
  const input = { partnerId: world.sara.personId, heldOn: today };
  for (const actor of [world.ada, world.dirk]) {
    const answer = await app.at(noon, () => app.attempt(actor, 'recordOneToOne', input, selection));
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('a record sent twice with one key is one, also after it was withdrawn', async () => {
  const input = { idempotencyKey: randomUUID(), partnerId: world.bram.personId, heldOn: today };
  const { oneToOne } = await pairs.act(world.sara, 'recordOneToOne', input);
  await pairs.act(world.bram, 'withdrawOneToOne', { oneToOneId: oneToOne.id, reason: 'We did not' });
  expect((await pairs.act(world.sara, 'recordOneToOne', input)).oneToOne).toMatchObject({
    ...{ id: oneToOne.id, state: 'WITHDRAWN' },
  });
});
