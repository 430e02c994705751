import { rebuildRollUps } from '../../../src/reports/rollups/rebuild-roll-ups.js';
import type { Actor } from '../../support/test-app.js';
import { TestApp } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';
import { type PeopledClub, RegionWorld } from './region-world.js';

let app: TestApp;
let built: RegionWorld;
let eight: PeopledClub;
let other: PeopledClub;
let few: PeopledClub;

const at = <T>(work: () => Promise<T>) => app.at('2026-06-15T10:00:00Z', work);
const money = 'amount { amount currency }';
const sums = `
  from to clubs members membersJoined membersLeft suppressedCurrencies
  counts { present absent countableWeeks absenceRate visitors testimonials referralsGivenInside }
  referrals { given contacted contactedInTime customers conversion }
  currencies {
    currency return { deals ${money} } byDegree { degree deals ${money} share }
    byMonth { month direct { amount } indirect { amount } }
    indirectShare { share deals enoughData referenceShare interval { low high confidence method } }
    ownAcquisition { deals }
  }`;

const ask = (actor: Actor, regionId: string, period: object | null = { from: '2026-02-10', to: '2026-04-02' }) =>
  at(() =>
    app.execute(
      actor,
      `query ($id: UUID!, $period: PeriodInput) {
        region(id: $id) { report(period: $period) { ${sums} smallestGroup region { id } before { ${sums} } } }
      }`,
      { id: regionId, period },
    ),
  );
const report = async (actor: Actor, regionId: string, period?: object | null) => {
  const { data, errors } = await ask(actor, regionId, period);
  if (errors || !data?.region?.report) throw new Error(JSON.stringify({ data, errors }));
  return data.region.report;
};

beforeAll(async () => {
  app = await TestApp.start();
  built = await RegionWorld.build(app);
  [eight, other, few] = built.clubs as [PeopledClub, PeopledClub, PeopledClub];
  await built.sell(eight, '2026-02-03', 10_000);
  await built.sell(other, '2026-03-03', 20_000);
  await built.sell(few, '2026-04-20', 5_000);
  const old = await built.facts.deal({
    ...{ seller: first(eight), clubId: eight.id, closedOn: '2026-01-05', amountMinor: 700, direct: true },
  });
  await built.facts.adjustment(old, '2026-03-09', -500);
});
afterAll(() => app.stop());

const first = ({ members }: PeopledClub): CastMember => members[0] as CastMember;

test('a director reads the return of his region by whole months, against as many before', async () => {
  const { world } = built;
  const told = await report(world.dirk, world.ghentRegionId);
  expect(told).toMatchObject({
    ...{ from: '2026-02-01', to: '2026-04-30', clubs: 4, smallestGroup: 5, suppressedCurrencies: [] },
    // Eight, six, four, and the five of Gent Graslei.
    ...{ members: 23, membersJoined: 0, membersLeft: 0, region: { id: world.ghentRegionId } },
    before: { from: '2025-11-01', to: '2026-01-31', membersJoined: 23, currencies: [], suppressedCurrencies: ['EUR'] },
  });
  const [euro] = told.currencies;
  // 8 x 100 + 6 x 200 + 4 x 50 - 5 of the first degree, three times as much but for the refund of the second.
  expect(euro.return).toEqual({ deals: 36, amount: { amount: '8795.00', currency: 'EUR' } });
  expect(euro.byDegree[0]).toMatchObject({ degree: 1, deals: 18, amount: { amount: '2195.00' } });
  expect(euro.byDegree[1]).toMatchObject({ degree: 2, deals: 18, amount: { amount: '6600.00' }, share: 6600 / 8795 });
  expect(euro.indirectShare).toMatchObject({ share: 6600 / 8795, deals: 36, enoughData: true, referenceShare: 0.9 });
  const { low, high, confidence, method } = euro.indirectShare.interval;
  expect({ confidence, method }).toEqual({ confidence: 0.95, method: 'LINEARISED_RATIO' });
  expect(low).toBeLessThan(6600 / 8795);
  expect(high).toBeGreaterThan(6600 / 8795);
});

test('a month of too few sellers is withheld, with one more that would tell it', async () => {
  const told = await report(built.world.dirk, built.world.ghentRegionId);
  expect(told.currencies[0].byMonth).toEqual([
    { month: '2026-02', direct: { amount: '800.00' }, indirect: { amount: '2400.00' } },
    { month: '2026-03', direct: null, indirect: null },
    { month: '2026-04', direct: null, indirect: null },
  ]);
});

test('a currency of fewer than five sellers is suppressed', async () => {
  const april = { from: '2026-04-01', to: '2026-04-30' };
  expect(await report(built.world.dirk, built.world.ghentRegionId, april)).toMatchObject({
    ...{ currencies: [], suppressedCurrencies: ['EUR'] },
  });
});

test('a degree of too few sellers is withheld with another, and so is all that would part direct from indirect', async () => {
  const seller = first(eight);
  const second = await built.facts.introduction(seller, eight.members[1] as CastMember);
  const third = await built.facts.introduction(seller, eight.members[1] as CastMember, second);
  const alone = { seller, clubId: eight.id, amountMinor: 777 };
  await built.sell(eight, '2025-06-10', 10_000);
  await built.facts.deal({ ...alone, closedOn: '2025-06-11', origin: third });
  for (const member of eight.members) {
    const origin = await built.facts.introduction(
      member,
      member === seller ? (eight.members[1] as CastMember) : seller,
    );
    await built.facts.deal({ seller: member, clubId: eight.id, closedOn: '2025-07-10', amountMinor: 100, origin });
  }
  await built.facts.deal({ ...alone, closedOn: '2025-07-11', direct: true });
  const { dirk } = built.world;
  const june = await report(dirk, built.world.ghentRegionId, { from: '2025-06-01', to: '2025-06-30' });
  const shown = june.currencies[0].byDegree.map(({ deals }: { deals: number | null }) => deals);
  expect(shown).toEqual([8, null, null, 0]);
  const july = await report(dirk, built.world.ghentRegionId, { from: '2025-07-01', to: '2025-07-31' });
  expect(july.currencies[0]).toMatchObject({
    return: { deals: 9 },
    byDegree: [{ deals: null }, { deals: null }, { deals: null }, { deals: null }],
    byMonth: [{ direct: null, indirect: null }],
    indirectShare: { share: null, interval: null },
  });
});

