import { createHash, randomUUID } from 'node:crypto';
import { code, refused } from '../../support/circle.js';
import { expectMissing } from '../../support/missing.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let guests: Guests;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start({ KRING_PUBLIC_URL: 'https://kring.example/' });
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  guests = new Guests(app, meetings);
  meetingId = await meetings.planned();
});
afterAll(() => app.stop());

const linkFields = 'link { id createdAt revokedAt registrations meeting { id } }';
const create = (actor: { token: string }, id = meetingId) =>
  app.act(actor, 'createVisitorLink', { meetingId: id }, `${linkFields} url qrCode`);
const revoke = (actor: { token: string }, linkId: string) =>
  app.act(actor, 'revokeVisitorLink', { linkId }, linkFields);
const shown = async (actor: { token: string }, id = meetingId) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!) {
        meeting(id: $id) { visitorLink { id registrations } viewerCan { createVisitorLink inviteVisitor } }
      }`,
      { id },
    )
  ).meeting;

test('a member makes his own link for a meeting, with its address as text and as a QR code', async () => {
  const payload = await create(world.bram);
  expect(payload.errors).toEqual([]);
  expect(payload.link).toMatchObject({ revokedAt: null, registrations: 0, meeting: { id: meetingId } });
  expect(payload.url).toMatch(/^https:\/\/kring\.example\/bezoek\/[\w-]{43}$/);
  expect(payload.qrCode).toMatch(/^<svg [\s\S]*<\/svg>$/);
  const other = await create(world.sara);
  expect(other.url).not.toBe(payload.url);
  expect(other.qrCode).not.toBe(payload.qrCode);
});

test('of the token only a hash is kept', async () => {
  const { token } = await guests.link(world.bram, meetingId);
  const [row] = await app.database.query('SELECT * FROM visitor_links WHERE meeting_id = $1', [meetingId]);
  expect(row.token_hash).toEqual(createHash('sha256').update(token).digest());
  for (const table of ['visitor_links', 'activities', 'idempotency_keys']) {
    const holding = await app.database.query(`SELECT FROM ${table} t WHERE position($1 in t::text) > 0`, [token]);
    expect(holding).toEqual([]);
  }
});

test('a repeated key makes no second link, and cannot tell the address again', async () => {
  const input = { meetingId, idempotencyKey: randomUUID() };
  const send = () => app.act(world.bram, 'createVisitorLink', input, `${linkFields} url qrCode`);
  const first = await send();
  expect(await send()).toEqual({ ...first, url: null, qrCode: null });
  expect(await guests.invitation(first.url.slice(-43))).not.toBeNull();
});

test('a new link of a member for a meeting ends his earlier one, and no other', async () => {
  const sara = await guests.link(world.sara, meetingId);
  const elsewhere = await guests.link(world.bram, await meetings.planned('2026-03-12T07:00:00+01:00'));
  const first = await guests.link(world.bram, meetingId);
  const second = await guests.link(world.bram, meetingId);
  expect(await guests.invitation(first.token)).toBeNull();
  for (const { token } of [second, sara, elsewhere]) expect(await guests.invitation(token)).not.toBeNull();
});

test('he sees his live link with the meeting, and nobody else does', async () => {
  expect((await shown(world.bram)).visitorLink).toBeNull();
  await guests.link(world.bram, meetingId);
  const { id, token } = await guests.link(world.bram, meetingId);
  await guests.register(token);
  expect((await shown(world.bram)).visitorLink).toEqual({ id, registrations: 1 });
  for (const actor of [world.pia, world.sara, world.ada]) expect((await shown(actor)).visitorLink).toBeNull();
  await revoke(world.bram, id);
  expect((await shown(world.bram)).visitorLink).toBeNull();
});

test('he revokes it, which keeps its first moment and who registered by it', async () => {
  const { id, token } = await guests.link(world.bram, meetingId);
  await guests.register(token);
  const { link, errors } = await app.at('2026-03-01T09:00:00Z', () => revoke(world.bram, id));
  expect(errors).toEqual([]);
  expect(link).toMatchObject({ id, revokedAt: '2026-03-01T09:00:00.000Z', registrations: 1 });
  expect((await revoke(world.bram, id)).link.revokedAt).toBe('2026-03-01T09:00:00.000Z');
  expect(await guests.invitation(token)).toBeNull();
  expect(await guests.of(world.sara, meetingId)).toHaveLength(1);
});

test("a link is revoked by whose it is: others' do not exist, not even for the president", async () => {
  const { id } = await guests.link(world.bram, meetingId);
  for (const actor of [world.pia, world.sara, world.tess, world.ada]) {
    await expectMissing((linkId) => revoke(actor, linkId), [id], 'NOT_FOUND linkId');
  }
});

test('members make links for meetings of their own clubs', async () => {
  for (const actor of [world.ulf, world.dirk, world.otto]) {
    await expectMissing((id) => create(actor, id), [meetingId], 'NOT_FOUND meetingId');
  }
  const answer = await app.attempt(world.ada, 'createVisitorLink', { meetingId }, 'link { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const anonymous = await app.attempt(null, 'createVisitorLink', { meetingId }, 'link { id }');
  expect(anonymous.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('for a meeting that is over or cancelled there is no link to make', async () => {
  const can = async (id: string) => (await shown(world.bram, id)).viewerCan;
  expect(await can(meetingId)).toEqual({ createVisitorLink: true, inviteVisitor: true });
  expect((await shown(world.ada)).viewerCan).toEqual({ createVisitorLink: false, inviteVisitor: false });
  const closed = await meetings.closed('2026-03-12T07:00:00+01:00');
  const cancelled = await meetings.planned('2026-03-19T07:00:00+01:00');
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Snow' });
  for (const id of [closed, cancelled]) {
    expect(refused(await create(world.bram, id))).toEqual(['MEETING_NOT_OPEN meetingId']);
    expect(await can(id)).toEqual({ createVisitorLink: false, inviteVisitor: false });
  }
  const open = await meetings.opened('2026-03-26T07:00:00+01:00');
  expect(code(await create(world.bram, open))).toBeUndefined();
});

test('of links made at once one is live, and it is the one he is shown', async () => {
  const holding = 'SELECT FROM meetings WHERE id = $1 FOR UPDATE';
  const made = await whileHeld(
    app.database,
    (manager) => manager.query(holding, [meetingId]),
    Array.from({ length: 4 }, () => () => create(world.bram)),
  );
  expect(made.flatMap(refused)).toEqual([]);
  const live = [];
  for (const { url, link } of made) if (await guests.invitation(url.slice(-43))) live.push(link.id);
  expect(live).toEqual([(await shown(world.bram)).visitorLink.id]);
});

test('five meetings with links cost as many statements as one', async () => {
  for (const day of ['12', '19', '26'])
    await guests.link(world.bram, await meetings.planned(`2026-03-${day}T07:00:00+01:00`));
  const last = await meetings.planned('2026-04-02T07:00:00+02:00');
  for (const id of [meetingId, last])
    await guests.register((await guests.link(world.bram, id)).token, { email: `${id}@a.example` });
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { meetings(first: $first) { nodes { visitorLink { registrations meeting { heldOn } } viewerCan { createVisitorLink } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.bram, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});
