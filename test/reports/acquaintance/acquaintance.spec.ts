import { CountsFacts } from '../../support/counts-facts.js';
import { type Answer, TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const march = { from: '2026-03-01', to: '2026-03-31' };
const query = `
  query ($id: UUID!, $from: Date, $to: Date, $first: Int! = 50, $after: String, $ties: Int! = 50, $afterTie: String) {
    club(id: $id) {
      acquaintance(from: $from, to: $to) {
        from to
        rows(first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes {
            membership { id person { givenName } }
            ties(first: $ties, after: $afterTie) {
              totalCount pageInfo { hasNextPage endCursor }
              nodes { membership { id person { givenName } } acquaintance }
            }
          }
        }
      }
    }
  }`;
const ask = (viewer: CastMember | null, asked: object = {}): Promise<Answer> =>
  app.execute(viewer, query, { id: world.ghentId, ...march, ...asked });
const matrix = async (viewer = world.pia, asked: object = {}) =>
  (await ask(viewer, asked)).data?.club?.acquaintance ?? null;

interface Named {
  membership: { id: string; person: { givenName: string } };
}
const nameOf = ({ membership }: Named) => membership.person.givenName;
type Row = Named & { ties: { nodes: (Named & { acquaintance: string })[] } };

/** What one has to do with another. */
const between = async (one: CastMember, other: CastMember, asked: object = {}) => {
  const row = (await matrix(world.pia, asked)).rows.nodes.find((each: Row) => each.membership.id === one.membershipId);
  return row.ties.nodes.find(({ membership }: Named) => membership.id === other.membershipId)?.acquaintance;
};
const refer = (from: CastMember, to: CastMember, at = '2026-03-10T12:00:00Z') =>
  facts.referral({ of: from, clubId: world.ghentId, at }, { of: to, clubId: world.ghentId, on: at.slice(0, 10) });

test('every member has a row with a tie to each of the others, by family name, and none to himself', async () => {
  const { rows } = await matrix();
  expect(rows.nodes.map(nameOf)).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Cleo']);
  expect(rows.nodes[1].ties).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  expect(rows.nodes[1].ties.nodes.map(nameOf)).toEqual(['Pia', 'Vik', 'Sara', 'Cleo']);
  const all = rows.nodes.flatMap(({ ties }: Row) => ties.nodes.map(({ acquaintance }) => acquaintance));
  expect(new Set(all)).toEqual(new Set(['NOTHING']));
});

test('that two met goes both ways, that one referred goes one way', async () => {
  const { sara, bram, cleo } = world;
  await facts.oneToOne(sara, bram, '2026-03-10');
  await refer(bram, sara);
  await refer(bram, sara);
  await refer(bram, cleo);
  expect(await between(sara, bram)).toBe('MET');
  expect(await between(bram, sara)).toBe('BOTH');
  expect(await between(bram, cleo)).toBe('REFERRED');
  expect(await between(cleo, bram)).toBe('NOTHING');
  expect(await between(sara, cleo)).toBe('NOTHING');
});

test('only one-to-ones that were held, and only what happened in the period, count', async () => {
  const { sara, bram } = world;
  for (const state of ['accepted', 'declined', 'cancelled']) await facts.oneToOne(sara, bram, null, state);
  for (const day of ['2026-02-28', '2026-04-01']) await facts.oneToOne(sara, bram, day);
  for (const at of ['2026-02-28T22:59:00Z', '2026-03-31T22:00:00Z']) await refer(bram, sara, at);
  expect(await between(bram, sara)).toBe('NOTHING');
  expect(await between(bram, sara, { from: '2026-02-28', to: '2026-04-01' })).toBe('BOTH');
  await refer(bram, sara, '2026-03-31T21:59:00Z');
  expect(await between(bram, sara)).toBe('REFERRED');
});

test('it is of those who hold a seat today, whichever seat they had when they met', async () => {
  const { sara, bram, cleo, ulf, ghentId } = world;
  await facts.oneToOne(sara, bram, '2026-03-10');
  await facts.oneToOne(sara, ulf, '2026-03-10');
  await facts.leave(sara, '2026-04-01');
  await facts.leave(cleo, '2026-04-01');
  const again = { ...sara, membershipId: await world.seat(sara.personId, ghentId, 'Writer', '2026-05-01') };
  const names = async (instant: string) => app.at(instant, async () => (await matrix()).rows.nodes.map(nameOf));
  expect(await names('2026-03-31T12:00:00Z')).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Cleo']);
  expect(await names('2026-04-01T12:00:00Z')).toEqual(['Pia', 'Bram', 'Vik']);
  expect(await names('2026-05-01T12:00:00Z')).toEqual(['Pia', 'Bram', 'Vik', 'Sara']);
  await app.at('2026-05-01T12:00:00Z', async () => expect(await between(bram, again)).toBe('MET'));
});

test('it is for the members of the club, and for nobody else', async () => {
  expect(await matrix(world.sara)).toMatchObject(march);
  for (const viewer of [world.tess, world.dirk, world.ada, world.otto]) expect(await matrix(viewer)).toBeNull();
  expect((await ask(null)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('rows and ties come in pages, which together are the whole', async () => {
  const first = (await matrix(world.pia, { first: 3 })).rows;
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const last = (await matrix(world.pia, { first: 3, after: first.pageInfo.endCursor })).rows;
  expect([...first.nodes, ...last.nodes].map(nameOf)).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Cleo']);
  const [pia] = (await matrix(world.pia, { first: 1, ties: 3 })).rows.nodes;
  expect(pia.ties.pageInfo.hasNextPage).toBe(true);
  const [again] = (await matrix(world.pia, { first: 1, afterTie: pia.ties.pageInfo.endCursor })).rows.nodes;
  expect([...pia.ties.nodes, ...again.ties.nodes].map(nameOf)).toEqual(['Bram', 'Vik', 'Sara', 'Cleo']);
});

test.each([
  ['a period that ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
  ['a period of more than ten years', { from: '2016-03-01', to: '2026-03-01' }],
  ['a cursor of another list', { after: 'junk' }],
  ['a page of none', { ties: 0 }],
])('%s is refused', async (_, asked) => {
  expect((await ask(world.pia, asked)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('without a period it is the last twelve months up to today in the club', async () => {
  await app.at('2026-06-30T22:00:00Z', async () => {
    expect(await matrix(world.pia, { from: null, to: null })).toMatchObject({ from: '2025-07-02', to: '2026-07-01' });
  });
});

test('thirty members cost as many statements as five', async () => {
  const count = () => app.countQueries(() => matrix(world.pia, { first: 25, ties: 30 }));
  const ofFive = await count();
  for (let number = 6; number <= 30; number += 1) {
    const member = await world.member('Member', `Number ${number}`, world.ghentId, `Profession ${number}`);
    await facts.oneToOne(member, world.sara, '2026-03-10');
    await refer(world.bram, member);
  }
  expect(await count()).toBe(ofFive);
  expect(ofFive).toBeLessThanOrEqual(10);
});
