import { HalfYear, scorecardInList } from '../../support/scorecards.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let written: HalfYear;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
  written = new HalfYear(app, world);
});

/** Kring's own scorecard counts whole months: on that day, January to June. */
const inJuly = <T>(work: () => Promise<T>) => app.at('2026-07-10T10:00:00Z', work);

describe('the scorecards of a club', () => {
  const list = `query ($id: UUID!, $colour: String, $first: Int, $after: String) { club(id: $id) {
    scorecards(colour: $colour, first: $first, after: $after) {
      totalCount pageInfo { endCursor hasNextPage } nodes { points colour { name } membership { person { givenName } } }
    }
  } }`;
  const ask = async (viewer: CastMember, variables: object = {}) =>
    (await inJuly(() => app.query(viewer, list, { id: world.ghentId, first: 20, ...variables }))).club.scorecards;

  test('come most points first, in pages, and by colour', async () => {
    await written.goldenClub();
    const all = await ask(world.pia);
    expect(all.totalCount).toBe(5);
    expect(all.nodes[0]).toEqual({
      points: 63,
      colour: { name: 'amber' },
      membership: { person: { givenName: 'Sara' } },
    });
    const points = all.nodes.map((each: { points: number }) => each.points);
    expect(points).toEqual([...points].sort((one, other) => other - one));
    const page = await ask(world.pia, { first: 1 });
    expect((await ask(world.pia, { after: page.pageInfo.endCursor })).nodes).toEqual(all.nodes.slice(1));
    expect((await ask(world.pia, { colour: 'amber' })).nodes).toEqual(all.nodes.slice(0, 1));
    expect((await ask(world.pia, { colour: 'pink' })).totalCount).toBe(0);
  });

  test.each(['bram', 'tess', 'ada', 'dirk'] as const)('are not for %s', async (name) => {
    expect(await ask(world[name])).toBeNull();
  });

  test('take the same number of statements for one member and for six', async () => {
    const whole = `query ($id: UUID!) { club(id: $id) { scorecards(first: 6) { nodes { ${scorecardInList} } } } }`;
    const count = (clubId: string, viewer: CastMember) =>
      app.countQueries(() => inJuly(() => app.query(viewer, whole, { id: clubId })));
    await written.counts.leave(world.ulf, '2026-06-30');
    const few = await count(world.utrechtId, world.tess);
    await written.goldenClub();
    await world.member('Nora', 'Six', world.ghentId, 'Baker');
    expect(await count(world.ghentId, world.pia)).toBe(few);
  });

  test('are the same as those of the seats, asked for one by one through the directory', async () => {
    await written.goldenClub();
    const both = `query ($id: UUID!) { club(id: $id) {
      scorecards { nodes { points membership { id } } } members { nodes { id scorecard { points } } }
    } }`;
    const { club } = await inJuly(() => app.query(world.pia, both, { id: world.ghentId }));
    for (const { points, membership } of club.scorecards.nodes) {
      expect(club.members.nodes).toContainEqual({ id: membership.id, scorecard: { points } });
    }
  });
});
