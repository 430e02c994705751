import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const missing = '0191f3a0-0000-7000-8000-00000000dead';
const create = (actor: { token: string }, input: object) =>
  app.attempt(actor, 'createRegion', input, 'region { id name kind parent { id } }');
const appoint = (actor: { token: string }, input: object = {}) =>
  app.attempt(
    actor,
    'appointDirector',
    { regionId: world.ghentRegionId, personId: world.otto.personId, startsOn: '2026-02-01', ...input },
    'directorship { id startsOn endsOn person { givenName } region { id } }',
  );
const end = (actor: { token: string }, input: object) =>
  app.attempt(actor, 'endDirectorship', input, 'directorship { endsOn }');

test('an administrator adds a country below the network, and a region below it', async () => {
  const country = await create(world.ada, { parentId: world.networkId, kind: 'COUNTRY', name: 'Luxembourg' });
  const parentId = country.data?.payload.region.id;
  const { data } = await create(world.ada, { parentId, kind: 'REGION', name: 'North' });
  expect(data?.payload.region).toMatchObject({ name: 'North', kind: 'REGION', parent: { id: parentId } });
});

test.each([
  ['a region right below a network', () => ({ parentId: world.networkId, kind: 'REGION' })],
  ['a country below a region', () => ({ parentId: world.ghentRegionId, kind: 'COUNTRY' })],
  ['a second network', () => ({ parentId: world.networkId, kind: 'NETWORK' })],
])('%s does not fit', async (_, input) => {
  const { data } = await create(world.ada, { ...input(), name: 'Somewhere' });
  expect(data?.payload.errors).toMatchObject([{ code: 'PARENT_DOES_NOT_FIT', field: ['input', 'kind'] }]);
});

test('a name is used once below its parent', async () => {
  const input = { parentId: world.ghentRegionId, kind: 'REGION', name: 'Meetjesland' };
  await create(world.ada, input);
  expect((await create(world.ada, input)).data?.payload.errors).toMatchObject([{ code: 'TAKEN' }]);
});

test('only administrators add regions; a parent one may not see is not found', async () => {
  const input = { parentId: world.ghentRegionId, kind: 'REGION', name: 'Waasland' };
  expect((await create(world.dirk, input)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const foreign = await create(world.otto, input);
  expect(foreign.data?.payload.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'parentId'] }]);
  expect((await create(world.ada, { ...input, parentId: missing })).data).toEqual(foreign.data);
});

test('who is made a director sees the network from then on, and no longer after his term', async () => {
  const look = async () => (await app.query(world.otto, '{ networks { nodes { name } } }')).networks.nodes;
  expect(await look()).toEqual([]);
  const { data } = await appoint(world.ada);
  expect(data?.payload.directorship).toMatchObject({ startsOn: '2026-02-01', endsOn: null });
  expect(await look()).toEqual([{ name: 'Kring Test' }]);
  const ended = await end(world.ada, { directorshipId: data?.payload.directorship.id, endsOn: '2026-03-01' });
  expect(ended.data?.payload.directorship).toEqual({ endsOn: '2026-03-01' });
  expect(await look()).toEqual([]);
});

test('terms of one director of a region do not overlap, and do not end before they start', async () => {
  const { data } = await appoint(world.ada);
  expect((await appoint(world.ada, { startsOn: '2026-05-01' })).data?.payload.errors).toMatchObject([
    { code: 'OFFICE_TAKEN', field: ['input', 'startsOn'] },
  ]);
  const early = await end(world.ada, { directorshipId: data?.payload.directorship.id, endsOn: '2026-01-31' });
  expect(early.data?.payload.errors).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', field: ['input', 'endsOn'] }]);
});

test('what a director is made of must exist', async () => {
  expect((await appoint(world.ada, { personId: missing })).data?.payload.errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'personId'] },
  ]);
  expect((await appoint(world.ada, { regionId: missing })).data?.payload.errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'regionId'] },
  ]);
  const { data } = await end(world.ada, { directorshipId: missing, endsOn: '2026-03-01' });
  expect(data?.payload.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'directorshipId'] }]);
});

test('a director appoints nobody and ends nothing', async () => {
  expect((await appoint(world.dirk)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const { data } = await appoint(world.ada);
  const answer = await end(world.dirk, { directorshipId: data?.payload.directorship.id, endsOn: '2026-03-01' });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
