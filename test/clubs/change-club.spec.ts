import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const missing = '0191f3a0-0000-7000-8000-00000000dead';

const change = (actor: { token: string }, input: object = {}) =>
  app.attempt(
    actor,
    'changeClub',
    {
      clubId: world.ghentId,
      name: 'Gent Korenlei',
      timeZone: 'Europe/Brussels',
      locale: 'fr-BE',
      fee: '1000',
      feeMonths: 6,
      ...input,
    },
    'club { name locale currency fee { amount } feeMonths viewerCan { change changeRules } }',
  );

test('an administrator changes the details of a club, but not its currency', async () => {
  const { data } = await change(world.ada);
  expect(data?.payload.club).toEqual({
    name: 'Gent Korenlei',
    locale: 'fr-BE',
    currency: 'EUR',
    fee: { amount: '1000.00' },
    feeMonths: 6,
    viewerCan: { change: true, changeRules: true },
  });
});

test('a club that is missing, or that one may not see, is not found', async () => {
  const { data: unknown } = await change(world.ada, { clubId: missing });
  const { data: foreign } = await change(world.otto);
  expect(unknown?.payload.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'clubId'] }]);
  expect(foreign).toEqual(unknown);
});

test('the president of a club does not change its details', async () => {
  expect((await change(world.pia)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('two clubs of a region do not get the same name', async () => {
  const input = { regionId: world.ghentRegionId, currency: 'EUR', timeZone: 'Europe/Brussels', locale: 'nl-BE' };
  await app.act(world.ada, 'createClub', { ...input, name: 'Gent Oost', fee: '1', feeMonths: 1 }, 'club { id }');
  const { data } = await change(world.ada, { name: 'Gent Oost' });
  expect(data?.payload.errors).toMatchObject([{ code: 'TAKEN', field: ['input', 'name'] }]);
});

test('the fee keeps the decimals of the currency', async () => {
  const { data } = await change(world.ada, { fee: '1.005' });
  expect(data?.payload.errors).toMatchObject([{ code: 'AMOUNT_TOO_PRECISE', field: ['input', 'fee'] }]);
});
