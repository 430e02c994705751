import { Log } from '../../src/platform/log.js';
import { bearer, send } from '../support/send.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let lines: Record<string, unknown>[];

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  app.application.useLogger(new Log('debug', { write: (line) => lines.push(JSON.parse(line)) }));
});
afterAll(() => app.stop());
beforeEach(() => {
  lines = [];
});

const logged = () => JSON.stringify(lines);
const addProfession = (name: string) => app.attempt(world.ada, 'addProfession', { name }, 'profession { name }');

describe('a bug', () => {
  beforeAll(() => app.database.query('ALTER TABLE clubs RENAME COLUMN locale TO moved'));
  afterAll(() => app.database.query('ALTER TABLE clubs RENAME COLUMN moved TO locale'));

  const query = `query ($id: UUID!) { club(id: $id) { name } }`;
  const variables = { id: '0191f3a0-0000-7000-8000-00000000dead' };

  test('tells the client that there was one, and by which id to ask about it', async () => {
    const { status, errors, headers } = await send(app, { query, variables }, bearer(world.ada));
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'Something went wrong here. It has been logged.',
        path: ['club'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
      },
    ]);
  });

  test('is logged once, with the id of the request and the place, without what was sent', async () => {
    const { headers } = await send(app, { query, variables }, bearer(world.ada));
    expect(lines).toEqual([
      {
        level: 'error',
        time: expect.any(String),
        requestId: headers.get('x-request-id'),
        context: 'GraphQL',
        path: 'club',
        error: { name: 'QueryFailedError', code: '42703', stack: expect.stringMatching(/^at /) },
      },
    ]);
    expect(logged()).not.toContain('dead');
  });
});

test('a violated constraint that no table names is a bug, and does not show what was typed', async () => {
  await app.database.query(`ALTER TABLE professions ADD CONSTRAINT unheard_of CHECK (name <> 'Alchemist')`);
  const { data, errors } = await addProfession('Alchemist');
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(errors)).not.toMatch(/unheard_of|professions|Alchemist/);
  expect(lines).toMatchObject([{ error: { code: '23514', constraint: 'unheard_of', table: 'professions' } }]);
  expect(logged()).not.toContain('Alchemist');
});

describe('an expected error is not logged:', () => {
  test.each([
    ['a refusal in the payload', () => addProfession('Accountant')],
    ['input without its form', () => addProfession('')],
    [
      'an act that is not allowed',
      () => app.attempt(world.otto, 'addProfession', { name: 'Baker' }, 'errors { code }'),
    ],
    ['a stranger', () => app.execute(null, '{ clubs { totalCount } }')],
    ['a cursor that is none', () => app.execute(world.ada, '{ clubs(after: "x") { totalCount } }')],
    [
      'a variable of a wrong type',
      () => app.execute(world.ada, 'query ($n: Int!) { clubs(first: $n) { totalCount } }'),
    ],
    ['a document that is none', () => app.execute(world.ada, '{')],
    ['a body that is none', () => send(app, '{')],
    ['a body that is too large', () => send(app, 'x'.repeat(300_000))],
    ['an address that is none', () => fetch(`${app.url}/nowhere`)],
  ])('%s', async (_, work) => {
    await work();
    expect(lines).toEqual([]);
  });
});

test('an error without a viewer, before anything runs, is masked too', async () => {
  await app.database.query('ALTER TABLE sessions RENAME TO sessions_away');
  const { status, errors } = await send(app, { query: '{ __typename }' }, bearer(world.ada));
  await app.database.query('ALTER TABLE sessions_away RENAME TO sessions');
  expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
  expect(JSON.stringify(errors)).not.toContain('sessions');
  expect(lines).toMatchObject([{ level: 'error', requestId: expect.any(String), error: { code: '42P01' } }]);
});
