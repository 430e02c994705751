import { type ClubMonthMeasure, clubMonthRows } from '../../../src/reports/regions/club-month-rows.js';
import type { Actor } from '../../support/test-app.js';
import { TestApp } from '../../support/test-app.js';
import { type PeopledClub, RegionWorld } from './region-world.js';

let app: TestApp;
let built: RegionWorld;
let eight: PeopledClub;
let other: PeopledClub;
let few: PeopledClub;

const spring = { from: '2026-02-01', to: '2026-03-31' };
const series = '{ value withheld months }';
const fields = `
  club { id name } months members ${series} growth ${series} referralsPerMember ${series} conversion ${series}
  visitors ${series} absenceRate ${series} indirectShare ${series} oneToOnesPerMember ${series}
  return { value { amount currency } withheld months { amount } }`;

interface Asked {
  by?: string;
  ascending?: boolean;
  first?: number;
  after?: string;
  currency?: string;
  period?: object;
}

const ask = (actor: Actor, regionId: string, asked: Asked = {}) =>
  app.at('2026-06-15T10:00:00Z', () =>
    app.execute(
      actor,
      `query ($id: UUID!, $period: PeriodInput, $by: ClubMeasure! = MEMBERS, $ascending: Boolean! = false,
        $first: Int! = 20, $after: String, $currency: CurrencyCode) {
        region(id: $id) {
          clubComparison(period: $period, by: $by, ascending: $ascending, first: $first, after: $after, currency: $currency) {
            totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} }
          }
        }
      }`,
      { id: regionId, period: spring, ...asked },
    ),
  );
const compare = async (asked?: Asked) => {
  const { data, errors } = await ask(built.world.dirk, built.world.ghentRegionId, asked);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.region.clubComparison;
};
const names = (list: { nodes: { club: { name: string } }[] }) => list.nodes.map(({ club }) => club.name);

beforeAll(async () => {
  app = await TestApp.start();
  built = await RegionWorld.build(app);
  [eight, other, few] = built.clubs as [PeopledClub, PeopledClub, PeopledClub];
  await built.sell(eight, '2026-02-03', 10_000);
  await built.sell(eight, '2026-03-04', 10_000);
  await built.sell(other, '2026-03-03', 30_000);
  await built.sell(few, '2026-03-20', 5_000);
  const { counts } = built;
  for (const [index, member] of eight.members.entries()) {
    const partner = eight.members[(index + 1) % 8] ?? member;
    await counts.oneToOne(member, partner, '2026-02-05');
    const to = { of: partner, clubId: eight.id, on: '2026-02-06' };
    await counts.referral({ of: member, clubId: eight.id, at: '2026-02-06T10:00:00Z' }, to);
  }
});
afterAll(() => app.stop());

test('each club of the region has its measures over the period and month by month', async () => {
  const list = await compare();
  expect(list.totalCount).toBe(4);
  const first = list.nodes.find(({ club }: { club: { name: string } }) => club.name === 'Gent Eight');
  expect(first).toMatchObject({
    months: ['2026-02', '2026-03'],
    members: { value: 8, withheld: false, months: [8, 8] },
    growth: { value: 0, withheld: false, months: [0, 0] },
    referralsPerMember: { value: 1, withheld: false, months: [1, 0] },
    conversion: { value: 0, withheld: false, months: [0, null] },
    visitors: { value: 0, withheld: false, months: [0, 0] },
    absenceRate: { value: null, withheld: false, months: [null, null] },
    oneToOnesPerMember: { value: 2, withheld: false, months: [2, 0] },
    indirectShare: { value: 0.75, withheld: false, months: [0.75, 0.75] },
    return: { withheld: false, value: { amount: '6400.00', currency: 'EUR' } },
  });
});

test('what too few made is withheld, and with it the club of the fewest others that the whole of the region would tell it by', async () => {
  const { nodes } = await compare();
  const withheld = nodes.filter((node: { return: { withheld: boolean } }) => node.return.withheld);
  expect(names({ nodes: withheld }).sort()).toEqual(['Gent Few', 'Gent Six']);
  for (const node of withheld) {
    expect(node.return).toEqual({ value: null, withheld: true, months: [null, null] });
    expect(node.indirectShare).toEqual({ value: null, withheld: true, months: [null, null] });
  }
});

