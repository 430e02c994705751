import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  await world.office(world.cleo, world.ghentId, 'education');
});
afterAll(() => app.stop());

type Actor = { token: string };
const noon = '2026-03-05T12:00:00+01:00';
const selection = 'education { id units topic earnedOn membership { id } recordedBy { givenName } recordedAt }';
const inputOf = (input: object) => ({
  clubId: world.ghentId,
  units: '1.5',
  topic: 'Asking better questions',
  earnedOn: '2026-03-05',
  ...input,
});
const record = (actor: Actor, input: object = {}, instant = noon) =>
  app.at(instant, () => app.act(actor, 'recordEducation', inputOf(input), selection));
const refusals = async (actor: Actor, input: object, instant = noon) => refused(await record(actor, input, instant));
const units = async (actor: Actor, { membershipId: id }: CastMember, from = '2026-01-01', to = '2026-12-31') =>
  (
    await app.query(
      actor,
      'query ($id: UUID!, $from: Date!, $to: Date!) { membership(id: $id) { educationUnits(from: $from, to: $to) } }',
      { id, from, to },
    )
  ).membership.educationUnits;
const listOf = async (actor: Actor, { membershipId: id }: CastMember, page = 'first: 20') =>
  (
    await app.query(
      actor,
      `query ($id: UUID!) {
        membership(id: $id) {
          education(${page}) { totalCount pageInfo { endCursor } nodes { units topic earnedOn membership { id } recordedBy { id } } }
        }
      }`,
      { id },
    )
  ).membership.education;

test('a member records what he learnt, and the club sees it', async () => {
  const { education, errors } = await record(world.sara);
  expect(errors).toEqual([]);
  expect(education).toMatchObject({
    units: '1.50',
    topic: 'Asking better questions',
    earnedOn: '2026-03-05',
    membership: { id: world.sara.membershipId },
    recordedBy: { givenName: 'Sara' },
    recordedAt: '2026-03-05T11:00:00.000Z',
  });
  expect(await listOf(world.bram, world.sara)).toMatchObject({ totalCount: 1, nodes: [{ units: '1.50' }] });
  expect(
    await app.database.query(
      `SELECT actor_id AS "actorId", details FROM activities WHERE verb = 'education.recorded' AND club_id = $1`,
      [world.ghentId],
    ),
  ).toEqual([
    {
      actorId: world.sara.personId,
      details: { membershipId: world.sara.membershipId, units: '1.50', earnedOn: '2026-03-05' },
    },
  ]);
});

