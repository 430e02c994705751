import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'membership { leftOn heldToday offices { nodes { name startsOn endsOn } } }';
const end = (actor: { token: string }, membershipId: string, leftOn: string) =>
  app.act(actor, 'endMembership', { membershipId, leftOn }, selection);

test('the offices of a member end with his seat', async () => {
  await world.office(world.sara, world.ghentId, 'education');
  const toCome = { membershipId: world.sara.membershipId, office: 'VISITOR_HOST', startsOn: '2026-09-01' };
  await app.act(world.pia, 'appointOfficer', toCome, 'office { id }');
  const { membership, errors } = await app.at('2026-06-15T12:00:00Z', () =>
    end(world.pia, world.sara.membershipId, '2026-06-01'),
  );
  expect(errors).toEqual([]);
  expect(membership).toEqual({
    leftOn: '2026-06-01',
    heldToday: false,
    offices: {
      nodes: [
        { name: 'VISITOR_HOST', startsOn: '2026-09-01', endsOn: '2026-09-01' },
        { name: 'EDUCATION', startsOn: '2026-01-01', endsOn: '2026-06-01' },
      ],
    },
  });
  const activities = await app.database.query(
    `SELECT verb FROM activities WHERE verb IN ('office.ended', 'membership.ended')`,
  );
  expect(activities).toHaveLength(3);
});

test('a member ends his own seat, on a day to come', async () => {
  const { membership } = await app.at('2026-06-15T12:00:00Z', () =>
    end(world.bram, world.bram.membershipId, '2026-07-01'),
  );
  expect(membership).toMatchObject({ leftOn: '2026-07-01', heldToday: true });
});

test('a member ends nobody else’s seat', async () => {
  const fellow = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor');
  const input = { membershipId: world.cleo.membershipId, leftOn: '2026-07-01' };
  for (const actor of [fellow, world.dirk, world.tess]) {
    expect((await app.attempt(actor, 'endMembership', input, selection)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  expect((await end(world.otto, world.cleo.membershipId, '2026-07-01')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('nobody leaves before he joined, or twice', async () => {
  const { membershipId } = await world.member('Max', 'Nys', world.ghentId, 'Brewer', '2026-02-01');
  expect((await end(world.pia, membershipId, '2026-01-31')).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', 'leftOn'] },
  ]);
  await end(world.pia, membershipId, '2026-02-01');
  expect((await end(world.pia, membershipId, '2026-03-01')).errors).toMatchObject([
    { code: 'ALREADY_LEFT', field: ['input', 'membershipId'] },
  ]);
});

test('the profession of who left is free again', async () => {
  const lou = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller');
  await end(world.pia, lou.membershipId, '2026-05-01');
  const { errors } = await app.act(
    world.pia,
    'admitMember',
    {
      clubId: world.ghentId,
      newPerson: { givenName: 'Nora', familyName: 'Van Damme', email: 'nora@kring.example' },
      professionId: await world.profession('Jeweller'),
      company: 'Van Damme Jewels',
      joinedOn: '2026-05-01',
    },
    'membership { id }',
  );
  expect(errors).toEqual([]);
});

test('who left loses what his office allowed', async () => {
  expect((await end(world.vik, world.vik.membershipId, '2026-05-01')).errors).toEqual([]);
  expect((await end(world.vik, world.cleo.membershipId, '2026-05-01')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
});
