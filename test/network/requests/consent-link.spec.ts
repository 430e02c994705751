import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ContactDesk } from '../consent/contact-desk.js';
import { Asking } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;
let desk: ContactDesk;
let id: string;
let contactId: string;

const asked = '2026-03-02T09:00:00Z';
const later = '2026-03-05T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
  desk = new ContactDesk(app);
  contactId = await asking.circle.contact(world.bram, 'Carl Baert', { email: 'carl@baert.example' });
  id = await app.at(asked, () => asking.asked());
  await app.at(asked, () => asking.accept(world.bram, id, contactId));
});
afterAll(() => app.stop());

const link = async () => {
  const { url, errors } = await app.at(asked, () => desk.create(world.bram, { contactId, requestId: id }));
  expect(errors).toEqual([]);
  return String(url).slice(-43);
};
const seen = () =>
  app.at(later, () => asking.read(world.sara, id, 'state introduction { introducedContact { name } }'));

test('the page asks the contact for the requester, and his yes makes the introduction', async () => {
  const token = await link();
  const { question } = await app.at(later, () => desk.page(token, { locale: 'en' }));
  expect(question.details).toContain('Sara Peeters');
  expect(question.details).toContain('Bram De Smet');
  expect(await seen()).toEqual({ state: 'WAITING', introduction: null });
  expect(await app.at(later, () => desk.agree(token, { outcomeBack: false }))).toMatchObject({ errors: [] });
  expect(await seen()).toEqual({
    state: 'INTRODUCED',
    introduction: { introducedContact: { name: 'Carl Baert' } },
  });
  const [row] = await app.database.query(
    `SELECT c.kind, c.text_version AS version, c.stated_by_id AS "statedBy", c.outcome_back AS back
     FROM consents c JOIN introduction_requests r ON r.introduction_id = c.introduction_id WHERE r.id = $1`,
    [id],
  );
  expect(row).toEqual({ kind: 'agreed', version: '2026-11', statedBy: null, back: false });
});

test('his no ends it, and to the requester it looks like silence', async () => {
  const token = await link();
  const before = await seen();
  expect(await app.at(later, () => desk.decline(token))).toMatchObject({ errors: [] });
  expect(await seen()).toEqual(before);
  expect(await app.at(later, () => asking.read(world.bram, id, 'progress'))).toEqual({ progress: 'CONTACT_REFUSED' });
});

test('nobody waits any more: the page asks nothing, and an answer is refused', async () => {
  const token = await link();
  await app.at(later, () => asking.withdraw(world.sara, id));
  expect((await app.at(later, () => desk.page(token))).question).toBeNull();
  expect(refused(await app.at(later, () => desk.agree(token)))).toEqual(['NOTHING_ASKED token']);
  expect(refused(await app.at(later, () => desk.decline(token)))).toEqual(['NOTHING_ASKED token']);
});

test('a link asks for a request one has accepted with this very contact, and for one thing', async () => {
  const other = await asking.circle.contact(world.bram, 'Another');
  const make = async (actor: { token: string }, input: object) =>
    refused(await app.at(later, () => desk.create(actor, { contactId, requestId: id, ...input })));
  expect(await make(world.bram, { contactId: other })).toEqual(['NOT_FOUND requestId']);
  const own = await asking.circle.contact(world.cleo, 'Her own');
  expect(await make(world.cleo, { contactId: own })).toEqual(['NOT_FOUND requestId']);
  expect(await make(world.bram, { introductionId: id })).toEqual(['INVALID requestId']);
  await app.at(later, () => asking.decline(world.bram, id));
  expect(await make(world.bram, {})).toEqual(['NOT_FOUND requestId']);
});
