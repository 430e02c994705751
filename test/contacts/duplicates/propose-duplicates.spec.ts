import { newId } from '../../../src/platform/id.js';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
});
afterAll(() => app.stop());

interface Pair {
  first: { id: string; name: string };
  second: { id: string; name: string };
  reasons: string[];
}
const query = `query ($first: Int! = 20, $after: String) {
  viewer { contactDuplicates(first: $first, after: $after) {
    totalCount nodes { first { id name email } second { id name email } reasons } pageInfo { hasNextPage endCursor }
  } }
}`;
const list = async (variables: object = {}, actor = world.bram) =>
  (await app.query(actor, query, variables)).viewer.contactDuplicates;
const pairs = async (actor = world.bram): Promise<string[]> =>
  (await list({}, actor)).nodes.map((pair: Pair) => [pair.first.name, pair.second.name, ...pair.reasons].join(' '));
const dismiss = (actor: { token: string }, firstId: string, secondId: string) =>
  app.act(actor, 'dismissDuplicate', { firstId, secondId }, 'contact { id }');

test('two with the same address, number or name are proposed, the surest first', async () => {
  await circle.contact(world.bram, 'Dora', { phone: '+32 9 210 00 01' });
  await circle.contact(world.bram, 'Jan De Smet');
  await circle.contact(world.bram, 'Carl', { email: 'carl@baert.example' });
  await circle.contact(world.bram, 'Baert', { email: 'CARL@baert.example' });
  await circle.contact(world.bram, 'De Smet, Jan');
  await circle.contact(world.bram, 'Mevrouw D.', { phone: '+3292100001' });
  expect(await pairs()).toEqual([
    'Carl Baert SAME_EMAIL',
    'Dora Mevrouw D. SAME_PHONE',
    'Jan De Smet De Smet, Jan SIMILAR_NAME',
  ]);
});

test('a pair is proposed once, with all its reasons', async () => {
  const reach = { email: 'jan@desmet.example', phone: '+32 9 210 00 01' };
  await circle.contact(world.bram, 'Jan De Smet', reach);
  await circle.contact(world.bram, 'Jan de Smedt', reach);
  expect(await pairs()).toEqual(['Jan De Smet Jan de Smedt SAME_EMAIL SAME_PHONE SIMILAR_NAME']);
});

test.each([
  ['Jan De Smet', 'De Smet Jan', true],
  ['Jan De Smet', 'Jan de Smedt', true],
  ['De Smet Jan', 'Jan de Smedt', true],
  ['Jan De Smet', 'Jan Desmet', true],
  ['Jan De Smet', 'Jan Smets', false],
  ['Jan de Smedt', 'Jan Smets', false],
  ["Marc D'Hondt", 'Marc Dhondt', true],
  ['Piet Vandenberghe', 'Vandenberghe Piet', true],
  ['Piet Van den Berghe', 'Vandenberghe Piet', false],
  ['François Lefèvre', 'Francois Lefebvre', true],
  ['Hélène Dubois', 'DUBOIS Helene', true],
  ['Jean-Pierre Martin', 'Jean Pierre Martin', true],
  ['Marie Dubois', 'Marie Dupont', false],
  ['Els Vermeulen', 'Jan Vermeulen', false],
  ['Luc Peeters', 'Luc Willems', false],
  ['Lefèvre', 'Lefebvre', false],
  ['Brouwerij', 'Brouwerij', true],
])('%s and %s: %s', async (one, other, alike) => {
  await circle.contact(world.bram, one);
  await circle.contact(world.bram, other);
  expect(await pairs()).toEqual(alike ? [`${one} ${other} SIMILAR_NAME`] : []);
});

test.each([
  ['another company', { company: 'Baert' }, { company: 'Colruyt' }, false],
  ['the same company, longer', { company: 'Baert' }, { company: 'Baert & Zonen nv' }, true],
  ['another place', { place: 'Gent' }, { place: 'Oostende' }, false],
  [
    'the same company, whose place has two names',
    { company: 'Baert', place: 'Luik' },
    { company: 'Baert', place: 'Liège' },
    true,
  ],
  ['a company here and a place there', { company: 'Baert' }, { place: 'Gent' }, true],
])('a name alone: %s', async (_, one, other, proposed) => {
  await circle.contact(world.bram, 'Jan De Smet', one);
  await circle.contact(world.bram, 'Jan De Smet', other);
  expect(await pairs()).toHaveLength(proposed ? 1 : 0);
});

