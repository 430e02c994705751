import { TestApp } from '../support/test-app.js';
import { usualRules } from '../support/usual-rules.js';
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

const rules = (validFrom: string) => ({
  clubId: world.ghentId,
  validFrom,
  ...usualRules,
  firstContactTargetHours: 48,
  substituteCap: 0,
});
const change = (actor: { token: string }, validFrom: string, input: object = {}) =>
  app.attempt(
    actor,
    'changeClubRules',
    { ...rules(validFrom), ...input },
    'rules { version validFrom firstContactTargetHours substituteCap }',
  );
const today = () => new Date().toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.each(['pia', 'vik', 'ada'] as const)('%s adds a version of the rules', async (who) => {
  const { data } = await change(world[who], inDays(1));
  expect(data?.payload).toEqual({
    rules: { version: 2, validFrom: inDays(1), firstContactTargetHours: 48, substituteCap: 0 },
    errors: [],
  });
});

test('rules that begin later do not hold yet', async () => {
  await change(world.pia, inDays(2));
  const { club } = await app.query(world.sara, 'query ($id: UUID!) { club(id: $id) { rules { version } } }', {
    id: world.ghentId,
  });
  expect(club.rules.version).toBe(1);
});

test('rules that begin today hold', async () => {
  await app.database.query(`UPDATE clubs SET time_zone = 'UTC' WHERE id = $1`, [world.ghentId]);
  await change(world.pia, today());
  const { club } = await app.query(world.sara, 'query ($id: UUID!) { club(id: $id) { rules { version } } }', {
    id: world.ghentId,
  });
  expect(club.rules.version).toBe(2);
});

test('rules do not begin in the past', async () => {
  const { data } = await change(world.pia, '2026-01-02');
  expect(data?.payload.errors).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', field: ['input', 'validFrom'] }]);
});

test('two versions do not begin on one day', async () => {
  await change(world.pia, inDays(3));
  const { data } = await change(world.vik, inDays(3));
  expect(data?.payload.errors).toMatchObject([{ code: 'TAKEN', field: ['input', 'validFrom'] }]);
});

test('two officers who change the rules at once get two versions', async () => {
  const answers = await Promise.all([change(world.pia, inDays(4)), change(world.vik, inDays(5))]);
  expect(answers.map((answer) => answer.data?.payload.rules.version).sort()).toEqual([2, 3]);
});

test.each([
  ['firstContactTargetHours', 0],
  ['formerCustomerAfterMonths', 61],
  ['absenceAlertCount', 0],
  ['absenceWindowMonths', 25],
  ['latePerAbsence', 0],
  ['substituteCap', -1],
  ['visitorVisitCap', 0],
  ['officeTermMonths', 121],
  ['educationUnitsBeforeFeature', '1.05'],
  ['educationWindowMonths', 0],
  ['contactRetentionMonths', 0],
  ['contactRetentionMonths', 121],
])('%s cannot be %p', async (field, value) => {
  const { data } = await change(world.pia, inDays(1), { [field]: value });
  expect(data?.payload.errors).toMatchObject([{ code: 'INVALID', field: ['input', field] }]);
});

test('a member without that office does not change the rules; a member of another network finds no club', async () => {
  expect((await change(world.sara, inDays(1))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const { data } = await change(world.otto, inDays(1));
  expect(data?.payload.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'clubId'] }]);
});
