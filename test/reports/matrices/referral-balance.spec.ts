import { mulberry32 } from '../../../src/reports/return/mulberry32.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { TestApp } from '../../support/test-app.js';
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

const spring = { from: '2026-03-01', to: '2026-05-31' };
const fields = 'from to months { month given received balance cumulative }';
const ask = (viewer: CastMember | null, { membershipId }: CastMember, period: object | null = spring) =>
  app.execute(
    viewer,
    `query ($club: UUID!, $seat: UUID!, $period: PeriodInput) {
      club(id: $club) { referralBalance(period: $period) { ${fields} } }
      membership(id: $seat) { referralBalance(period: $period) { ${fields} } }
    }`,
    { club: world.ghentId, seat: membershipId, period },
  );
const ofClub = async (viewer: CastMember, period: object | null = spring) =>
  (await ask(viewer, world.sara, period)).data?.club?.referralBalance ?? null;
const ofSeat = async (viewer: CastMember, seat = viewer, period: object | null = spring) =>
  (await ask(viewer, seat, period)).data?.membership?.referralBalance ?? null;

interface Month {
  month: string;
  given: number | null;
  received: number | null;
  balance: number | null;
  cumulative: number | null;
}
const told = (balance: { months: Month[] }) =>
  balance.months.map(({ given, received, balance: of, cumulative }) => [given, received, of, cumulative]);

type Place = CastMember & { clubId?: string };
const inUtrecht = (member: CastMember): Place => ({ ...member, clubId: world.utrechtId });
const refer = (from: Place, to: Place, at = '2026-03-10T12:00:00Z') =>
  facts.referral(
    { of: from, clubId: from.clubId ?? world.ghentId, at },
    { of: to, clubId: to.clubId ?? world.ghentId, on: at.slice(0, 10) },
  );

test('a member sees what he gave and received by month, and what it came to so far', async () => {
  const { sara, bram, cleo, ulf } = world;
  for (const to of [bram, cleo, inUtrecht(ulf)]) await refer(sara, to);
  await refer(bram, sara, '2026-03-11T12:00:00Z');
  await refer(inUtrecht(ulf), sara, '2026-05-02T12:00:00Z');
  for (const day of ['2026-02-28', '2026-06-01']) await refer(sara, bram, `${day}T12:00:00Z`);
  const balance = await ofSeat(sara);
  expect(balance).toMatchObject({
    ...spring,
    months: [{ month: '2026-03' }, { month: '2026-04' }, { month: '2026-05' }],
  });
  expect(told(balance)).toEqual([
    [3, 1, 2, 2],
    [0, 0, 0, 2],
    [0, 1, -1, 1],
  ]);
  expect(told(await ofSeat(sara, sara, { from: '2026-03-11', to: '2026-03-31' }))).toEqual([[0, 1, -1, -1]]);
});

test('the months are those of the club: what is given at midnight counts where the day has begun', async () => {
  const { sara, bram } = world;
  await refer(sara, bram, '2026-03-31T21:59:00Z');
  await refer(sara, bram, '2026-03-31T22:00:00Z');
  expect(told(await ofSeat(sara)).map(([given]) => given)).toEqual([1, 1, 0]);
  expect(told(await ofClub(sara)).map(([given]) => given)).toEqual([1, 1, 0]);
});

test('of a club, what its members give each other is given and received, and the balance is with others', async () => {
  const { sara, bram, cleo, ulf } = world;
  await refer(sara, bram);
  await refer(cleo, inUtrecht(ulf));
  await refer(inUtrecht(ulf), bram, '2026-05-02T12:00:00Z');
  expect(told(await ofClub(world.pia))).toEqual([
    [2, 1, 1, 1],
    [0, 0, 0, 1],
    [0, 1, -1, 0],
  ]);
});

test('that of a seat is for its member alone, also after he has left it', async () => {
  const { sara, cleo, pia, dirk, ada } = world;
  for (const viewer of [cleo, pia, dirk, ada]) expect(await ofSeat(viewer, sara)).toBeNull();
  await refer(sara, cleo);
  await facts.leave(sara, '2026-03-20');
  expect(told(await ofSeat(sara))[0]).toEqual([1, 0, 1, 1]);
});

