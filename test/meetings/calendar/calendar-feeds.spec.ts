import { createHash, randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { type Actor, TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { codes } from './club-calendar.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start({ KRING_PUBLIC_URL: 'https://kring.example/' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  world = await World.build(app.database);
});

const fields = 'feed { id createdAt club { name } createdBy { givenName } } url';
const create = (actor: Actor, input: object = {}) => app.act(actor, 'createCalendarFeed', input, fields);
const revoke = (actor: Actor, feedId: string) => app.act(actor, 'revokeCalendarFeed', { feedId }, 'feed { id }');

const own = async (actor: Actor, page = '') =>
  (
    await app.query(
      actor,
      `{ viewer { calendarFeeds${page} { totalCount nodes { id club { name } createdBy { givenName } } pageInfo { endCursor } } } }`,
    )
  ).viewer.calendarFeeds;
const ofClub = async (actor: Actor, first = 20) => {
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { calendarFeeds(first: $first) { totalCount nodes { id club { name } createdBy { givenName } } } }
  }`;
  return (await app.query(actor, query, { id: world.ghentId, first })).club.calendarFeeds;
};

test('a member makes a feed of his own and is told its address this once', async () => {
  const { feed, url, errors } = await create(world.sara);
  expect(errors).toEqual([]);
  expect(feed).toMatchObject({ club: null, createdBy: { givenName: 'Sara' } });
  expect(url).toMatch(/^https:\/\/kring\.example\/calendar\/[\w-]{43}\.ics$/);
  expect(await own(world.sara)).toMatchObject({ totalCount: 1, nodes: [{ id: feed.id, club: null }] });
});

test('of the secret only a hash is kept, and each feed has another', async () => {
  const [one, other] = [await create(world.sara), await create(world.sara)];
  expect(one.url).not.toBe(other.url);
  const token = one.url.slice(-47, -4);
  const rows = await app.database.query('SELECT token_hash AS hash FROM calendar_feeds WHERE id = $1', [one.feed.id]);
  expect(rows).toEqual([{ hash: createHash('sha256').update(token).digest() }]);
  const everything = await app.database.query(
    `SELECT 1 FROM calendar_feeds f WHERE f::text LIKE '%' || $1 || '%'
     UNION ALL SELECT 1 FROM activities a WHERE a::text LIKE '%' || $1 || '%'
     UNION ALL SELECT 1 FROM idempotency_keys k WHERE k::text LIKE '%' || $1 || '%'`,
    [token],
  );
  expect(everything).toEqual([]);
});

test('the same act sent again makes no second feed, and cannot tell the address again', async () => {
  const input = { idempotencyKey: randomUUID() };
  const { feed } = await create(world.sara, input);
  expect(await create(world.sara, input)).toMatchObject({ feed: { id: feed.id }, url: null, errors: [] });
  expect(await own(world.sara)).toMatchObject({ totalCount: 1 });
});

test('who plans meetings makes feeds of the club; members do not, and for others there is no such club', async () => {
  const input = { clubId: world.ghentId };
  for (const actor of [world.pia, world.vik, world.ada]) {
    expect(await create(actor, input)).toMatchObject({ feed: { club: { name: 'Gent Graslei' } }, errors: [] });
  }
  for (const actor of [world.sara, world.tess, world.dirk]) {
    const answer = await app.attempt(actor, 'createCalendarFeed', input, fields);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(codes(await create(world.otto, input))).toEqual(['NOT_FOUND input.clubId']);
  expect(codes(await create(world.pia, { clubId: newId() }))).toEqual(['NOT_FOUND input.clubId']);
});

test('the feeds of a club are for those who plan there, and none of their own; others find null', async () => {
  const { feed } = await create(world.pia, { clubId: world.ghentId });
  await create(world.pia);
  for (const actor of [world.pia, world.vik, world.ada]) {
    expect(await ofClub(actor)).toEqual({
      totalCount: 1,
      nodes: [{ id: feed.id, club: { name: 'Gent Graslei' }, createdBy: { givenName: 'Pia' } }],
    });
  }
  for (const actor of [world.sara, world.tess, world.dirk]) expect(await ofClub(actor)).toBeNull();
  expect(await own(world.pia)).toMatchObject({ totalCount: 1, nodes: [{ club: null }] });
  expect(await own(world.vik)).toMatchObject({ totalCount: 0 });
});

test('whoever made a feed of his own revokes it, and nobody else finds it', async () => {
  const { feed } = await create(world.sara);
  for (const actor of [world.pia, world.ada, world.bram, world.tess, world.otto]) {
    expect(codes(await revoke(actor, feed.id))).toEqual(['NOT_FOUND input.feedId']);
  }
  expect(await revoke(world.sara, feed.id)).toEqual({ feed: { id: feed.id }, errors: [] });
  expect(await own(world.sara)).toMatchObject({ totalCount: 0 });
  expect(codes(await revoke(world.sara, feed.id))).toEqual(['NOT_FOUND input.feedId']);
});

test('anybody who plans revokes a feed of the club, also one that somebody else made', async () => {
  const { feed } = await create(world.pia, { clubId: world.ghentId });
  for (const actor of [world.sara, world.tess, world.dirk, world.otto]) {
    expect(codes(await revoke(actor, feed.id))).toEqual(['NOT_FOUND input.feedId']);
  }
  expect(codes(await revoke(world.vik, feed.id))).toEqual([]);
  expect(await ofClub(world.pia)).toMatchObject({ totalCount: 0 });
});

test('who made a feed of the club and no longer plans there does not revoke it', async () => {
  const { feed } = await create(world.vik, { clubId: world.ghentId });
  await app.database.query(`UPDATE offices SET ends_on = '2026-02-01' WHERE membership_id = $1`, [
    world.vik.membershipId,
  ]);
  expect(codes(await revoke(world.vik, feed.id))).toEqual(['NOT_FOUND input.feedId']);
  expect(codes(await revoke(world.pia, feed.id))).toEqual([]);
});

test('the making and the revoking of a feed are recorded', async () => {
  const { feed } = await create(world.pia, { clubId: world.ghentId });
  await revoke(world.vik, feed.id);
  const rows = await app.database.query(
    'SELECT verb, actor_id AS actor, club_id AS club, details FROM activities WHERE subject_id = $1 ORDER BY id',
    [feed.id],
  );
  expect(rows).toEqual([
    { verb: 'calendar_feed.created', actor: world.pia.personId, club: world.ghentId, details: {} },
    { verb: 'calendar_feed.revoked', actor: world.vik.personId, club: world.ghentId, details: {} },
  ]);
});

test('lists of feeds have pages, the latest first, and five cost as many statements as one', async () => {
  for (let made = 0; made < 5; made += 1) {
    await create(world.pia);
    await create(world.pia, { clubId: world.ghentId });
  }
  const latest = await create(world.pia);
  const page = await own(world.pia, '(first: 1)');
  expect(page).toMatchObject({ totalCount: 6, nodes: [{ id: latest.feed.id }] });
  expect((await own(world.pia, `(after: "${page.pageInfo.endCursor}")`)).nodes).toHaveLength(5);
  const mine = (first: number) => app.countQueries(() => own(world.pia, `(first: ${first})`));
  expect(await mine(5)).toBe(await mine(1));
  const clubs = (first: number) => app.countQueries(() => ofClub(world.pia, first));
  expect(await clubs(5)).toBe(await clubs(1));
});
