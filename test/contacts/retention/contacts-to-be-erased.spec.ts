import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ClosedReferrals, erasesOn } from './closed-referrals.js';

let app: TestApp;
let world: World;
let book: ClosedReferrals;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  book = new ClosedReferrals(app, world);
});
afterAll(() => app.stop());

/** The first day on which it is within 30 days. */
const noticeOn = '2027-02-04';

test('the owner sees the day, nobody else does', async () => {
  const contactId = await book.lost('Carl');
  expect(await book.erasesOn(contactId)).toBe(erasesOn);
  expect(await book.erasesOn(contactId, world.sara)).toBeNull();
  expect(await book.erasesOn(contactId, world.cleo)).toBeUndefined();
});

test('there is no day for a contact without a referral, with an open one, and for an erased one', async () => {
  const contactId = await book.contact('Carl');
  expect(await book.erasesOn(contactId)).toBeNull();
  await book.lose(await book.refer(contactId));
  await book.refer(contactId, world.cleo);
  expect(await book.erasesOn(contactId)).toBeNull();
  const erasedId = await book.lost('Dora');
  await app.act(world.bram, 'eraseContact', { contactId: erasedId }, 'contact { id }');
  expect(await book.erasesOn(erasedId)).toBeNull();
});

test('the list holds the next 30 days, and the owner alone has it', async () => {
  const contactId = await book.lost('Carl');
  await book.contact('Never referred');
  expect((await book.toBeErased(world.bram, '2027-02-03')).nodes).toEqual([]);
  expect(await book.toBeErased(world.bram, noticeOn)).toMatchObject({
    totalCount: 1,
    nodes: [{ erasesOn, contact: { id: contactId, name: 'Carl' } }],
  });
  for (const other of [world.sara, world.pia, world.ada]) {
    expect(await book.toBeErased(other, noticeOn)).toMatchObject({ totalCount: 0, nodes: [] });
  }
});

test('a talk takes a contact off the list', async () => {
  const contactId = await book.lost('Carl');
  await book.change(contactId, '2027-02-04T10:00:00Z', { lastSpokenOn: '2027-02-04' });
  expect((await book.toBeErased(world.bram, noticeOn)).nodes).toEqual([]);
});

test('the list goes in pages, the next to go first', async () => {
  const late = await book.lost('Late');
  const lastId = await book.lost('Last');
  await app.database.query(`UPDATE contacts SET last_spoken_on = '2026-03-10' WHERE id = $1`, [lastId]);
  const early = await book.lost('Early');
  const first = await book.toBeErased(world.bram, '2027-03-01', { first: 2 });
  expect(first.nodes.map((node: { contact: { id: string } }) => node.contact.id)).toEqual([late, early].sort());
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = await book.toBeErased(world.bram, '2027-03-01', { first: 2, after: first.pageInfo.endCursor });
  expect(rest).toMatchObject({
    nodes: [{ erasesOn: '2027-03-11', contact: { id: lastId } }],
    pageInfo: { hasNextPage: false },
  });
});

test('a cursor of another list is refused', async () => {
  const cursor = Buffer.from(JSON.stringify(['Carl', world.bram.personId])).toString('base64url');
  const query = 'query ($after: String) { viewer { contactsToBeErased(after: $after) { totalCount } } }';
  const { errors } = await app.execute(world.bram, query, { after: cursor });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('one and five take the same number of statements, in the list and in the address book', async () => {
  for (const name of ['A', 'B', 'C', 'D', 'E']) await book.lost(name);
  const list = (first: number) => app.countQueries(() => book.toBeErased(world.bram, '2027-03-01', { first }));
  expect(await list(5)).toBe(await list(1));
  const query = 'query ($first: Int!) { viewer { contacts(first: $first) { nodes { erasesOn } } } }';
  const all = (first: number) => app.countQueries(() => app.query(world.bram, query, { first }));
  expect(await all(5)).toBe(await all(1));
});