test('nobody learns what others have in their books', async () => {
  const reach = { email: 'jan@desmet.example' };
  await circle.contact(world.bram, 'Jan De Smet', reach);
  const theirs = await circle.contact(world.sara, 'Jan De Smet', reach);
  await circle.introduce(world.sara, { contactId: theirs }, world.bram);
  expect(await list()).toMatchObject({ totalCount: 0, nodes: [] });
  expect(await list({}, world.sara)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('who is known as two persons is not proposed; as one person, or on one side, he is', async () => {
  const ids: string[] = [];
  for (const _ of ['one', 'other', 'third']) ids.push(await circle.contact(world.bram, 'Ulf Bakker'));
  const identify = (place: number, personId: string) =>
    app.act(world.bram, 'identifyContact', { contactId: ids[place], personId }, 'contact { id }');
  await identify(0, world.ulf.personId);
  await identify(1, world.tess.personId);
  const found: Pair[] = (await list()).nodes;
  expect(found.map(({ first, second }) => [first.id, second.id])).toEqual([
    [ids[0], ids[2]],
    [ids[1], ids[2]],
  ]);
});

test('the erased are not proposed', async () => {
  await circle.contact(world.bram, 'Jan De Smet');
  const erased = await circle.contact(world.bram, 'Jan De Smet');
  await app.database.query('UPDATE contacts SET name = NULL, erased_at = now() WHERE id = $1', [erased]);
  expect(await pairs()).toEqual([]);
});

test('pages follow each other without a gap and are counted', async () => {
  for (const name of ['Jan De Smet', 'De Smet Jan', 'Jan de Smedt']) await circle.contact(world.bram, name);
  await circle.contact(world.bram, 'A', { email: 'a@b.example' });
  await circle.contact(world.bram, 'B', { email: 'a@b.example' });
  const whole = await list();
  expect(whole.totalCount).toBe(4);
  const seen: Pair[] = [];
  for (let after: string | null = null; seen.length < 4; ) {
    const page: { nodes: Pair[]; pageInfo: { endCursor: string } } = await list({ first: 1, after });
    seen.push(...page.nodes);
    after = page.pageInfo.endCursor;
  }
  expect(seen).toEqual(whole.nodes);
});

test('a cursor of another list is refused', async () => {
  const { errors } = await app.execute(world.bram, query, { after: 'e30' });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('of five pairs costs as many statements as of one', async () => {
  for (const name of ['Jan De Smet', 'De Smet Jan', 'Jan de Smedt', 'jan de smet']) {
    await circle.contact(world.bram, name);
  }
  const count = (first: number) => app.countQueries(() => list({ first }));
  expect(await count(5)).toBe(await count(1));
});

test('a book of 5,000 is looked through within seconds', async () => {
  await app.database.query(
    `INSERT INTO contacts (id, owner_id, name, created_at)
     SELECT gen_random_uuid(), $1, initcap(translate(substr(md5(n::text), 1, 5), '0123456789', 'aeioulnrst')) || ' '
       || initcap(translate(substr(md5('x' || n % 900), 1, 8), '0123456789', 'aeioulnrst')), now()
     FROM generate_series(1, 5000) AS n`,
    [world.bram.personId],
  );
  const begun = performance.now();
  await list();
  expect(performance.now() - begun).toBeLessThan(10_000);
}, 30_000);

describe('saying that they are two', () => {
  let ids: string[];
  beforeEach(async () => {
    ids = [await circle.contact(world.bram, 'Jan De Smet'), await circle.contact(world.bram, 'Jan de Smet')];
  });
  const [first, second] = [() => ids[0] ?? '', () => ids[1] ?? ''];

  test.each([
    ['one way round', 0],
    ['the other way round', 1],
  ])('takes the pair off the list: %s', async (_, place) => {
    const { contact, errors } = await dismiss(world.bram, ids[place] ?? '', ids[1 - place] ?? '');
    expect([contact, errors]).toEqual([{ id: ids[place] }, []]);
    expect(await list()).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('again, or the other way round, is no harm', async () => {
    for (const [one, other] of [ids, [...ids].reverse()]) {
      expect((await dismiss(world.bram, one ?? '', other ?? '')).errors).toEqual([]);
    }
    expect(await app.database.query('SELECT FROM dismissed_duplicates WHERE first_id = ANY ($1)', [ids])).toHaveLength(
      1,
    );
  });

  test('holds for the one that stands for either', async () => {
    await dismiss(world.bram, first(), second());
    const third = await circle.contact(world.bram, 'Zoë');
    await app.act(
      world.bram,
      'mergeContacts',
      { keptId: third, mergedId: first(), fromMerged: ['NAME'] },
      'contact { id }',
    );
    expect(await list()).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('takes two', async () => {
    expect(refused(await dismiss(world.bram, first(), first()))).toEqual(['SAME_CONTACT secondId']);
  });

  test('of others is not found, like one that does not exist; of one introduced to him he may not', async () => {
    const theirs = await circle.contact(world.sara, 'Jan De Smet');
    for (const id of [theirs, newId()]) {
      expect(refused(await dismiss(world.bram, id, first()))).toEqual(['NOT_FOUND firstId']);
      expect(refused(await dismiss(world.bram, first(), id))).toEqual(['NOT_FOUND secondId']);
    }
    await circle.introduce(world.sara, { contactId: theirs }, world.bram);
    const input = { firstId: first(), secondId: theirs };
    const { errors } = await app.attempt(world.bram, 'dismissDuplicate', input, 'contact { id }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