test('the list is sorted by each measure either way, and what is not told comes last', async () => {
  const most = names(await compare({ by: 'REFERRALS_PER_MEMBER' }));
  expect(most[0]).toBe('Gent Eight');
  expect(names(await compare({ by: 'MEMBERS', ascending: true })).slice(0, 2)).toEqual(['Gent Few', 'Gent Graslei']);
  for (const by of ['GROWTH', 'CONVERSION', 'VISITORS', 'ABSENCE_RATE', 'RETURN', 'INDIRECT_SHARE']) {
    expect((await compare({ by })).nodes).toHaveLength(4);
  }
  const returns = (await compare({ by: 'RETURN', ascending: true })).nodes;
  expect(returns.map((node: { return: { withheld: boolean } }) => node.return.withheld)).toEqual([
    ...[false, false, true, true],
  ]);
});

test('pages follow each other by place, through equals and what is not told', async () => {
  for (const by of ['MEMBERS', 'RETURN', 'CONVERSION']) {
    for (const ascending of [true, false]) {
      const whole = names(await compare({ by, ascending }));
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await compare({ by, ascending, first: 1, ...(after && { after }) });
        paged.push(...names(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      } while (after);
      expect({ by, ascending, paged }).toEqual({ by, ascending, paged: whole });
    }
  }
});

test('return is told in one currency, and clubs without any have none in it', async () => {
  const { nodes } = await compare({ currency: 'USD' });
  for (const node of nodes) expect(node.return).toMatchObject({ value: { amount: '0.00', currency: 'USD' } });
});

test('only directors of the region or of one above compare its clubs', async () => {
  const { world, nina } = built;
  for (const actor of [world.pia, world.ada, eight.members[0] ?? null]) {
    expect((await ask(actor, world.ghentRegionId)).data).toEqual({ region: { clubComparison: null } });
  }
  expect((await ask(world.dirk, world.utrechtRegionId)).data).toEqual({ region: { clubComparison: null } });
  expect((await ask(nina, world.networkId)).data.region.clubComparison.totalCount).toBe(5);
});

test('a cursor of no place in the list and a page of no size are refused', async () => {
  const { dirk, ghentRegionId } = built.world;
  const cursor = Buffer.from(JSON.stringify(['a word', ghentRegionId])).toString('base64url');
  for (const asked of [{ after: 'junk' }, { after: cursor }, { first: 101 }]) {
    expect((await ask(dirk, ghentRegionId, asked)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('a list of one club takes as many statements as one of four', async () => {
  const count = (first: number) => app.countQueries(() => compare({ first }));
  expect(await count(1)).toBe(await count(4));
});

test('for files it is told club by club and month by month, the same and nothing more', async () => {
  const rows: ClubMonthMeasure[] = [];
  const asked = { regionId: built.world.ghentRegionId, period: spring, today: '2026-06-15' };
  for await (const batch of clubMonthRows(app.database, asked)) rows.push(...batch);
  expect(rows).toHaveLength(4 * 2 * 9);
  const of = (clubId: string, measure: string) =>
    rows.filter((row) => row.clubId === clubId && row.measure === measure).map(({ value }) => value);
  expect(of(eight.id, 'referrals_per_member')).toEqual([1, 0]);
  expect(of(few.id, 'return')).toEqual([null, null]);
  expect(rows[0]).toMatchObject({ month: '2026-02', measure: 'members', currency: null });
  const { nodes } = await compare();
  for (const node of nodes) {
    const told = node.return.months.map((each: { amount: string } | null) => each && Number(each.amount));
    expect(of(node.club.id, 'return')).toEqual(told);
  }
});

test('an indirect share is withheld where fewer than five sold what is direct, and the return is not', async () => {
  const [seller, by] = eight.members;
  if (!seller || !by) throw new Error('The club has eight members.');
  for (const member of eight.members) {
    const origin = await built.facts.introduction(member, member === seller ? by : seller);
    const deal = { seller: member, clubId: eight.id, amountMinor: 1_000, origin };
    await built.facts.deal({ ...deal, closedOn: '2025-05-06' });
    await built.facts.deal({ ...deal, closedOn: '2025-05-07' });
  }
  await built.facts.deal({ seller, clubId: eight.id, closedOn: '2025-05-08', amountMinor: 777, direct: true });
  const list = await compare({ period: { from: '2025-05-01', to: '2025-05-31' } });
  expect(list.nodes.find(({ club }: { club: { name: string } }) => club.name === 'Gent Eight')).toMatchObject({
    return: { value: { amount: '167.77' }, withheld: false },
    indirectShare: { value: null, withheld: true, months: [null] },
  });
});
