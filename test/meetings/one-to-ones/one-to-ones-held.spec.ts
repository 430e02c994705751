import fc from 'fast-check';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { noon, TwoOfThem, today } from './two-of-them.js';

let app: TestApp;
let world: World;
let pairs: TwoOfThem;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  pairs = new TwoOfThem(app);
});
afterEach(async () => {
  await app.database.query('DELETE FROM one_to_ones');
});
afterAll(() => app.stop());

interface Period {
  from: string;
  to: string;
}
const year: Period = { from: '2026-01-01', to: '2026-12-31' };
const ofClub = async (actor: { token: string }, id: string, period: Period = year) =>
  (
    await app.at(noon, () =>
      app.query(
        actor,
        'query ($id: UUID!, $from: Date!, $to: Date!) { club(id: $id) { oneToOnesHeld(from: $from, to: $to) } }',
        { id, ...period },
      ),
    )
  ).club.oneToOnesHeld;
const ofMember = async (actor: { token: string }, { membershipId: id }: { membershipId: string }, period = year) =>
  (
    await app.at(noon, () =>
      app.query(
        actor,
        'query ($id: UUID!, $from: Date!, $to: Date!) { membership(id: $id) { oneToOnesHeld(from: $from, to: $to) } }',
        { id, ...period },
      ),
    )
  ).membership.oneToOnesHeld;

test('either records and both are credited: between two members the club counts 2', async () => {
  await pairs.held(world.sara, world.bram);
  await pairs.held(world.bram, world.sara);
  expect(await ofMember(world.cleo, world.sara)).toBe(1);
  expect(await ofMember(world.cleo, world.bram)).toBe(1);
  expect(await ofMember(world.cleo, world.pia)).toBe(0);
  expect(await ofClub(world.cleo, world.ghentId)).toBe(2);
});

test('with a member of another club it counts 1 in each of the two', async () => {
  await pairs.held(world.ulf, world.sara);
  expect(await ofClub(world.sara, world.ghentId)).toBe(1);
  expect(await ofClub(world.ulf, world.utrechtId)).toBe(1);
});

test('only what was held counts', async () => {
  await pairs.proposed(world.sara, world.bram);
  await pairs.accepted(world.sara, world.cleo);
  const oneToOneId = await pairs.held(world.sara, world.vik);
  expect(await ofMember(world.sara, world.sara)).toBe(1);
  await pairs.act(world.vik, 'withdrawOneToOne', { oneToOneId, reason: 'We did not' });
  expect(await ofMember(world.sara, world.sara)).toBe(0);
  expect(await ofClub(world.sara, world.ghentId)).toBe(0);
});

test('the first and the last day of a period count', async () => {
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', today]) await pairs.held(world.sara, world.bram, day);
  expect(await ofMember(world.sara, world.sara, { from: '2026-03-03', to: '2026-03-04' })).toBe(2);
  expect(await ofClub(world.sara, world.ghentId, { from: '2026-03-03', to: '2026-03-04' })).toBe(4);
  expect(await ofClub(world.sara, world.ghentId, { from: '2026-03-04', to: '2026-03-03' })).toBe(0);
});

test('a seat is credited with what was held while it was held', async () => {
  const mover = await world.member('Max', 'Moens', world.utrechtId, 'Baker', '2026-01-01');
  await app.database.query(`UPDATE memberships SET left_on = '2026-03-03' WHERE id = $1`, [mover.membershipId]);
  const seat = { membershipId: await world.seat(mover.personId, world.ghentId, 'Baker', '2026-03-03') };
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) await pairs.held(mover, world.ulf, day);
  expect(await ofMember(mover, mover)).toBe(1);
  expect(await ofMember(mover, seat)).toBe(2);
  expect(await ofClub(world.tess, world.utrechtId)).toBe(1 + 3);
  expect(await ofClub(mover, world.ghentId)).toBe(2);
});

