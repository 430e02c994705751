import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { friday, noon, selection, TwoOfThem } from './two-of-them.js';

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
const canPropose = async (actor: { token: string }, { personId }: { personId: string }) =>
  (await app.query(actor, `{ person(id: "${personId}") { viewerCan { proposeOneToOne } } }`)).person.viewerCan
    .proposeOneToOne;

test('a member proposes to meet a member of his own or another club of the network', async () => {
  const details = { startsAt: friday, place: 'Café Graslei', message: 'Shall we?' };
  const { oneToOne, errors } = await pairs.propose(world.sara, world.bram, details);
  expect(errors).toEqual([]);
  expect(oneToOne).toEqual({
    ...{ ...details, id: oneToOne.id, state: 'PROPOSED', proposedAt: '2026-03-05T11:00:00.000Z' },
    ...{ answeredAt: null, heldOn: null, recordedAt: null, cancelledAt: null },
    ...{ withdrawnAt: null, withdrawalReason: null, recordedBy: null },
    proposer: { id: world.sara.personId },
    partner: { id: world.bram.personId },
    viewerCan: { accept: false, decline: false, cancel: true, reschedule: true, record: true, withdraw: false },
  });
  expect((await pairs.propose(world.sara, world.ulf)).oneToOne).toMatchObject({ startsAt: null, place: null });
});

test('that it was proposed is kept without a club, for no club hears of it', async () => {
  await pairs.proposed(world.sara, world.bram);
  const { personId: otherId } = world.bram;
  expect(await pairs.activities()).toEqual([
    { verb: 'one_to_one.proposed', actorId: world.sara.personId, clubId: null, details: { otherId } },
  ]);
});

test('a proposal sent twice with one key is one', async () => {
  const input = { idempotencyKey: randomUUID(), startsAt: friday };
  const first = await pairs.propose(world.sara, world.bram, input);
  const second = await pairs.propose(world.sara, world.bram, input);
  expect(second.oneToOne).toEqual(first.oneToOne);
  expect(await pairs.rows()).toHaveLength(1);
});

test('nobody has a one-to-one with himself', async () => {
  expect((await pairs.propose(world.sara, world.sara)).errors).toMatchObject(refused('INVALID', 'partnerId'));
  expect(await canPropose(world.sara, world.sara)).toBe(false);
});

test('whom one may not see one cannot meet: the same answer as for nobody', async () => {
  const foreign = await World.build(app.database);
  for (const personId of [foreign.sara.personId, world.otto.personId, newId()]) {
    expect((await pairs.propose(world.sara, { personId })).errors).toMatchObject(refused('NOT_FOUND', 'partnerId'));
  }
  expect((await pairs.propose(world.otto, world.sara)).errors).toMatchObject(refused('NOT_FOUND', 'partnerId'));
});

test('who has no seat does not propose, and nobody proposes to him', async () => {
  for (const actor of [world.ada, world.dirk]) {
    const input = { partnerId: world.sara.personId };
    const answer = await app.at(noon, () => app.attempt(actor, 'proposeOneToOne', input, selection));
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await pairs.propose(world.sara, actor)).errors).toMatchObject(refused('NOT_A_MEMBER', 'partnerId'));
    expect(await canPropose(actor, world.sara)).toBe(false);
    expect(await canPropose(world.sara, actor)).toBe(false);
  }
});

test('both sit in clubs of the network today: not before they joined, nor once they left', async () => {
  const lou = await world.member('Lou', 'Hermans', world.utrechtId, 'Jeweller', '2026-03-06');
  expect((await pairs.propose(world.sara, lou)).errors).toMatchObject(refused('NOT_A_MEMBER', 'partnerId'));
  expect((await pairs.propose(world.sara, lou, {}, '2026-03-06T12:00:00+01:00')).errors).toEqual([]);
  await app.database.query(`UPDATE memberships SET left_on = '2026-03-05' WHERE id = $1`, [world.ulf.membershipId]);
  expect((await pairs.propose(world.sara, world.ulf)).errors).toMatchObject(refused('NOT_A_MEMBER', 'partnerId'));
});

test('one proposes a time to come, at most a year ahead', async () => {
  for (const startsAt of ['2026-03-05T11:59:59+01:00', '2027-03-07T12:00:00+01:00']) {
    const { oneToOne, errors } = await pairs.propose(world.sara, world.bram, { startsAt });
    expect({ oneToOne, errors }).toMatchObject({ oneToOne: null, errors: refused('DATE_OUT_OF_RANGE', 'startsAt') });
  }
});

test.each([
  ['place', ''],
  ['place', 'x'.repeat(201)],
  ['place', 'two\nlines'],
  ['message', ''],
  ['message', 'x'.repeat(1001)],
])('%s is refused when it is not of its form', async (field, text) => {
  const { errors } = await pairs.propose(world.sara, world.bram, { [field]: text });
  expect(errors).toMatchObject(refused('INVALID', field));
});

test('whether one can propose stands with each person, and five cost as many statements as one', async () => {
  expect(await canPropose(world.sara, world.ulf)).toBe(true);
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { members(first: $first) { nodes { person { viewerCan { proposeOneToOne } } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.ulf, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});
