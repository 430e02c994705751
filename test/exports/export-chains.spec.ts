import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { Facts } from '../support/facts.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';
import { download } from './download.js';

let app: TestApp;
let world: World;

const then = { from: '2015-01-01', to: '2015-12-31' };

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  const facts = new Facts(app.database);
  const { sara, bram, cleo, vik, pia, ghentId: clubId } = world;
  await app.database.query(`UPDATE memberships SET joined_on = '2014-01-01' WHERE club_id = $1`, [clubId]);
  for (const seller of [sara, cleo, vik]) {
    const last = await facts.chain(seller, bram, 4);
    await facts.deal({ seller, clubId, closedOn: '2026-03-01', amountMinor: 150_000, origin: last });
  }
  await facts.deal({
    ...{ seller: sara, clubId, closedOn: '2026-03-02', amountMinor: 7, currency: 'JPY' },
    origin: await facts.introduction(sara, pia),
  });
});
afterAll(() => app.stop());

const rowsOf = async (table: string): Promise<string[][]> => {
  const query = { club: world.ghentId, ...then, table };
  return parse((await download(app, world.bram, 'chains.csv', { query })).bytes, { bom: true, delimiter: ';' });
};

test('the roots of a club, what their chains brought, and the chains are what GraphQL tells', async () => {
  const { club } = await app.query(
    world.bram,
    `query ($id: UUID!, $from: Date, $to: Date) {
      club(id: $id) { chains(from: $from, to: $to) {
        roots { nodes {
          person { givenName familyName } chains introductions beyondSecondDegree deepestDegree
          returns { currency lifetimeValue { deals amount { amount } } beyondSecondDegree { deals amount { amount } } }
        } }
        forest { nodes { root { givenName familyName } begunOn introductions deepestDegree ofSecondDegree ofThirdDegree beyondThirdDegree } }
      } }
    }`,
    { id: world.ghentId, ...then },
  );
  // biome-ignore lint/suspicious/noExplicitAny: what GraphQL answers
  type Node = any;
  const nameOf = ({ givenName, familyName }: Node) => `${givenName} ${familyName}`;
  const { roots, forest } = club.chains;
  expect((await rowsOf('roots')).slice(1)).toEqual(
    roots.nodes.map(({ person, chains, introductions, beyondSecondDegree, deepestDegree }: Node) => [
      ...[nameOf(person), ...[chains, introductions, beyondSecondDegree, deepestDegree].map(String)],
    ]),
  );
  const sum = (each: Node) => (each ? [String(each.deals), each.amount.amount.replace('.', ',')] : ['', '']);
  const returns = (await rowsOf('returns')).slice(1);
  expect(returns).toEqual(
    roots.nodes.flatMap(({ person, returns: borne }: Node) =>
      borne.map((each: Node) => [
        ...[nameOf(person), each.currency, ...sum(each.lifetimeValue), ...sum(each.beyondSecondDegree)],
      ]),
    ),
  );
  expect(returns).toContainEqual(['Bram De Smet', 'EUR', '3', '4500,00', '3', '4500,00']);
  expect(returns).toContainEqual(['Pia Claes', 'JPY', '', '', '0', '0']);
  expect((await rowsOf('chains')).slice(1)).toEqual(
    forest.nodes
      .map(({ root, begunOn, introductions, deepestDegree, ...by }: Node) => [
        ...[nameOf(root), begunOn, introductions, deepestDegree],
        ...[by.ofSecondDegree, by.ofThirdDegree, by.beyondThirdDegree],
      ])
      .map((row: unknown[]) => row.map(String)),
  );
});

test('a workbook of chains has a sheet for each table', async () => {
  const { bytes } = await download(app, world.vik, 'chains.xlsx', { query: { club: world.ghentId, ...then } });
  expect((await readSheet(bytes, 'Stamleden'))[1]?.[0]).toBe('Bram De Smet');
  expect((await readSheet(bytes, 'Ketens'))[1]?.[1]).toEqual(new Date('2015-01-01'));
});

test.each(['tess', 'ada', 'dirk', 'otto'] as const)(
  'there is none for %s, who does not sit in the club',
  async (name) => {
    const { status } = await download(app, world[name], 'chains.csv', { query: { club: world.ghentId } });
    expect(status).toBe(404);
  },
);