test('the counts are for the members of the club, those of a member also for himself', async () => {
  await pairs.held(world.sara, world.bram);
  for (const actor of [world.ulf, world.dirk, world.ada]) {
    expect(await ofClub(actor, world.ghentId)).toBeNull();
    expect(await ofMember(actor, world.sara)).toBeNull();
  }
  const lou = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller');
  await pairs.held(lou, world.sara, '2026-03-02');
  await app.database.query(`UPDATE memberships SET left_on = '2026-03-04' WHERE id = $1`, [lou.membershipId]);
  expect(await ofMember(lou, lou)).toBe(1);
});

test('the counts of five members, and of two clubs, cost as many statements as those of one', async () => {
  const members = `query ($id: UUID!, $first: Int!) { club(id: $id) { members(first: $first) {
    nodes { oneToOnesHeld(from: "2026-01-01", to: "2026-12-31") }
  } } }`;
  const count = (first: number) => app.countQueries(() => app.query(world.sara, members, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
  await world.seat(world.sara.personId, world.utrechtId, 'Weaver');
  const clubs = `query ($first: Int!) { clubs(first: $first) {
    nodes { oneToOnesHeld(from: "2026-01-01", to: "2026-12-31") }
  } }`;
  const countClubs = (first: number) => app.countQueries(() => app.query(world.sara, clubs, { first }));
  expect(await countClubs(2)).toBe(await countClubs(1));
  await app.database.query('DELETE FROM memberships WHERE person_id = $1 AND club_id = $2', [
    world.sara.personId,
    world.utrechtId,
  ]);
});

describe('of any one-to-ones among the members of two clubs', () => {
  interface Met {
    one: number;
    other: number;
    day: number;
  }
  const inGhent = 5;
  const cast = (): CastMember[] => {
    const { pia, vik, sara, bram, cleo, tess, ulf } = world;
    return [pia, vik, sara, bram, cleo, tess, ulf];
  };
  const met = fc.record({ one: fc.nat(6), other: fc.nat(6), day: fc.nat(2) }).filter(({ one, other }) => one !== other);
  const isOfDifferentPairs = ({ one, other, day }: Met) => [Math.min(one, other), Math.max(one, other), day].join();
  const write = async (all: Met[]): Promise<void> => {
    const people = cast().map(({ personId }) => personId);
    await app.database.query('DELETE FROM one_to_ones');
    for (const { one, other, day } of all) {
      await app.database.query(
        `INSERT INTO one_to_ones (id, proposer_id, partner_id, state, held_on, recorded_by_id, recorded_at, created_at)
         VALUES ($1, $2, $3, 'held', $4, $2, now(), now())`,
        [newId(), people[one], people[other], `2026-03-0${day + 1}`],
      );
    }
  };

  test("a club's number is the sum of its members', twice the inner ones and the outer ones once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(met, { selector: isOfDifferentPairs, maxLength: 15 }), async (all) => {
        await write(all);
        const count = (isOf: (place: number) => boolean) =>
          all.reduce((sum, { one, other }) => sum + Number(isOf(one)) + Number(isOf(other)), 0);
        const members = cast();
        const credits = await Promise.all(
          members.map((member, place) => ofMember(place < inGhent ? world.sara : world.ulf, member)),
        );
        const sum = (some: number[]) => some.reduce((total, each) => total + each, 0);
        const inner = all.filter(({ one, other }) => one < inGhent && other < inGhent).length;
        const outer = all.filter(({ one, other }) => one < inGhent !== other < inGhent).length;
        const ghent = await ofClub(world.sara, world.ghentId);
        expect(ghent).toBe(sum(credits.slice(0, inGhent)));
        expect(ghent).toBe(2 * inner + outer);
        expect(await ofClub(world.ulf, world.utrechtId)).toBe(count((place) => place >= inGhent));
        expect(credits).toEqual(members.map((_, place) => count((each) => each === place)));
      }),
      { numRuns: 15 },
    );
  });
});
