import { randomUUID } from 'node:crypto';
import { sessionCookie } from '../../src/identity/session-token.js';
import { bearer, type Sent, send } from '../support/send.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start({ KRING_PUBLIC_URL: 'https://club.example' });
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const act = (headers: Record<string, string | undefined>): Promise<Sent> => {
  const query = 'mutation ($input: AddProfessionInput!) { addProfession(input: $input) { errors { code } } }';
  const idempotencyKey = randomUUID();
  return send(app, { query, variables: { input: { idempotencyKey, name: idempotencyKey } } }, headers);
};
const cookie = () => `${sessionCookie}=${world.ada.token}`;
const forbidden = { status: 403, data: undefined, errors: [{ extensions: { code: 'FORBIDDEN' } }] };

describe('an act with the cookie of a session', () => {
  test.each([
    ['this server by its address', () => ({ origin: app.url })],
    ['this server by its public address', () => ({ origin: 'https://club.example' })],
    ['this server, as the browser says', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('is done from a page of %s', async (_, headers) => {
    expect(await act({ cookie: cookie(), ...headers() })).toMatchObject({ status: 200, errors: [] });
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a sandbox, which has no name', { origin: 'null' }],
    ['a page that is not named', {}],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a site beside this one, as the browser says', { 'sec-fetch-site': 'same-site' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site', origin: 'https://club.example' }],
  ])('is refused from %s', async (_, headers) => {
    expect(await act({ cookie: cookie(), ...headers })).toMatchObject(forbidden);
  });

  test('is refused to clients of plain JSON with 403, too', async () => {
    expect(await act({ cookie: cookie(), accept: 'application/json' })).toMatchObject(forbidden);
  });

  test('is refused also when a token is sent beside the cookie', async () => {
    expect(await act({ cookie: cookie(), authorization: 'Bearer x' })).toMatchObject(forbidden);
  });
});

test('an act with a token needs no page', async () => {
  expect(await act(bearer(world.ada))).toMatchObject({ status: 200, errors: [] });
});

test('a question with the cookie is answered from anywhere: no other site can read the answer', async () => {
  const headers = { cookie: cookie(), origin: 'https://elsewhere.example' };
  expect(await send(app, { query: '{ clubs { totalCount } }' }, headers)).toMatchObject({ status: 200, errors: [] });
});
