import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const newClub = () => ({
  regionId: world.ghentRegionId,
  name: 'Gent Zuid',
  timeZone: 'Europe/Brussels',
  locale: 'nl-BE',
  currency: 'EUR',
  fee: '950.00',
  feeMonths: 12,
});
const create = (actor: { token: string }, input: object = {}) =>
  app.act(
    actor,
    'createClub',
    { ...newClub(), ...input },
    'club { id name fee { amount currency } rules { version } }',
  );

test('an administrator creates a club, with the default rules', async () => {
  const { club, errors } = await create(world.ada);
  expect(errors).toEqual([]);
  expect(club).toMatchObject({ name: 'Gent Zuid', fee: { amount: '950.00', currency: 'EUR' }, rules: { version: 1 } });
});

test('a region has each name of a club once', async () => {
  await create(world.ada, { name: 'Gent Noord' });
  expect(await create(world.ada, { name: 'Gent Noord' })).toMatchObject({
    club: null,
    errors: [{ code: 'TAKEN', field: ['input', 'name'] }],
  });
});

test('a retry with the same key creates nothing more and gets the same club', async () => {
  const input = { name: 'Gent West', idempotencyKey: '0191f3a0-0000-7000-8000-000000000001' };
  const [first, second] = [await create(world.ada, input), await create(world.ada, input)];
  expect(second).toEqual(first);
  expect(await create(world.ada, { ...input, name: 'Other' })).toMatchObject({
    errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] }],
  });
});

test.each([
  ['a blank name', { name: '  ' }, 'name'],
  ['a time zone that is none', { timeZone: 'Europe/Gent' }, 'timeZone'],
  ['a locale without a country', { locale: 'nl' }, 'locale'],
  ['a negative fee', { fee: '-1' }, 'fee'],
  ['a fee for no months', { feeMonths: 0 }, 'feeMonths'],
])('%s is refused, naming the field', async (_, input, field) => {
  expect((await create(world.ada, input)).errors).toMatchObject([{ code: 'INVALID', field: ['input', field] }]);
});

test('a fee has no more decimals than its currency', async () => {
  expect((await create(world.ada, { fee: '9.999' })).errors).toMatchObject([{ code: 'AMOUNT_TOO_PRECISE' }]);
});

test('a region that does not exist is not found', async () => {
  const regionId = '0191f3a0-0000-7000-8000-00000000dead';
  expect((await create(world.ada, { regionId })).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'regionId'] },
  ]);
});

test('only an administrator creates clubs; to a stranger the region does not exist', async () => {
  const answer = await app.attempt(world.pia, 'createClub', newClub(), 'club { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await create(world.otto)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
});
