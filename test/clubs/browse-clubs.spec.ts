import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
});
afterAll(() => app.stop());

interface ClubPage {
  totalCount: number;
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
}

async function addClubs(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const input = { regionId: world.ghentRegionId, timeZone: 'Europe/Brussels', locale: 'nl-BE', currency: 'EUR' };
    const club = { ...input, name: `Club ${number}`, fee: '1', feeMonths: 1 };
    await app.act(world.ada, 'createClub', club, 'club { id }');
  }
}

test('the tree is read from the network down to the clubs', async () => {
  const { networks } = await app.query(
    world.sara,
    `{ networks(first: 1) { nodes { name kind parent { name }
       regions(first: 2) { nodes { name kind
         regions(first: 3) { nodes { name
           clubs(first: 3) { nodes { name } }
           directors(first: 3) { nodes { person { givenName } } } } } } } } } }`,
  );
  expect(networks.nodes).toMatchObject([
    {
      name: 'Kring Test',
      kind: 'NETWORK',
      parent: null,
      regions: {
        nodes: [
          {
            name: 'Low Countries',
            regions: {
              nodes: [
                {
                  name: 'Ghent',
                  clubs: { nodes: [{ name: 'Gent Graslei' }] },
                  directors: { nodes: [{ person: { givenName: 'Dirk' } }] },
                },
                { name: 'Utrecht', clubs: { nodes: [{ name: 'Utrecht Dom' }] } },
              ],
            },
          },
        ],
      },
    },
  ]);
});

test('clubs are listed by name, page by page, each once, with the count when asked', async () => {
  await addClubs(5);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { clubs }: { clubs: ClubPage } = await app.query(
      world.sara,
      'query ($after: String) { clubs(first: 3, after: $after) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
      { after },
    );
    expect(clubs.totalCount).toBe(7);
    expect(clubs.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...clubs.nodes.map((club) => club.name));
    after = clubs.pageInfo.hasNextPage ? clubs.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(['Club 1', 'Club 2', 'Club 3', 'Club 4', 'Club 5', 'Gent Graslei', 'Utrecht Dom']);
});

test('a page of clubs costs the same number of statements however many it holds', async () => {
  const read = () =>
    app.query(
      world.sara,
      '{ clubs { nodes { name region { name parent { name } } rules { version } fee { amount } } } }',
    );
  const few = await app.countQueries(read);
  await addClubs(5);
  expect(await app.countQueries(read)).toBe(few);
});

test('a page holds from 1 to 100, and a cursor belongs to its list', async () => {
  const { professions } = await app.query(world.sara, '{ professions(first: 1) { pageInfo { endCursor } } }');
  expect(professions.pageInfo.endCursor).toBeTruthy();
  for (const page of ['first: 0', 'first: 101', 'after: "junk"']) {
    const { errors } = await app.execute(world.sara, `{ clubs(${page}) { nodes { id } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('who is in no network sees no club, and a club one may not see is as one that does not exist', async () => {
  const look = (id: string) => app.execute(world.otto, `{ club(id: "${id}") { id } region(id: "${id}") { id } }`);
  expect(
    (await app.query(world.otto, '{ clubs { nodes { id } networks: pageInfo { hasNextPage } } }')).clubs.nodes,
  ).toEqual([]);
  expect(await look(world.ghentId)).toEqual(await look(newId()));
  expect((await app.query(world.tess, `{ club(id: "${world.ghentId}") { name } }`)).club.name).toBe('Gent Graslei');
});

test('an administrator adds a profession once, whatever its capitals', async () => {
  const add = (actor: { token: string }, name: string) =>
    app.attempt(actor, 'addProfession', { name }, 'profession { id name }');
  const name = `Beekeeper ${newId()}`;
  expect((await add(world.ada, name)).data?.payload.profession).toMatchObject({ name });
  expect((await add(world.ada, name.toUpperCase())).data?.payload.errors).toMatchObject([
    { code: 'TAKEN', field: ['input', 'name'] },
  ]);
  expect((await add(world.ada, '')).data?.payload.errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'name'] },
  ]);
  expect((await add(world.pia, 'Falconer')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