test('for others the education officer, the leaders and the secretary-treasurer record; other officers and members do not', async () => {
  const lou = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller');
  const han = await world.member('Han', 'Pauwels', world.ghentId, 'Tiler');
  await world.office(lou, world.ghentId, 'secretary_treasurer');
  await world.office(han, world.ghentId, 'visitor_host');
  const membershipId = world.sara.membershipId;
  for (const actor of [world.cleo, world.pia, world.vik, lou]) {
    expect((await record(actor, { membershipId })).education).toMatchObject({ membership: { id: membershipId } });
  }
  for (const actor of [han, world.bram]) {
    const { errors } = await app.attempt(actor, 'recordEducation', inputOf({ membershipId }), selection);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('it is recorded by members of the club alone; strangers find no club, and nobody finds a seat of another club in it', async () => {
  for (const actor of [world.ulf, world.dirk, world.ada]) {
    const { errors } = await app.attempt(actor, 'recordEducation', inputOf({}), selection);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(await refusals(world.otto, {})).toEqual(['NOT_FOUND clubId']);
  expect(await refusals(world.sara, { clubId: newId() })).toEqual(['NOT_FOUND clubId']);
  for (const membershipId of [newId(), world.ulf.membershipId]) {
    expect(await refusals(world.pia, { membershipId })).toEqual(['NOT_FOUND membershipId']);
  }
});

test('units are earned in the past or today, while the seat is held', async () => {
  const out = ['DATE_OUT_OF_RANGE earnedOn'];
  const late = '2026-03-05T23:30:00+01:00';
  expect(await refusals(world.sara, { earnedOn: '2026-03-06' }, late)).toEqual(out);
  expect(await refusals(world.sara, { earnedOn: '2026-03-06' }, '2026-03-06T00:30:00+01:00')).toEqual([]);
  expect(await refusals(world.sara, { earnedOn: '2025-12-31' })).toEqual(out);
  expect(await refusals(world.sara, { earnedOn: '2026-01-01' })).toEqual([]);
  const membershipId = world.sara.membershipId;
  await app.act(world.pia, 'endMembership', { membershipId, leftOn: '2026-04-01' }, 'membership { id }');
  const may = '2026-05-01T12:00:00+02:00';
  expect(await refusals(world.pia, { membershipId, earnedOn: '2026-04-01' }, may)).toEqual(out);
  expect(await refusals(world.pia, { membershipId, earnedOn: '2026-03-31' }, may)).toEqual([]);
});

test.each(['0', '0.00', '-0', '100.01', '-100.01', '1.005', '1000'])('%s units are refused', async (wrong) => {
  await record(world.sara, { units: '100' });
  await record(world.sara, { units: '100' });
  expect(await refusals(world.sara, { units: wrong })).toEqual(['INVALID units']);
});

test.each([
  ['no topic', ' '],
  ['a topic of more than 200 characters', 'a'.repeat(201)],
  ['a topic of two lines', 'one\ntwo'],
])('%s is refused', async (_, topic) => {
  expect(await refusals(world.sara, { topic })).toEqual(['INVALID topic']);
});

test('a correction takes units away, and never more than there are', async () => {
  await record(world.sara, { units: '0.3' });
  expect(await refusals(world.sara, { units: '-0.31', topic: 'Counted twice' })).toEqual([
    'EDUCATION_BELOW_ZERO units',
  ]);
  expect(await refusals(world.sara, { units: '-0.1', topic: 'Counted twice' })).toEqual([]);
  expect(await refusals(world.sara, { units: '-0.2', topic: 'Counted twice' })).toEqual([]);
  expect(await units(world.sara, world.sara)).toBe('0.00');
  await record(world.bram);
  expect(await refusals(world.sara, { units: '-0.01' })).toEqual(['EDUCATION_BELOW_ZERO units']);
  for (const statement of ['UPDATE education_units SET units = 5', 'DELETE FROM education_units']) {
    await expect(app.database.query(statement)).rejects.toThrow();
  }
});

test('of two corrections at once that would take too much together, one is refused', async () => {
  await record(world.sara, { units: '1' });
  const membershipId = world.sara.membershipId;
  const answers = await app.at(noon, () =>
    whileHeld(
      app.database,
      (manager) => manager.query('SELECT FROM memberships WHERE id = $1 FOR UPDATE', [membershipId]),
      [world.sara, world.pia, world.cleo].map(
        (actor) => () =>
          app.act(actor, 'recordEducation', inputOf({ membershipId, units: '-1', topic: 'Not held' }), selection),
      ),
    ),
  );
  expect(answers.flatMap(refused)).toEqual(['EDUCATION_BELOW_ZERO units', 'EDUCATION_BELOW_ZERO units']);
  expect(await units(world.sara, world.sara)).toBe('0.00');
});

test('the same act sent again records once', async () => {
  const idempotencyKey = randomUUID();
  const first = await record(world.sara, { idempotencyKey });
  expect((await record(world.sara, { idempotencyKey })).education).toEqual(first.education);
  expect(await units(world.sara, world.sara)).toBe('1.50');
});

test('the units of a period are summed, its first and last day included', async () => {
  for (const [earnedOn, earned] of [
    ['2026-01-05', '1'],
    ['2026-02-01', '0.25'],
    ['2026-02-28', '2'],
    ['2026-03-01', '4'],
  ]) {
    await record(world.sara, { earnedOn, units: earned });
  }
  expect(await units(world.bram, world.sara, '2026-02-01', '2026-02-28')).toBe('2.25');
  expect(await units(world.bram, world.sara, '2026-02-02', '2026-02-27')).toBe('0.00');
  expect(await units(world.bram, world.sara)).toBe('7.25');
});

test('education is seen by the club, and by himself after he left it', async () => {
  await record(world.sara);
  for (const actor of [world.ulf, world.dirk, world.ada]) {
    expect(await units(actor, world.sara)).toBeNull();
    expect(await listOf(actor, world.sara)).toBeNull();
  }
  const { membershipId } = world.sara;
  await app.act(world.sara, 'endMembership', { membershipId, leftOn: '2026-04-01' }, 'membership { id }');
  expect(await units(world.sara, world.sara)).toBe('1.50');
  expect(await listOf(world.sara, world.sara)).toMatchObject({ totalCount: 1 });
  expect(await refusals(world.sara, {}, '2026-05-01T12:00:00+02:00')).toEqual(['NOT_FOUND clubId']);
});

test('a meeting shows what was learnt on its day, in the order of recording', async () => {
  const meetingId = await new MeetingDay(app, world).planned();
  const later = '2026-03-06T12:00:00+01:00';
  await record(world.bram, { topic: 'second' }, later);
  await record(world.sara, { topic: 'first' });
  await record(world.cleo, { topic: 'another day', earnedOn: '2026-03-06' }, later);
  const query = 'query ($id: UUID!) { meeting(id: $id) { education { nodes { topic } } } }';
  const list = async (actor: Actor) => (await app.query(actor, query, { id: meetingId })).meeting.education;
  expect((await list(world.vik)).nodes).toEqual([{ topic: 'first' }, { topic: 'second' }]);
  expect(await list(world.ada)).toBeNull();
});

test('a membership says whether the viewer may record for its member', async () => {
  const can = async (actor: Actor, { membershipId: id }: CastMember) =>
    (await app.query(actor, 'query ($id: UUID!) { membership(id: $id) { viewerCan { recordEducation } } }', { id }))
      .membership.viewerCan.recordEducation;
  expect(await can(world.sara, world.sara)).toBe(true);
  expect(await can(world.cleo, world.sara)).toBe(true);
  expect(await can(world.bram, world.sara)).toBe(false);
  expect(await can(world.tess, world.sara)).toBe(false);
});

test('five records cost as many statements as one, and so do the sums of five members', async () => {
  for (const earnedOn of ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    await record(world.sara, { earnedOn, topic: earnedOn });
  }
  const count = (first: number) => app.countQueries(() => listOf(world.bram, world.sara, `first: ${first}`));
  expect(await count(5)).toBe(await count(1));
  const { pageInfo } = await listOf(world.bram, world.sara, 'first: 3');
  const rest = await listOf(world.bram, world.sara, `first: 5, after: "${pageInfo.endCursor}"`);
  expect(rest.nodes).toMatchObject([{ topic: '2026-03-02' }, { topic: '2026-03-01' }]);
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { members(first: $first) { nodes { educationUnits(from: "2026-01-01", to: "2026-12-31") } } }
  }`;
  const sums = (first: number) => app.countQueries(() => app.query(world.sara, query, { id: world.ghentId, first }));
  expect(await sums(5)).toBe(await sums(1));
});
