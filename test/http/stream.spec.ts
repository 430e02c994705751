import { sessionCookie } from '../../src/identity/session-token.js';
import { limits } from '../../src/platform/graphql/limits.js';
import { OpenStreams } from '../../src/platform/graphql/open-streams.js';
import { Log } from '../../src/platform/log.js';
import { happen } from '../meetings/live/happen.js';
import { MeetingDay } from '../meetings/meeting-day.js';
import { EventStream, type Subscription, waitFor } from '../support/event-stream.js';
import { bearer, send } from '../support/send.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let meetingId: string;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  app = await TestApp.start({ KRING_PUBLIC_URL: 'https://club.example' });
  app.application.useLogger(new Log('debug', { write: (line) => lines.push(JSON.parse(line)) }));
  world = await World.build(app.database);
  meetingId = await new MeetingDay(app, world).opened();
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => app.stop());

const follow = (fields = 'sequence', after = 'after: 0') =>
  `subscription { meetingChanged(meetingId: "${meetingId}", ${after}) { ${fields} } }`;
const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  url: app.url,
  actor: world.sara,
  query: follow(),
  ...more,
});
const open = (more: Partial<Subscription> = {}) => EventStream.open(subscription(more));
const refused = async (more: Partial<Subscription> = {}) => {
  const { status, code } = await EventStream.refused(subscription(more));
  return { status, code };
};
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const openStreams = () => app.application.get(OpenStreams).count();