test('the director of the network reads all of it, and of every region below', async () => {
  const { world, nina } = built;
  expect(await report(nina, world.networkId)).toMatchObject({ clubs: 5, members: 25 });
  expect(await report(nina, world.ghentRegionId)).toMatchObject({ clubs: 4 });
  expect(await report(nina, world.utrechtRegionId)).toMatchObject({ clubs: 1, currencies: [] });
});

test('nobody else is told: not members, the board, administrators, or directors of another region', async () => {
  const { world } = built;
  for (const actor of [world.pia, world.sara, world.ada, first(eight)]) {
    expect((await ask(actor, world.ghentRegionId)).data).toEqual({ region: { report: null } });
  }
  expect((await ask(world.dirk, world.utrechtRegionId)).data).toEqual({ region: { report: null } });
  expect((await ask(world.dirk, world.networkId)).data).toEqual({ region: { report: null } });
  expect((await ask(world.otto, world.ghentRegionId)).data).toEqual({ region: null });
});

test('a period that ends before it begins or lasts more than ten years is refused', async () => {
  const { dirk, ghentRegionId } = built.world;
  for (const period of [
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '2016-03-01', to: '2026-03-01' },
  ]) {
    expect((await ask(dirk, ghentRegionId, period)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('without a period it is the twelve months up to the current one', async () => {
  const { dirk, ghentRegionId } = built.world;
  expect(await report(dirk, ghentRegionId, null)).toMatchObject({ from: '2025-07-01', to: '2026-06-30' });
});

test('counts are summed from closed meetings, and those of fewer than five members are suppressed', async () => {
  const { counts, world } = built;
  const meeting = await counts.meeting(eight.id, '2026-05-06');
  const open = await counts.meeting(eight.id, '2026-05-13', 'open');
  for (const [index, member] of eight.members.entries()) {
    await counts.letter(meeting, member, index < 2 ? 'late' : 'present');
    await counts.letter(open, member, 'absent');
    await counts.visit(meeting, member, await counts.contact(member));
  }
  for (const giver of few.members) {
    await counts.testimonial(few.id, giver, few.members.find((each) => each !== giver) as CastMember, '2026-05-01');
  }
  for (const giver of eight.members) {
    const to = { of: first(other), clubId: other.id, on: '2026-05-04' };
    await counts.referral({ of: giver, clubId: eight.id, at: '2026-05-04T10:00:00Z' }, to);
  }
  await app.database.query(
    `UPDATE referrals SET stage = 'customer', first_contact_at = given_at + interval '2 days' WHERE giver_id = $1`,
    [first(eight).personId],
  );
  const may = { from: '2026-05-01', to: '2026-05-01' };
  const told = await report(world.dirk, world.ghentRegionId, may);
  expect(told.counts).toEqual({
    ...{ present: 6, absent: 0, countableWeeks: null, absenceRate: null, visitors: 8, testimonials: null },
    referralsGivenInside: 8,
  });
  expect(told.referrals).toEqual({ given: 8, contacted: 1, contactedInTime: 0, customers: 1, conversion: 1 / 8 });
});

test('it takes as many statements for one region as for many', async () => {
  const { nina, world } = built;
  const asked = 'report { clubs counts { present } currencies { currency } before { members } }';
  const regions = `regions(first: 20) { nodes { ${asked} } }`;
  const count = () =>
    at(() =>
      app.countQueries(() =>
        app.query(nina, `query ($id: UUID!) { region(id: $id) { regions(first: 1) { nodes { ${regions} } } } }`, {
          id: world.networkId,
        }),
      ),
    );
  const two = await count();
  await app.database.query(
    `INSERT INTO regions (id, network_id, parent_id, kind, name, created_at)
     SELECT gen_random_uuid(), network_id, parent_id, 'region', 'Region ' || n, created_at
     FROM regions, generate_series(1, 3) AS n WHERE id = $1`,
    [world.ghentRegionId],
  );
  expect(await count()).toBe(two);
});

test('the viewer finds the regions he directs, without those below', async () => {
  const own = async (actor: Actor) =>
    (await at(() => app.query(actor, '{ viewer { directedRegions { totalCount nodes { id } } } }'))).viewer;
  const { world, nina } = built;
  expect(await own(world.dirk)).toEqual({ directedRegions: { totalCount: 1, nodes: [{ id: world.ghentRegionId }] } });
  expect(await own(nina)).toEqual({ directedRegions: { totalCount: 1, nodes: [{ id: world.networkId }] } });
  expect(await own(world.pia)).toEqual({ directedRegions: { totalCount: 0, nodes: [] } });
});

test('a rebuild changes nothing that is told', async () => {
  const { dirk, ghentRegionId } = built.world;
  const before = await report(dirk, ghentRegionId);
  await rebuildRollUps(app.database);
  expect(await report(dirk, ghentRegionId)).toEqual(before);
});
