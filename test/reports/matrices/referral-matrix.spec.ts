import { mulberry32 } from '../../../src/reports/return/mulberry32.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { Facts } from '../../support/facts.js';
import { askMatrix, march } from '../../support/referral-matrix.js';
import { type Answer, TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;
let introductions: Facts;

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
  introductions = new Facts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const ask = (viewer: CastMember | null, asked: object = {}): Promise<Answer> =>
  askMatrix({ app, world }, viewer, asked);
const matrix = async (viewer = world.pia, asked: object = {}) =>
  (await ask(viewer, asked)).data?.club?.referralMatrix ?? null;

interface Named {
  membership: { id: string; person: { givenName: string } };
}
type Place = CastMember & { clubId?: string };
const nameOf = ({ membership }: Named) => membership.person.givenName;
const rowOf = (of: Answer['data'], { membershipId }: CastMember) =>
  of.rows.nodes.find(({ membership }: Named) => membership.id === membershipId);
const cellOf = (of: Answer['data'], from: CastMember, to: CastMember) => {
  const { inside, outside } = rowOf(of, from).cells.nodes.find(
    ({ membership }: Named) => membership.id === to.membershipId,
  );
  return { inside, outside };
};

/** A referral of one to another, both of Ghent unless it is said otherwise. */
const refer = async (from: Place, to: Place, at = '2026-03-10T12:00:00Z', isOutside = false) =>
  facts.referral(
    { of: from, clubId: from.clubId ?? world.ghentId, at },
    { of: to, clubId: to.clubId ?? world.ghentId, on: at.slice(0, 10) },
    isOutside ? (await introductions.introduction(to, from)).id : null,
  );
const inUtrecht = (member: CastMember): Place => ({ ...member, clubId: world.utrechtId });

test('every seat has a row and a column, inside and outside apart, and what goes over the border stands at the ends', async () => {
  const { sara, bram, cleo, ulf } = world;
  await refer(sara, bram);
  await refer(sara, bram, '2026-03-11T12:00:00Z', true);
  await refer(cleo, bram);
  await refer(sara, inUtrecht(ulf), '2026-03-12T12:00:00Z', true);
  await refer(inUtrecht(ulf), bram);
  const shown = await matrix();
  expect(shown.rows.nodes.map(nameOf)).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Cleo']);
  expect(rowOf(shown, sara).cells).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  expect(cellOf(shown, sara, bram)).toEqual({ inside: 1, outside: 1 });
  expect(cellOf(shown, bram, sara)).toEqual({ inside: 0, outside: 0 });
  expect(rowOf(shown, sara)).toMatchObject({
    given: { inside: 1, outside: 2 },
    received: { inside: 0, outside: 0 },
    toOthers: { inside: 0, outside: 1 },
  });
  expect(rowOf(shown, bram)).toMatchObject({
    given: { inside: 0, outside: 0 },
    received: { inside: 3, outside: 1 },
    fromOthers: { inside: 1, outside: 0 },
  });
  expect(shown).toMatchObject({
    among: { inside: 2, outside: 1 },
    toOthers: { inside: 0, outside: 1 },
    fromOthers: { inside: 1, outside: 0 },
  });
});

test('what was given before or after the period by the days of the club does not count', async () => {
  const { sara, bram, ulf } = world;
  for (const at of ['2026-02-28T22:59:00Z', '2026-03-31T22:00:00Z']) {
    await refer(sara, bram, at);
    await refer(sara, inUtrecht(ulf), at);
  }
  for (const at of ['2026-02-28T12:00:00Z', '2026-04-01T12:00:00Z']) await refer(inUtrecht(ulf), bram, at);
  expect(await matrix()).toMatchObject({
    among: { inside: 0 },
    toOthers: { inside: 0 },
    fromOthers: { inside: 0 },
    reciprocity: { pairs: 0, mutualPairs: 0, share: null },
  });
  for (const at of ['2026-02-28T23:00:00Z', '2026-03-31T21:59:00Z']) await refer(sara, bram, at);
  expect(cellOf(await matrix(), sara, bram)).toEqual({ inside: 2, outside: 0 });
});

test('who left within the period is in it, and who came back has a row for each seat', async () => {
  const { sara, bram, cleo, ghentId } = world;
  await refer(sara, bram, '2026-03-05T12:00:00Z');
  await facts.leave(sara, '2026-03-10');
  await facts.leave(cleo, '2026-03-01');
  const again = { ...sara, membershipId: await world.seat(sara.personId, ghentId, 'Writer', '2026-03-20') };
  await refer(again, bram, '2026-03-21T12:00:00Z');
  await refer(bram, again, '2026-03-22T12:00:00Z');
  const shown = await matrix();
  expect(shown.rows.nodes.map(nameOf)).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Sara']);
  expect([cellOf(shown, sara, bram), cellOf(shown, again, bram)]).toEqual([
    { inside: 1, outside: 0 },
    { inside: 1, outside: 0 },
  ]);
  for (const seat of [sara, again]) {
    expect(rowOf(shown, seat).reciprocity).toEqual({ gaveTo: 1, gaveBack: 1, share: 1 });
  }
  expect(shown.pairs.nodes).toMatchObject([
    { one: { id: bram.membershipId }, other: { id: again.membershipId }, givenBack: { inside: 2 }, oneWay: false },
  ]);
});

test('pairs that only go one way are told first, and alone to whoever asks for them', async () => {
  const { sara, bram, cleo, vik } = world;
  for (const to of [bram, cleo, vik]) await refer(sara, to);
  await refer(bram, sara);
  const shown = await matrix();
  expect(shown.reciprocity).toEqual({ pairs: 3, mutualPairs: 1, share: 1 / 3 });
  expect(rowOf(shown, sara).reciprocity).toEqual({ gaveTo: 3, gaveBack: 1, share: 1 / 3 });
  expect(rowOf(shown, cleo).reciprocity).toEqual({ gaveTo: 0, gaveBack: 0, share: null });
  const others = ({ nodes }: { nodes: { other: { id: string } }[] }) => nodes.map(({ other }) => other.id);
  expect(others(shown.pairs)).toEqual([vik, cleo, sara].map(({ membershipId }) => membershipId));
  const oneWay = (await matrix(world.pia, { oneWayOnly: true })).pairs;
  expect(oneWay.totalCount).toBe(2);
  expect(others(oneWay)).toEqual([vik, cleo].map(({ membershipId }) => membershipId));
  const first = (await matrix(world.pia, { pairs: 2 })).pairs;
  expect(first.pageInfo.hasNextPage).toBe(true);
  const last = (await matrix(world.pia, { afterPair: first.pageInfo.endCursor })).pairs;
  expect([...others(first), ...others(last)]).toEqual(others(shown.pairs));
});

test('rows and cells come in pages, which together are the whole', async () => {
  const first = (await matrix(world.pia, { first: 3 })).rows;
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const last = (await matrix(world.pia, { first: 3, after: first.pageInfo.endCursor })).rows;
  expect([...first.nodes, ...last.nodes].map(nameOf)).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Cleo']);
  const [pia] = (await matrix(world.pia, { first: 1, cells: 3 })).rows.nodes;
  const [again] = (await matrix(world.pia, { first: 1, afterCell: pia.cells.pageInfo.endCursor })).rows.nodes;
  const ids = [...pia.cells.nodes, ...again.cells.nodes].map(({ membership }: Named) => membership.id);
  expect(ids).toEqual([world.bram, world.vik, world.sara, world.cleo].map(({ membershipId }) => membershipId));
});

test('it is for the members of the club, and for nobody else', async () => {
  expect(await matrix(world.sara)).toMatchObject(march);
  for (const viewer of [world.tess, world.dirk, world.ada, world.otto]) expect(await matrix(viewer)).toBeNull();
  await facts.leave(world.cleo, '2026-03-20');
  expect(await matrix(world.cleo)).toBeNull();
  expect((await ask(null)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test.each([
  ['a period that ends before it begins', { period: { from: '2026-03-02', to: '2026-03-01' } }],
  ['a period of more than ten years', { period: { from: '2016-03-01', to: '2026-03-01' } }],
  ['a cursor of another list', { after: 'junk' }],
  ['a cursor of another list of pairs', { afterPair: 'junk' }],
  ['a page of none', { cells: 0 }],
])('%s is refused', async (_, asked) => {
  expect((await ask(world.pia, asked)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('without a period it is the last twelve months up to today in the club', async () => {
  await app.at('2026-06-30T22:00:00Z', async () => {
    expect(await matrix(world.pia, { period: null })).toMatchObject({ from: '2025-07-02', to: '2026-07-01' });
  });
});

test('in a random year every cell, sum and pair is what a recount of the raw referrals gives', async () => {
  const { sara, bram, cleo, pia, vik, tess, ulf, ghentId } = world;
  const random = mulberry32(5);
  const upTo = (count: number) => Math.floor(random() * count);
  await facts.leave(cleo, '2026-04-01');
  const again = { ...cleo, membershipId: await world.seat(cleo.personId, ghentId, 'Writer', '2026-07-01') };
  const seats = [sara, bram, pia, vik, cleo, again];
  const everybody: Place[] = [...seats, inUtrecht(tess), inUtrecht(ulf)];
  const held = (day: string) =>
    everybody.filter((each) => !(each === cleo && day >= '2026-04-01') && !(each === again && day < '2026-07-01'));
  const log: { from: Place; to: Place; day: string; side: 'inside' | 'outside' }[] = [];
  for (let count = 0; count < 160; count += 1) {
    const day = new Date(Date.UTC(2026, 0, 1 + upTo(365))).toISOString().slice(0, 10);
    const there = held(day);
    const [from, to] = [there[upTo(there.length)], there[upTo(there.length)]];
    if (!from || !to || from.personId === to.personId) continue;
    const isOutside = random() < 0.6;
    await refer(from, to, `${day}T12:00:00Z`, isOutside);
    log.push({ from, to, day, side: isOutside ? 'outside' : 'inside' });
  }
  for (const period of [
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-02-10', to: '2026-08-20' },
  ]) {
    const within = log.filter(({ day }) => period.from <= day && day <= period.to);
    const tallyOf = (isCounted: (entry: (typeof log)[number]) => boolean) => {
      const counted = within.filter(isCounted);
      const count = (side: string) => counted.filter((entry) => entry.side === side).length;
      return { inside: count('inside'), outside: count('outside') };
    };
    const isOther = ({ clubId }: Place) => clubId === world.utrechtId;
    const shown = await matrix(pia, { period });
    for (const seat of seats) {
      const others = seats.filter((other) => other !== seat);
      for (const other of others) {
        expect(cellOf(shown, seat, other)).toEqual(tallyOf(({ from, to }) => from === seat && to === other));
      }
      const partners = new Set(others.map(({ personId }) => personId));
      const gave = (one: string, other: string) =>
        within.some(({ from, to }) => from.personId === one && to.personId === other);
      const gaveTo = [...partners].filter((partner) => gave(seat.personId, partner));
      const gaveBack = gaveTo.filter((partner) => gave(partner, seat.personId));
      expect(rowOf(shown, seat)).toMatchObject({
        toOthers: tallyOf(({ from, to }) => from === seat && isOther(to)),
        fromOthers: tallyOf(({ from, to }) => to === seat && isOther(from)),
        given: tallyOf(({ from }) => from === seat),
        received: tallyOf(({ to }) => to === seat),
        reciprocity: { gaveTo: gaveTo.length, gaveBack: gaveBack.length },
      });
    }
    expect(shown).toMatchObject({
      among: tallyOf(({ from, to }) => !isOther(from) && !isOther(to)),
      toOthers: tallyOf(({ from, to }) => !isOther(from) && isOther(to)),
      fromOthers: tallyOf(({ from, to }) => isOther(from) && !isOther(to)),
    });
    const key = (...ids: string[]) => ids.sort().join(' ');
    const pairs = new Set(
      within
        .filter(({ from, to }) => !isOther(from) && !isOther(to))
        .map(({ from, to }) => key(from.personId, to.personId)),
    );
    expect(shown.reciprocity.pairs).toBe(pairs.size);
    expect(shown.pairs.totalCount).toBe(pairs.size);
  }
});
