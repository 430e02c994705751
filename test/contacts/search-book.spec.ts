import { Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  circle = new Circle(app, world);
  const { bram, sara } = world;
  await circle.contact(bram, 'Jan De Smet', { role: 'facility manager', company: 'AZ Sint-Lucas', place: 'Gent' });
  await circle.contact(bram, 'Hélène Lefèvre', {
    role: 'directeur van een ziekenhuis',
    place: 'Liège',
    strength: 'STRONG',
    lastSpokenOn: '2026-03-01',
  });
  await circle.contact(bram, 'Piet Janssens', { profession: 'tandarts', strength: 'WEAK', lastSpokenOn: '2025-06-01' });
  await circle.contact(bram, 'Els Van Damme', { role: 'buyer of hospitals', company: 'Baert' });
  await circle.contact(sara, 'Jan De Smet', { role: 'facility manager' });
});
afterAll(() => app.stop());

const text = `query ($first: Int! = 20, $after: String, $matching: String, $strength: AcquaintanceStrength, $before: Date) {
  viewer { contacts(first: $first, after: $after, matching: $matching, strength: $strength, lastSpokenBefore: $before) {
    totalCount nodes { name } pageInfo { endCursor hasNextPage }
  } }
}`;
const search = async (variables: object) => (await app.query(world.bram, text, variables)).viewer.contacts;
const found = async (variables: object): Promise<string[]> =>
  (await search(variables)).nodes.map((node: { name: string }) => node.name);

test.each([
  ['a word of a role', 'manager', ['Jan De Smet']],
  ['the same word in another form', 'hospital', ['Els Van Damme']],
  ['in Dutch too', 'ziekenhuizen', ['Hélène Lefèvre']],
  ['a company', 'sint-lucas', ['Jan De Smet']],
  ['a profession', 'tandarts', ['Piet Janssens']],
  ['a place, without its accent', 'liege', ['Hélène Lefèvre']],
  ['a name, without its accents', 'helene lefevre', ['Hélène Lefèvre']],
  ['a name in whatever order', 'smet jan', ['Jan De Smet']],
  ['the beginning of a name', 'lefe', ['Hélène Lefèvre']],
  ['a name with a typo', 'jansens', ['Piet Janssens']],
  ['a role with a typo', 'tandrats', ['Piet Janssens']],
  ['words that all must be there, name and role alike', 'jan manager', ['Jan De Smet']],
  ['one of two words that is not there', 'jan tandarts baert', []],
  ['words that say nothing among others', 'directeur van het ziekenhuis', ['Hélène Lefèvre']],
  ['a word that says nothing and is a name', 'van', ['Els Van Damme', 'Hélène Lefèvre']],
  ['nobody', 'loodgieter', []],
  ['what is an operator elsewhere, like nothing', "tandarts & ! | (':*", ['Piet Janssens']],
])('by %s: %s', async (_, matching, names) => {
  expect(await found({ matching })).toEqual(names);
});

test('by how well one knows him', async () => {
  expect(await found({ strength: 'STRONG' })).toEqual(['Hélène Lefèvre']);
});

test('by whom one has not spoken with for long, or not that one noted', async () => {
  expect(await found({ before: '2026-03-01' })).toEqual(['Els Van Damme', 'Jan De Smet', 'Piet Janssens']);
  expect(await found({ before: '2026-03-02' })).toHaveLength(4);
  expect(await found({ before: '2026-03-02', strength: 'WEAK', matching: 'piet' })).toEqual(['Piet Janssens']);
});

test('what matches is read by name, page after page, and counted', async () => {
  const first = await search({ matching: 'e', first: 100 });
  const one = await search({ before: '2026-03-02', first: 3 });
  expect(first.nodes.length).toBeLessThanOrEqual(4);
  expect(one).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  const rest = await search({ before: '2026-03-02', first: 3, after: one.pageInfo.endCursor });
  expect(rest.nodes).toEqual([{ name: 'Piet Janssens' }]);
});

test('a blank search, and one over 100 characters, are refused', async () => {
  for (const matching of [' ', 'x'.repeat(101)]) {
    const { errors } = await app.execute(world.bram, text, { matching });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('what matches of four costs as many statements as of one', async () => {
  const count = (first: number) => app.countQueries(() => search({ before: '2026-03-02', matching: 'e', first }));
  expect(await count(4)).toBe(await count(1));
});
