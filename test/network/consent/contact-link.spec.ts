import { randomUUID } from 'node:crypto';
import { hashToken } from '../../../src/identity/session-token.js';
import { newId } from '../../../src/platform/id.js';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { ContactDesk } from './contact-desk.js';

let app: TestApp;
let world: World;
let circle: Circle;
let desk: ContactDesk;
let contactId: string;
let introductionId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  circle = new Circle(app, world);
  desk = new ContactDesk(app);
  contactId = await circle.contact(world.bram, 'Carl Baert');
  introductionId = (await circle.introduce(world.bram, { contactId }, world.sara)).introduction.id;
});
afterAll(() => app.stop());

const links = async (actor: { token: string }, first = 20) => {
  const query = `query ($id: UUID!, $first: Int!) {
    contact(id: $id) { links(first: $first) { totalCount nodes { id answeredAt revokedAt introduction { id } } } }
  }`;
  return (await app.query(actor, query, { id: contactId, first })).contact?.links;
};

test('a link is told once, with its QR code, and lasts 30 days', async () => {
  const made = await app.at('2027-01-04T09:00:00Z', () => desk.create(world.bram, { contactId, introductionId }));
  expect(made.link).toEqual({
    id: expect.any(String),
    createdAt: '2027-01-04T09:00:00.000Z',
    expiresAt: '2027-02-03T09:00:00.000Z',
    answeredAt: null,
    revokedAt: null,
    introduction: { id: introductionId },
  });
  expect(made.url).toMatch(/^http:\/\/localhost:3000\/contact\/[\w-]{43}$/);
  expect(made.qrCode).toMatch(/^<svg/);
});

test('of its token only the hash is kept', async () => {
  const { id, token } = await desk.link(world.bram, contactId);
  const [row] = await app.database.query('SELECT token_hash FROM contact_links WHERE id = $1', [id]);
  expect(row.token_hash).toEqual(hashToken(token));
});

test('sent again with the same key it is the same link, whose address is not told any more', async () => {
  const input = { contactId, idempotencyKey: randomUUID() };
  const first = await desk.create(world.bram, input);
  expect(await desk.create(world.bram, input)).toEqual({ ...first, url: null, qrCode: null });
  expect(refused(await desk.create(world.bram, { ...input, introductionId }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});

test('a contact of somebody else, one of nothing and an erased one are one answer', async () => {
  for (const actor of [world.sara, world.cleo, world.pia, world.ada, world.otto]) {
    expect(refused(await desk.create(actor, { contactId }))).toEqual(['NOT_FOUND contactId']);
  }
  expect(refused(await desk.create(world.bram, { contactId: newId() }))).toEqual(['NOT_FOUND contactId']);
  await desk.erase((await desk.link(world.bram, contactId)).token);
  expect(refused(await desk.create(world.bram, { contactId }))).toEqual(['NOT_FOUND contactId']);
});

test('it asks about an introduction of this contact that the viewer sees', async () => {
  const dora = await circle.contact(world.bram, 'Dora');
  const other = (await circle.introduce(world.bram, { contactId: dora }, world.sara)).introduction.id;
  const onward = (await circle.introduce(world.sara, { contactId }, world.cleo)).introduction.id;
  for (const id of [other, onward, newId()]) {
    expect(refused(await desk.create(world.bram, { contactId, introductionId: id }))).toEqual([
      'NOT_FOUND introductionId',
    ]);
  }
});

test('a root who had no hand in an introduction of his contact does not ask for its consent', async () => {
  const [first] = await circle.chain(world.bram, world.sara, ['Dora']);
  const input = { introduced: { contactId }, introducer: { contactId: first?.contactId, parentId: first?.id } };
  const { introduction } = await circle.record(world.sara, input);
  const asking = { contactId, introductionId: introduction.id };
  expect((await app.attempt(world.bram, 'createContactLink', asking, '')).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
});

test('a new link ends the earlier one with the same question, unless that was answered', async () => {
  const plain = await desk.link(world.bram, contactId);
  const first = await desk.link(world.bram, contactId, introductionId);
  const second = await desk.link(world.bram, contactId, introductionId);
  expect(await desk.page(first.token)).toBeNull();
  await desk.agree(second.token);
  const third = await desk.link(world.bram, contactId, introductionId);
  for (const { token } of [plain, second, third]) expect(await desk.page(token)).not.toBeNull();
});

test('the owner sees his links, the latest first; nobody else does, not the beneficiary either', async () => {
  const plain = await desk.link(world.bram, contactId);
  const asking = await desk.link(world.bram, contactId, introductionId);
  expect(await links(world.bram)).toEqual({
    totalCount: 2,
    nodes: [
      { id: asking.id, answeredAt: null, revokedAt: null, introduction: { id: introductionId } },
      { id: plain.id, answeredAt: null, revokedAt: null, introduction: null },
    ],
  });
  expect(await links(world.sara)).toBeNull();
  expect(await links(world.cleo)).toBeUndefined();
});

test('five links cost as many queries as one', async () => {
  for (let made = 0; made < 5; made += 1) await desk.link(world.bram, contactId, made % 2 ? null : introductionId);
  const count = (first: number) => app.countQueries(() => links(world.bram, first));
  expect(await count(5)).toBe(await count(1));
});

describe('revoking', () => {
  test('ends a link; what the contact said by it stands', async () => {
    const { id, token } = await desk.link(world.bram, contactId, introductionId);
    await desk.agree(token);
    expect((await desk.revoke(world.bram, id)).link.revokedAt).not.toBeNull();
    expect(await desk.page(token)).toBeNull();
    expect(await desk.history(world.bram, introductionId)).toMatchObject({ consentBasis: 'ASKED_AND_AGREED' });
  });

  test('is for the owner of the contact; for all others there is no such link', async () => {
    const { id, token } = await desk.link(world.bram, contactId);
    for (const actor of [world.sara, world.cleo, world.pia, world.ada] as CastMember[]) {
      expect(refused(await desk.revoke(actor, id))).toEqual(['NOT_FOUND linkId']);
    }
    expect(refused(await desk.revoke(world.bram, newId()))).toEqual(['NOT_FOUND linkId']);
    expect(await desk.page(token)).not.toBeNull();
  });

  test('while he answers: either he was first, or the link was dead', async () => {
    const { id, token } = await desk.link(world.bram, contactId, introductionId);
    const [answer] = await Promise.all([desk.agree(token), desk.revoke(world.bram, id)]);
    const isIn = answer.errors.length === 0;
    expect(refused(answer)).toEqual(isIn ? [] : ['TOKEN_INVALID token']);
    const { consents } = await desk.history(world.bram, introductionId);
    expect(consents.totalCount).toBe(isIn ? 2 : 1);
  });
});