describe.each([
  ['a POST', false],
  ['a GET, as of an EventSource,', true],
])('%s', (_, get) => {
  test('opens a stream whose events carry their numbers', async () => {
    const stream = await open({ get });
    await stream.until(1);
    expect(stream.frames).toEqual([{ event: 'next', id: '1', data: { data: { meetingChanged: { sequence: 1 } } } }]);
    expect(stream.comments).toBe(1);
    stream.cut();
  });

  test.each([
    ['a question', '{ viewer { locale } }', 400, 'BAD_REQUEST'],
    ['an act', 'mutation { signOut { errors { code } } }', 400, 'BAD_REQUEST'],
    [
      'several operations of which none is named',
      'query A { viewer { locale } } query B { viewer { locale } }',
      400,
      'BAD_REQUEST',
    ],
    ['a document that is none', 'subscription {', 400, 'GRAPHQL_PARSE_FAILED'],
    ['a field there is not', 'subscription { meetingChanges { sequence } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['the schema', 'subscription { __schema { queryType { name } } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ])('with %s is refused', async (_name, query, status, code) => {
    expect(await refused({ get, query })).toEqual({ status, code });
  });
});

describe('a request without its form is refused:', () => {
  const request = async (init: RequestInit, search = '') => {
    const headers = { accept: 'text/event-stream', ...bearer(world.sara), ...init.headers };
    const response = await fetch(`${app.url}/graphql/stream${search}`, { ...init, headers });
    const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
    return [response.status, errors?.[0]?.extensions.code];
  };
  const json = { 'content-type': 'application/json' };

  test.each([
    ['no document', { method: 'POST', body: '{}', headers: json }, [400, 'BAD_REQUEST']],
    ['a document that is no text', { method: 'POST', body: '{"query":1}', headers: json }, [400, 'BAD_REQUEST']],
    [
      'variables that are a list',
      { method: 'POST', body: '{"query":"{ a }","variables":[]}', headers: json },
      [400, 'BAD_REQUEST'],
    ],
    ['no JSON', { method: 'POST', body: '{', headers: json }, [400, 'BAD_REQUEST']],
    ['a form', { method: 'POST', body: new URLSearchParams({ query: 'x' }) }, [415, 'BAD_REQUEST']],
    ['plain text', { method: 'POST', body: 'x' }, [415, 'BAD_REQUEST']],
    [
      'a body that is too large',
      { method: 'POST', body: 'x'.repeat(300_000), headers: json },
      [413, 'REQUEST_TOO_LARGE'],
    ],
    ['no document in the address', { method: 'GET' }, [400, 'BAD_REQUEST']],
    [
      'an answer that is no stream',
      { method: 'GET', headers: { accept: 'application/json' } },
      [406, 'NOT_ACCEPTABLE'],
    ],
    ['another method', { method: 'PUT' }, [404, undefined]],
  ] as [string, RequestInit, unknown[]][])('%s', async (_, init, expected) => {
    expect(await request(init)).toEqual(expected);
  });
});

test('subscriptions are no business of the path of questions and acts', async () => {
  const { status, errors } = await send(app, { query: follow() }, bearer(world.sara));
  expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  const search = new URLSearchParams({ query: follow() });
  const response = await fetch(`${app.url}/graphql?${search}`, {
    headers: { 'apollo-require-preflight': '1', ...bearer(world.sara) },
  });
  expect(response.status).toBe(405);
});

test('a stream tells browsers and proxies to be careful with it', async () => {
  const stream = await open();
  expect(Object.fromEntries(stream.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect([...stream.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  stream.cut();
});

describe('the cookie of a session', () => {
  const cookie = () => ({ cookie: `${sessionCookie}=${world.sara.token}` });

  test.each([
    ['this server by its address', () => ({ origin: app.url })],
    ['this server by its public address', () => ({ origin: 'https://club.example' })],
    ['this server, as the browser says', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('opens a stream from a page of %s', async (_, headers) => {
    const stream = await open({ actor: null, get: true, headers: { ...cookie(), ...headers() } });
    await stream.until(1);
    stream.cut();
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page that is not named', {}],
    ['a site beside this one, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('opens none from %s', async (_, headers) => {
    const asked = { actor: null, headers: { ...cookie(), ...headers } };
    expect(await refused(asked)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(await refused({ ...asked, get: true })).toEqual({ status: 403, code: 'FORBIDDEN' });
  });
});

describe('a subscription', () => {
  const deep = (levels: number) =>
    follow(`meeting { club { region { ${'parent { '.repeat(levels - 5)} name ${'}'.repeat(levels - 5)} } } }`);
  const aliased = (count: number) => follow(times(count, (index) => `k${index}: kind`));
  const page = (first: number, fields: string) =>
    follow(`meeting { attendances(first: ${first}) { nodes { ${fields} } } }`);

  test.each([
    ['as deep as allowed', () => deep(limits.depth), undefined],
    ['deeper', () => deep(limits.depth + 1), 'QUERY_TOO_DEEP'],
    ['with as many aliases as allowed', () => aliased(limits.aliases), undefined],
    ['with more aliases', () => aliased(limits.aliases + 1), 'TOO_MANY_ALIASES'],
    [
      'with more directives than allowed',
      () => follow(times(31, () => 'kind @include(if: true)')),
      'TOO_MANY_DIRECTIVES',
    ],
    [
      'whose field may be left out',
      () => follow().replace('{ seq', '@skip(if: true) { seq'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'whose field may be left out with a fragment',
      () => follow().replace('{', '{ ... @include(if: false) {').concat('}'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['some of whose event may be left out', () => follow('sequence kind @skip(if: true)'), undefined],
    ['that is too long', () => follow(times(limits.tokens, () => 'kind')), 'QUERY_TOO_LONG'],
    ['with a page that is too large', () => page(101, 'letter'), 'BAD_USER_INPUT'],
    ['with a large page', () => page(100, 'letter membership { id person { givenName } }'), undefined],
    [
      'whose single event costs as much as a whole question may',
      () =>
        page(
          100,
          times(25, (i) => `l${i}: letter`),
        ),
      'QUERY_TOO_COSTLY',
    ],
  ])('%s', async (_, query, code) => {
    if (code) return expect(await refused({ query: query() })).toEqual({ status: 400, code });
    const stream = await open({ query: query() });
    await stream.until(1);
    return stream.cut();
  });

  test('does not help to guess the schema', async () => {
    const { answer } = await EventStream.refused(subscription({ query: follow('sequenc') }));
    expect(answer.errors?.[0]?.message).not.toMatch(/did you mean/i);
  });
});

describe('a bug', () => {
  const query = () => follow('kind actor { id }', 'after: null');

  test('in the answer to an event is masked and logged, and the stream goes on', async () => {
    const stream = await open({ query: query() });
    await app.database.query('ALTER TABLE persons RENAME COLUMN locale TO moved');
    await happen(app.database, {
      verb: 'agenda.changed',
      clubId: world.ghentId,
      subjectId: meetingId,
      actorId: world.pia.personId,
    });
    await stream.until(1);
    await app.database.query('ALTER TABLE persons RENAME COLUMN moved TO locale');
    await happen(app.database, { verb: 'agenda.paused', clubId: world.ghentId, subjectId: meetingId });
    await stream.until(2);
    expect(stream.frames[0]?.data).toMatchObject({
      data: { meetingChanged: { kind: 'AGENDA_CHANGED', actor: null } },
      errors: [
        {
          message: 'Something went wrong here. It has been logged.',
          path: ['meetingChanged', 'actor'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: stream.headers.get('x-request-id') },
        },
      ],
    });
    expect(JSON.stringify(stream.frames)).not.toMatch(/locale|column/);
    expect(stream.frames[1]?.data).toEqual({ data: { meetingChanged: { kind: 'AGENDA_PAUSED', actor: null } } });
    expect(lines).toMatchObject([
      { level: 'error', requestId: stream.headers.get('x-request-id'), error: { code: '42703' } },
    ]);
    stream.cut();
  });

  test('before the stream begins is masked, with a status that says so', async () => {
    await app.database.query('ALTER TABLE meeting_changes RENAME TO changes_away');
    const refusal = await EventStream.refused(subscription({ query: query() }));
    await app.database.query('ALTER TABLE changes_away RENAME TO meeting_changes');
    expect([refusal.status, refusal.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(refusal.message).not.toContain('meeting_changes');
    expect(lines).toMatchObject([{ level: 'error', error: { code: '42P01' } }]);
  });

  test('that keeps events from being read breaks the stream, so that its client comes back', async () => {
    const stream = await open({ query: query() });
    await app.database.query('ALTER TABLE meeting_changes RENAME COLUMN activity_id TO moved');
    await app.database.query(`SELECT pg_notify('meeting_changes', $1)`, [meetingId]);
    expect(await stream.end()).toBe('broken');
    await app.database.query('ALTER TABLE meeting_changes RENAME COLUMN moved TO activity_id');
    expect(lines).toMatchObject([{ level: 'error', context: 'GraphQLStream', error: { code: '42703' } }]);
  });
});

test('what is refused, and who goes, is not logged', async () => {
  await refused({ query: '{ viewer { locale } }' });
  await refused({ actor: null });
  const stream = await open();
  stream.cut();
  await waitFor(() => openStreams() === 0, 'free place');
  expect(lines).toEqual([]);
});
