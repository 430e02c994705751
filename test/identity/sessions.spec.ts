import { attemptSessionAct, sessionAct, whoIs } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

const password = 'zeven blauwe uilen';

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  await world.setPassword(world.bram, password);
});
afterAll(() => app.stop());

const signIn = (): Promise<{ token: string; session: { id: string } }> =>
  sessionAct(
    app,
    null,
    'signIn',
    { email: world.bram.email, password, keepSignedInAs: 'TOKEN' },
    'token session { id }',
  );
const revoke = (actor: { token: string }, sessionId: string) =>
  sessionAct(app, actor, 'revokeSession', { sessionId }, 'session { id isCurrent }');
const listed = async (actor: { token: string }, page = '') => {
  const { viewer } = await app.query(
    actor,
    `{ viewer { sessions${page} { totalCount nodes { id isCurrent createdAt lastSeenAt expiresAt client } pageInfo { hasNextPage endCursor } } } }`,
  );
  return viewer.sessions;
};

test('a viewer lists his own live sessions, the latest first, and sees which one he uses', async () => {
  const [first, second] = [await signIn(), await signIn()];
  const { nodes, totalCount } = await listed(first);
  expect(nodes.slice(0, 2)).toMatchObject([
    { id: second.session.id, isCurrent: false },
    { id: first.session.id, isCurrent: true },
  ]);
  expect(nodes).toHaveLength(totalCount);
  expect((await listed(world.sara)).nodes).toHaveLength(1);
});

test('sessions come in pages', async () => {
  const one = await signIn();
  const first = await listed(one, '(first: 1)');
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await listed(one, `(first: 1, after: "${first.pageInfo.endCursor}")`);
  expect(second.nodes[0].id).not.toBe(first.nodes[0].id);
});

test('listing costs the same however many sessions there are', async () => {
  const few = await signIn();
  await listed(few);
  const before = await app.countQueries(() => listed(few));
  for (let round = 0; round < 4; round += 1) await signIn();
  expect(await app.countQueries(() => listed(few))).toBe(before);
});

test('a revoked session is anonymous at once and is listed no more', async () => {
  const [lost, kept] = [await signIn(), await signIn()];
  expect(await revoke(kept, lost.session.id)).toEqual({
    session: { id: lost.session.id, isCurrent: false },
    errors: [],
  });
  expect(await whoIs(app, lost.token)).toBeNull();
  expect(await whoIs(app, kept.token)).toBe(world.bram.personId);
  const { nodes } = await listed(kept);
  expect(nodes.map((session: { id: string }) => session.id)).not.toContain(lost.session.id);
});

test("somebody else's session, an ended one and none are the same: not found", async () => {
  const [mine, ended] = [await signIn(), await signIn()];
  await revoke(mine, ended.session.id);
  const refusal = { session: null, errors: [{ code: 'NOT_FOUND', field: ['input', 'sessionId'] }] };
  expect(await revoke(world.sara, mine.session.id)).toMatchObject(refusal);
  expect(await revoke(mine, ended.session.id)).toMatchObject(refusal);
  expect(await revoke(mine, '0191f3a0-0000-7000-8000-00000000dead')).toMatchObject(refusal);
  expect(await whoIs(app, mine.token)).toBe(world.bram.personId);
});

test('an expired session is listed no more', async () => {
  const old = await signIn();
  const now = await signIn();
  await app.database.query('UPDATE sessions SET expires_at = $2 WHERE id = $1', [
    old.session.id,
    new Date(Date.now() - 1000),
  ]);
  const { nodes } = await listed(now);
  expect(nodes.map((session: { id: string }) => session.id)).not.toContain(old.session.id);
});

test('who is not signed in revokes nothing', async () => {
  const { session } = await signIn();
  const answer = await attemptSessionAct(app, null, 'revokeSession', { sessionId: session.id });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
