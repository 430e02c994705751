import { HalfYear } from '../../support/scorecards.js';
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

const run = (at: string) =>
  app.at(at, async () => {
    await app.runScheduled('note_months_to_score');
    await app.runJobs();
  });
const asked = `query ($id: UUID!, $first: Int, $after: String) { membership(id: $id) {
  scorecardHistory(first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes {
      month weeks points most scoredAt profile { code version } colour { name letter min } metrics { key value points max }
    }
  }
} }`;
const history = async (viewer: CastMember, of: CastMember = world.sara, page: object = {}) =>
  (await app.query(viewer, asked, { id: of.membershipId, first: 20, ...page })).membership?.scorecardHistory ?? null;
const months = async () => (await history(world.sara)).nodes.map(({ month }: { month: string }) => month);
const choose = (profile: string, from: string) =>
  app.at(`${from}T10:00:00Z`, () =>
    app.act(world.pia, 'chooseScorecard', { clubId: world.ghentId, profile, from }, 'choice { id }'),
  );

test('once a month is complete in the club, every seat of its last day has its score, and each has it once', async () => {
  const { sara, bram, ghentId } = world;
  await written.letters(sara, { '2026-01-09': 'present', '2026-01-16': 'absent' });
  await written.counts.units(ghentId, sara, '2026-01-10', '1.5');
  await written.counts.leave(bram, '2026-01-31');
  // The last minute of January in Brussels, and the first of February.
  await run('2026-01-31T22:59:00Z');
  expect(await months()).toEqual([]);
  await run('2026-01-31T23:01:00Z');
  await run('2026-02-01T23:01:00Z');
  expect((await history(sara)).nodes).toEqual([
    expect.objectContaining({
      ...{ month: '2026-01', weeks: 2, points: 10, most: 100, scoredAt: '2026-01-31T23:01:00.000Z' },
      profile: { code: 'second-degree', version: 1 },
      colour: { name: 'grey', letter: 'Y', min: 0 },
    }),
  ]);
  const [{ metrics }] = (await history(sara)).nodes;
  expect(metrics).toContainEqual({ key: 'ABSENCES_WITH_LATE', value: 1, points: 7, max: 10 });
  expect(metrics).toContainEqual({ key: 'EDUCATION_UNITS', value: 1.5, points: 3, max: 5 });
  expect((await history(world.pia, bram)).nodes).toEqual([]);
});

test('a month waits a week for a meeting that is open still', async () => {
  await written.letters(world.sara, { '2026-02-20': 'present' }, 'open');
  await run('2026-03-01T05:00:00Z');
  expect(await months()).toEqual(['2026-01']);
  await run('2026-03-07T05:00:00Z');
  expect(await months()).toEqual(['2026-01']);
  await run('2026-03-08T05:00:00Z');
  expect((await history(world.sara)).nodes[0]).toMatchObject({ month: '2026-02', weeks: 0 });
});

test('months that were missed are scored later, half a year back at most', async () => {
  await run('2026-09-15T05:00:00Z');
  expect(await months()).toEqual(['2026-08', '2026-07', '2026-06', '2026-05', '2026-04', '2026-03']);
});

test('a month keeps the version it was scored with, whatever is chosen, added or corrected later', async () => {
  const { sara } = world;
  await written.letters(sara, { '2026-03-06': 'absent', '2026-04-03': 'present' });
  await run('2026-04-02T05:00:00Z');
  const before = (await history(sara)).nodes;
  expect(before[0]).toMatchObject({ month: '2026-03', weeks: 1, profile: { code: 'second-degree' } });
  await choose('th', '2026-04-20');
  await written.letters(sara, { '2026-03-13': 'absent', '2026-03-20': 'absent' });
  await run('2026-05-02T05:00:00Z');
  const after = (await history(sara)).nodes;
  expect(after.slice(1)).toEqual(before);
  expect(after[0]).toMatchObject({ month: '2026-04', weeks: 4, profile: { code: 'th', version: 1 } });
});

test('two processes that score a month at once keep one score of each seat', async () => {
  const both = Promise.all([run('2026-02-02T05:00:00Z'), run('2026-02-02T05:00:00Z')]);
  await both;
  expect(await months()).toEqual(['2026-01']);
  await expect(app.database.query('UPDATE scorecard_results SET points = 100')).rejects.toThrow('never changed');
});

test('of money it keeps points by bands alone; points in proportion to money are told to nobody', async () => {
  const { sara, bram, pia } = world;
  await written.sale(bram, sara, 150_000, { closedOn: '2026-01-10' });
  await written.sale(bram, sara, 123_400, { closedOn: '2026-02-10', currency: 'BRL' });
  await run('2026-02-02T05:00:00Z');
  await choose('br', '2026-02-03');
  await run('2026-03-02T05:00:00Z');
  for (const viewer of [sara, pia]) {
    const [february, january] = (await history(viewer)).nodes;
    expect(january.metrics).toContainEqual({ key: 'THANKED', value: null, points: 4, max: 10 });
    expect(february).toMatchObject({ profile: { code: 'br' }, points: null, colour: { name: 'red' } });
    expect(february.metrics).toContainEqual({ key: 'THANKED', value: null, points: null, max: 15 });
  }
});

test('is for the member and his board, in pages', async () => {
  await run('2026-07-02T05:00:00Z');
  for (const viewer of [world.sara, world.pia, world.vik]) expect((await history(viewer)).totalCount).toBe(6);
  for (const viewer of [world.bram, world.tess, world.ada, world.dirk]) expect(await history(viewer)).toBeNull();
  const page = await history(world.sara, world.sara, { first: 2 });
  expect(page).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
  const rest = await history(world.sara, world.sara, { after: page.pageInfo.endCursor });
  expect(rest.nodes[0].month).toBe('2026-04');
  const few = await app.countQueries(() => history(world.sara, world.sara, { first: 1 }));
  expect(await app.countQueries(() => history(world.sara, world.sara, { first: 5 }))).toBe(few);
});