test('that of a club is for its members and the directors of its region', async () => {
  for (const viewer of [world.sara, world.pia, world.dirk]) expect(await ofClub(viewer)).toMatchObject(spring);
  for (const viewer of [world.tess, world.ada, world.otto]) expect(await ofClub(viewer)).toBeNull();
  const { errors } = await ask(null, world.sara);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAUTHENTICATED']));
});

test('a director is not told what fewer than five members gave or received, nor a sum that would tell it', async () => {
  const { sara, bram, cleo, pia, vik, ulf, dirk } = world;
  for (const giver of [sara, bram, cleo, pia, vik]) await refer(giver, inUtrecht(ulf));
  for (const giver of [sara, sara, bram, cleo, pia]) await refer(giver, inUtrecht(ulf), '2026-04-10T12:00:00Z');
  expect(told(await ofClub(dirk))).toEqual([
    [5, 0, 5, 5],
    [null, 0, null, null],
    [0, 0, 0, null],
  ]);
  expect(told(await ofClub(pia))).toEqual([
    [5, 0, 5, 5],
    [5, 0, 5, 10],
    [0, 0, 0, 10],
  ]);
  await refer(vik, inUtrecht(ulf), '2026-04-10T12:00:00Z');
  expect(told(await ofClub(dirk))).toEqual([
    [5, 0, 5, 5],
    [6, 0, 6, 11],
    [0, 0, 0, 11],
  ]);
});

test.each([
  ['that ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
  ['of more than ten years', { from: '2016-03-01', to: '2026-03-01' }],
])('a period %s is refused', async (_, period) => {
  const { errors } = await ask(world.sara, world.sara, period);
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('without a period it is the last twelve months up to today in the club', async () => {
  await app.at('2026-06-30T22:00:00Z', async () => {
    const whole = { from: '2025-07-02', to: '2026-07-01' };
    expect(await ofClub(world.pia, null)).toMatchObject(whole);
    expect(await ofSeat(world.pia, world.pia, null)).toMatchObject(whole);
  });
});

test('in a random year every month is what a recount of the raw referrals gives', async () => {
  const { sara, bram, cleo, pia, vik, tess, ulf } = world;
  const random = mulberry32(7);
  const upTo = (count: number) => Math.floor(random() * count);
  const everybody: Place[] = [sara, bram, cleo, pia, vik, inUtrecht(tess), inUtrecht(ulf)];
  const log: { from: Place; to: Place; month: string }[] = [];
  for (let count = 0; count < 120; count += 1) {
    const day = new Date(Date.UTC(2026, 0, 1 + upTo(365))).toISOString().slice(0, 10);
    const [from, to] = [everybody[upTo(7)], everybody[upTo(7)]];
    if (!from || !to || from === to) continue;
    await refer(from, to, `${day}T12:00:00Z`);
    log.push({ from, to, month: day.slice(0, 7) });
  }
  const recount = (isOwn: (place: Place) => boolean) => {
    let sum = 0;
    return Array.from({ length: 12 }, (_, index) => {
      const own = log.filter(({ month }) => month === `2026-${String(index + 1).padStart(2, '0')}`);
      const given = own.filter(({ from }) => isOwn(from)).length;
      const received = own.filter(({ to }) => isOwn(to)).length;
      sum += given - received;
      return [given, received, given - received, sum];
    });
  };
  const year = { from: '2026-01-01', to: '2026-12-31' };
  expect(told(await ofClub(pia, year))).toEqual(recount(({ clubId }) => clubId === undefined));
  for (const member of [sara, vik]) {
    expect(told(await ofSeat(member, member, year))).toEqual(recount(({ personId }) => personId === member.personId));
  }
});

test('five clubs cost as many statements as one, and a busy year as many as an empty one', async () => {
  await app.database.query(
    `INSERT INTO clubs SELECT gen_random_uuid(), network_id, $1, 'Gent ' || number, time_zone, locale, currency, fee_minor,
       fee_months, created_at FROM clubs, generate_series(1, 5) AS number WHERE id = $2`,
    [world.ghentRegionId, world.ghentId],
  );
  const clubs = (first: number) =>
    app.countQueries(() =>
      app.query(world.dirk, `{ clubs(first: ${first}) { nodes { referralBalance { months { given } } } } }`),
    );
  const ofOne = await clubs(1);
  for (const to of [world.bram, world.cleo, world.vik]) await refer(world.sara, to);
  expect(await clubs(5)).toBe(ofOne);
});
