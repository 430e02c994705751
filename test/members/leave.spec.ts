import { randomUUID } from 'node:crypto';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'leave { id startsOn endsOn membership { person { givenName } } }';
const record = (actor: { token: string }, startsOn: string, endsOn: string | null = null, input: object = {}) =>
  app.act(actor, 'recordLeave', { membershipId: world.sara.membershipId, startsOn, endsOn, ...input }, selection);
const end = (actor: { token: string }, leaveId: string, endsOn: string) =>
  app.act(actor, 'endLeave', { leaveId, endsOn }, selection);
const leaves = async (actor: { token: string }, first = 20, seat: CastMember = world.sara) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int!) {
        membership(id: $id) { leaves(first: $first) { totalCount nodes { startsOn endsOn } } }
      }`,
      { id: seat.membershipId, first },
    )
  ).membership.leaves;

test('a member says when he is away, and his club sees the days, the latest first', async () => {
  const { leave, errors } = await record(world.sara, '2026-03-02', '2026-03-16');
  expect(errors).toEqual([]);
  expect(leave).toMatchObject({
    startsOn: '2026-03-02',
    endsOn: '2026-03-16',
    membership: { person: { givenName: 'Sara' } },
  });
  await record(world.sara, '2026-06-01');
  expect(await leaves(world.bram)).toEqual({
    totalCount: 2,
    nodes: [
      { startsOn: '2026-06-01', endsOn: null },
      { startsOn: '2026-03-02', endsOn: '2026-03-16' },
    ],
  });
  const happened = await app.database.query(`SELECT actor_id, club_id, details FROM activities WHERE subject_id = $1`, [
    leave.id,
  ]);
  expect(happened).toEqual([
    {
      actor_id: world.sara.personId,
      club_id: world.ghentId,
      details: { membershipId: world.sara.membershipId, startsOn: '2026-03-02', endsOn: '2026-03-16' },
    },
  ]);
});

test('those who admit record and end it for him; other members and officers do not', async () => {
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  const committee = await world.member('Mia', 'Nys', world.ghentId, 'Florist');
  await world.office(committee, world.ghentId, 'membership_committee');
  for (const [index, actor] of [world.pia, committee, world.ada].entries()) {
    const { leave } = await record(actor, `2026-0${index + 3}-01`);
    expect((await end(actor, leave.id, `2026-0${index + 3}-08`)).errors).toEqual([]);
  }
  const { leave } = await record(world.sara, '2026-09-01');
  for (const actor of [world.bram, host]) {
    for (const [mutation, input] of [
      ['recordLeave', { membershipId: world.sara.membershipId, startsOn: '2026-12-01' }],
      ['endLeave', { leaveId: leave.id, endsOn: '2026-09-02' }],
    ] as const) {
      expect((await app.attempt(actor, mutation, input, 'leave { id }')).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  }
});

test('a leave is for the club and those who admit: to others it does not exist', async () => {
  const { leave } = await record(world.sara, '2026-03-02');
  expect(await leaves(world.ada)).toMatchObject({ totalCount: 1 });
  for (const actor of [world.tess, world.dirk]) expect(await leaves(actor)).toBeNull();
  for (const actor of [world.tess, world.dirk, world.otto]) {
    await expectMissing((id) => end(actor, id, '2026-03-03'), [leave.id], 'NOT_FOUND leaveId');
  }
  const seat = { startsOn: '2026-05-01' };
  await expectMissing(
    (membershipId) => app.act(world.otto, 'recordLeave', { membershipId, ...seat }, selection),
    [world.sara.membershipId],
    'NOT_FOUND membershipId',
  );
});

test('the leaves of one member do not overlap, and one may follow right after another', async () => {
  await record(world.sara, '2026-03-02', '2026-03-16');
  expect((await record(world.sara, '2026-03-15', '2026-03-20')).errors).toMatchObject([
    { code: 'ON_LEAVE', field: ['input', 'startsOn'] },
  ]);
  expect((await record(world.sara, '2026-03-16', '2026-03-20')).errors).toEqual([]);
  expect((await record(world.bram, '2026-03-02', null, { membershipId: world.bram.membershipId })).errors).toEqual([]);
});

test('of two leaves recorded at once for the same days one is kept', async () => {
  const answers = await Promise.all([record(world.sara, '2026-03-02'), record(world.pia, '2026-03-09', '2026-03-12')]);
  expect(answers.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ON_LEAVE' }]);
});

test('a leave lasts a day at least, and begins while the member holds his seat', async () => {
  for (const endsOn of ['2026-03-02', '2026-03-01']) {
    expect((await record(world.sara, '2026-03-02', endsOn)).errors).toMatchObject([
      { code: 'DATE_OUT_OF_RANGE', field: ['input', 'endsOn'] },
    ]);
  }
  expect((await record(world.sara, '2025-12-31')).errors).toMatchObject([
    { code: 'NOT_A_MEMBER', field: ['input', 'startsOn'] },
  ]);
});

test('the end of a leave comes nearer and never farther; on its first day the leave never was', async () => {
  const { leave } = await record(world.sara, '2026-03-02');
  expect((await end(world.sara, leave.id, '2026-03-16')).leave).toMatchObject({ endsOn: '2026-03-16' });
  expect((await end(world.sara, leave.id, '2026-03-17')).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'endsOn'] },
  ]);
  expect((await end(world.sara, leave.id, '2026-03-01')).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'endsOn'] },
  ]);
  expect((await end(world.sara, leave.id, '2026-03-02')).errors).toEqual([]);
  expect((await record(world.sara, '2026-03-01', '2026-03-05')).errors).toEqual([]);
});

test('a leave that is sent again is recorded once', async () => {
  const idempotencyKey = randomUUID();
  const send = () => record(world.sara, '2026-03-02', null, { idempotencyKey });
  expect(await send()).toEqual(await send());
  expect(await leaves(world.sara)).toMatchObject({ totalCount: 1 });
});

test('a membership tells who may record its leave', async () => {
  const can = async (actor: { token: string }) =>
    (
      await app.query(actor, 'query ($id: UUID!) { membership(id: $id) { viewerCan { recordLeave } } }', {
        id: world.sara.membershipId,
      })
    ).membership.viewerCan.recordLeave;
  expect(await Promise.all([world.sara, world.pia, world.ada, world.bram, world.tess].map(can))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('five leaves cost as many statements as one', async () => {
  for (const month of [1, 2, 3, 4, 5]) await record(world.sara, `2026-0${month}-02`, `2026-0${month}-09`);
  const count = (first: number) => app.countQueries(() => leaves(world.bram, first));
  expect(await count(5)).toBe(await count(1));
});
