import { randomUUID } from 'node:crypto';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { Neighbourhood } from './neighbourhood.js';

let app: TestApp;
let around: Neighbourhood;

beforeAll(async () => {
  app = await TestApp.start({ KRING_SEARCH_STEP_MILLISECONDS: '0' });
  around = new Neighbourhood(app, await World.build(app.database));
});
afterAll(() => app.stop());

const sharing = async (actor: { token: string }) =>
  (await app.query(actor, '{ viewer { sharing { level sharedContacts } } }')).viewer.sharing;

test('who never said anything shares with nobody', async () => {
  expect(await sharing(around.world.sara)).toEqual({ level: 'NOBODY', sharedContacts: 0 });
});

test('a member says how far, and what he says last holds', async () => {
  const { bram } = around.world;
  for (const level of ['NETWORK', 'FELLOWS', 'NOBODY', 'NETWORK'] as const) {
    expect(await around.share(bram, level)).toMatchObject({ sharing: { level }, errors: [] });
    expect((await sharing(bram)).level).toBe(level);
  }
});

test('of two acts at once one holds, and there is one row', async () => {
  const { vik } = around.world;
  const levels = ['NETWORK', 'FELLOWS', 'NOBODY'] as const;
  for (const { errors } of await Promise.all(levels.map((level) => around.share(vik, level))))
    expect(errors).toEqual([]);
  const rows = await app.database.query('SELECT level FROM sharings WHERE person_id = $1', [vik.personId]);
  expect(rows).toHaveLength(1);
});

test('contacts that are private, merged or erased are not shared', async () => {
  const { cleo } = around.world;
  const one = await around.knows(cleo);
  await around.knows(cleo, { is_private: true });
  await around.knows(cleo, { merged_into_id: one });
  await around.knows(cleo, { erased_at: '2026-02-01', name: null });
  expect((await sharing(cleo)).sharedContacts).toBe(1);
});

test('a retry with the same key changes nothing more; with other input it is refused', async () => {
  const { pia } = around.world;
  const input = { idempotencyKey: randomUUID(), level: 'FELLOWS' };
  const change = (more: object = {}) => app.act(pia, 'changeSharing', { ...input, ...more }, 'sharing { level }');
  await change();
  await around.share(pia, 'NETWORK');
  expect(await change()).toEqual({ sharing: { level: 'NETWORK' }, errors: [] });
  expect(await change({ level: 'NOBODY' })).toMatchObject({
    sharing: null,
    errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
});

test('that he changed it is kept, with the level alone', async () => {
  const { tess } = around.world;
  await around.share(tess, 'FELLOWS');
  const kept = await app.database.query('SELECT verb, details FROM activities WHERE actor_id = $1', [tess.personId]);
  expect(kept).toEqual([{ verb: 'sharing.changed', details: { level: 'fellows' } }]);
});

test('strangers are not asked: whoever has not signed in shares nothing', async () => {
  const answer = await app.attempt(null, 'changeSharing', { level: 'NETWORK' }, 'sharing { level }');
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
