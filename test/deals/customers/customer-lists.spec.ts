import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { now, Shop } from './shop.js';

let app: TestApp;
let world: World;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Customers of every stage, each named by it and by the day of his last deal. */
beforeEach(async () => {
  world = await World.build(app.database);
  shop = new Shop(app, world);
  await app.at(now, async () => {
    for (const day of ['2026-03-02', '2026-03-04', '2026-03-03']) await sold(`former ${day}`, day);
    for (const day of ['2028-05-02', '2028-05-04']) await sold(`new ${day}`, day);
    await sold('loyal 2028-05-03', '2028-05-01', '2028-05-03');
    await shop.brought(world.bram, world.sara, 'potential 2028-04-01', '2028-04-01');
    await shop.brought(world.bram, world.sara, 'potential 2028-04-03', '2028-04-03');
    const again = await sold('potential 2028-04-02', '2026-02-01');
    const introduced = { contactId: again };
    await shop.circle.record(world.sara, {
      introduced,
      introducer: { personId: world.cleo.personId },
      happenedOn: '2028-04-02',
    });
  });
});
afterAll(() => app.stop());

async function sold(name: string, ...days: string[]): Promise<string> {
  const contactId = await shop.circle.contact(world.sara, name);
  for (const day of days) await shop.sell(world.sara, { contactId }, day);
  return contactId;
}

const inOrder = [
  ...['new 2028-05-04', 'loyal 2028-05-03', 'new 2028-05-02'],
  ...['potential 2028-04-03', 'potential 2028-04-02', 'potential 2028-04-01'],
  ...['former 2026-03-02', 'former 2026-03-03', 'former 2026-03-04'],
];
const at = <T>(work: () => Promise<T>) => app.at(now, work);

test('those to act on come first', () =>
  at(async () => {
    expect(await shop.names(world.sara)).toEqual(inOrder);
    expect(await shop.counts(world.sara)).toEqual({ potential: 3, new: 2, loyal: 1, former: 3, toAsk: 7 });
  }));

test.each(['POTENTIAL', 'NEW', 'LOYAL', 'FORMER'])('only those who are %s', (stage) =>
  at(async () => {
    const expected = inOrder.filter((name) => name.startsWith(stage.toLowerCase()));
    expect(await shop.names(world.sara, { stage })).toEqual(expected);
    expect((await shop.list(world.sara, { stage })).totalCount).toBe(expected.length);
  }),
);

test('those to ask have bought and were not asked since, new and loyal ones first', () =>
  at(async () => {
    const toAsk = inOrder.filter((name) => !['potential 2028-04-03', 'potential 2028-04-01'].includes(name));
    expect(await shop.names(world.sara, { toAsk: true })).toEqual(toAsk);
    expect(await shop.names(world.sara, { toAsk: false })).toEqual(['potential 2028-04-03', 'potential 2028-04-01']);
    expect(await shop.names(world.sara, { toAsk: true, stage: 'POTENTIAL' })).toEqual(['potential 2028-04-02']);
  }));

test('page after page holds all, each once', () =>
  at(async () => {
    const found: string[] = [];
    let after: string | null = null;
    for (let pages = 1; pages <= 5; pages += 1) {
      const page = await shop.list(world.sara, { first: 2, after }, 'buyerContact { name }');
      found.push(...page.nodes.map((node: { buyerContact: { name: string } }) => node.buyerContact.name));
      expect(page.pageInfo.hasNextPage).toBe(pages < 5);
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(inOrder);
  }));

test('a page goes on where it was left, also when who stood there has moved meanwhile', () =>
  at(async () => {
    const { pageInfo } = await shop.list(world.sara, { first: 7 });
    const [contact] = await app.database.query(
      `SELECT id FROM contacts WHERE name = 'former 2026-03-02' AND owner_id = $1`,
      [world.sara.personId],
    );
    await shop.sell(world.sara, { contactId: contact.id }, '2028-06-01');
    expect(await shop.names(world.sara, { after: pageInfo.endCursor })).toEqual(inOrder.slice(7));
  }));

test.each([
  ['of another list', () => Buffer.from(JSON.stringify(['2028-01-01', world.sara.personId])).toString('base64url')],
  ['of nothing', () => 'nothing'],
])('a cursor %s is refused', async (_, cursor) => {
  const query = 'query ($after: String) { viewer { customers(after: $after) { totalCount } } }';
  const { errors } = await app.execute(world.sara, query, { after: cursor() });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('all customers cost as many statements as one, and so do the customers after all deals', () =>
  at(async () => {
    const { contactId } = await shop.brought(world.bram, world.sara, 'the latest', '2028-06-01');
    await shop.sell(world.sara, { contactId }, '2028-06-02');
    for (const { buyerContact } of (await shop.list(world.sara, { toAsk: true })).nodes) {
      await shop.answer(world.sara, { contactId: buyerContact.id, outcome: 'NOBODY' });
    }
    const list = (first: number) => app.countQueries(() => shop.list(world.sara, { first }));
    expect(await list(10)).toBe(await list(1));
    const fields = 'customer { stage buyerContact { name } broughtBy { degree } lastQuestion { outcome } }';
    const query = `query ($first: Int!) { viewer { deals(first: $first) { nodes { ${fields} } } customerCounts { new } } }`;
    const deals = (first: number) => app.countQueries(() => app.query(world.sara, query, { first }));
    expect(await deals(9)).toBe(await deals(1));
  }));
