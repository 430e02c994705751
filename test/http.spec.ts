import { serverAudits } from 'graphql-http';
import { bearer, send } from './support/send.js';
import { TestApp } from './support/test-app.js';
import { World } from './support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

describe('GraphQL over HTTP', () => {
  /** Some audits ask for the schema, which is for those who are signed in; a GET shows that no form has sent it. */
  const fetchFn: typeof fetch = (url, options) =>
    fetch(url, {
      ...options,
      headers: {
        ...options?.headers,
        ...bearer(world.ada),
        ...(options?.method !== 'POST' && { 'apollo-require-preflight': 'true' }),
      },
    });
  const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn });

  test.each(audits.map((audit) => ({ ...audit })))('$name ($id)', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });

  test('the audits are the whole list', () => {
    expect(audits.length).toBeGreaterThan(60);
  });
});

describe('every answer', () => {
  test.each(['/graphql', '/health', '/ide', '/ide/main.js', '/calendar/none.ics', '/nowhere'])(
    'of %s tells browsers to be careful with it',
    async (path) => {
      const { headers } = await fetch(app.url + path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    },
  );

  test('says nothing that lets other sites read it', async () => {
    const preflight = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'GET']) {
      const { headers } = await fetch(`${app.url}/graphql`, { method, headers: preflight });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('is not kept by anything on its way', async () => {
    const { headers } = await send(app, { query: '{ __typename }' });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('one request is one operation', () => {
  test('several in one body are refused', async () => {
    const { status, errors } = await send(app, [{ query: '{ __typename }' }]);
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 400, code: 'BAD_REQUEST' });
  });

  test('a hash in the place of a document is refused', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
    const { errors } = await send(app, { extensions: { persistedQuery } });
    expect(errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }]);
  });

  test('what a form of another site could send is refused', async () => {
    const { status } = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: '{ __typename }' }),
    });
    expect(status).toBe(400);
    expect((await fetch(`${app.url}/graphql?query={__typename}`)).status).toBe(400);
  });
});

test('a body that is too large is refused in the form of GraphQL', async () => {
  const { status, errors } = await send(app, { query: '{ __typename }', variables: { text: 'x'.repeat(256 * 1024) } });
  expect(status).toBe(413);
  expect(errors).toEqual([{ message: 'The body is too large.', extensions: { code: 'REQUEST_TOO_LARGE' } }]);
});

test.each([
  ['no JSON', '{ "query":', 'application/json', 400],
  ['no JSON by its type', '<query/>', 'application/xml', 415],
])('a body that is %s is refused in the form of GraphQL', async (_, body, type, expected) => {
  const { status, errors } = await send(app, body, { 'content-type': type });
  expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: expected, code: 'BAD_REQUEST' });
});

describe('the schema', () => {
  const introspection = { query: '{ __schema { queryType { name } } }' };

  test('is shown to those who are signed in', async () => {
    expect((await send(app, introspection, bearer(world.otto))).data.__schema.queryType.name).toBe('Query');
  });

  test.each([
    ['whole', introspection],
    ['in part', { query: '{ __type(name: "Club") { name } }' }],
    ['through a fragment', { query: '{ ...S } fragment S on Query { __schema { description } }' }],
  ])('is not shown to strangers, %s', async (_, query) => {
    const { status, errors } = await send(app, query);
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('is not guessed from errors', async () => {
    const { errors } = await send(app, { query: '{ club { nam } }' }, bearer(world.otto));
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).not.toMatch(/did you mean/i);
  });

  test('tells strangers the name of its root', async () => {
    expect((await send(app, { query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
  });
});

describe('the health of the server', () => {
  const health = async (of: TestApp) => {
    const response = await fetch(`${of.url}/health`);
    return { status: response.status, body: await response.json() };
  };

  test('is good while the database answers', async () => {
    expect(await health(app)).toEqual({ status: 200, body: { status: 'ok' } });
  });

  test('is bad when the database is gone', async () => {
    const mortal = await TestApp.start();
    try {
      await mortal.database.destroy();
      expect(await health(mortal)).toEqual({ status: 503, body: { status: 'unavailable' } });
    } finally {
      await mortal.stop();
    }
  });
});
