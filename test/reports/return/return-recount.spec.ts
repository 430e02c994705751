import { money } from '../../../src/platform/money.js';
import { mulberry32 } from '../../../src/reports/return/mulberry32.js';
import { Facts, type IntroductionFact } from '../../support/facts.js';
import { readEverything, recount, recountSellers } from '../../support/recount.js';
import { askReturnOfClub, askReturnOfSeat, reportIn, wholeParts } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let everything: Awaited<ReturnType<typeof readEverything>>;

const random = mulberry32(2026);
const upTo = (count: number) => Math.floor(random() * count);
const day = () => new Date(Date.UTC(2024, 0, 1 + upTo(1_000))).toISOString().slice(0, 10);

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  const { sara, bram, cleo, pia, vik, tess, ulf } = world;
  for (const seller of [sara, bram, cleo, pia, vik]) await play(seller, world.ghentId, seller === vik ? pia : vik);
  for (const seller of [tess, ulf]) await play(seller, world.utrechtId, seller === tess ? ulf : tess);
  everything = await readEverything(app.database);
});
afterAll(() => app.stop());

/** A few years of one member: chains up to the sixth degree, deals of every kind in two currencies, adjustments. */
async function play(seller: CastMember, clubId: string, fellow: CastMember): Promise<void> {
  const facts = new Facts(app.database);
  const chains: IntroductionFact[] = [await facts.introduction(seller, fellow)];
  for (let count = 0; count < 8; count += 1) {
    const above = random() < 0.6 ? chains[upTo(chains.length)] : undefined;
    const introduction = await facts.introduction(seller, fellow, above);
    chains.push(introduction);
    if (random() < 0.3) await facts.referral({ clubId, from: fellow, to: seller, givenOn: day(), introduction });
  }
  for (let count = 0; count < 40; count += 1) {
    const amountMinor = 1_000 + upTo(1_000_000);
    const deal = await facts.deal({
      seller,
      clubId,
      closedOn: day(),
      amountMinor,
      currency: random() < 0.8 ? 'EUR' : 'JPY',
      direct: random() < 0.2,
      origin: random() < 0.8 ? chains[upTo(chains.length)] : undefined,
      repeat: random() < 0.4,
    });
    if (random() < 0.3) await facts.adjustment(deal, day(), upTo(50_000) + 1);
    if (random() < 0.3) await facts.adjustment(deal, day(), -upTo(amountMinor) - 1);
  }
}

type Amount = { amount: string } | null;

interface Shown extends Omit<ReturnType<typeof recount>, 'monthsTotal' | 'share' | 'largestShare' | 'ownAcquisition'> {
  currency: string;
  byMonth: { month: string; direct: Amount; indirect: Amount }[];
  indirectShare: { share: number | null; largestShare: number | null; deals: number };
}

/** The figures a report shows of a currency, in the recount's shape. */
function figures(shown: Shown) {
  const { newReturn, repeatReturn, byDegree, returnFromReferrals, indirectShare } = shown;
  return {
    return: shown.return,
    newReturn,
    repeatReturn,
    byDegree,
    returnFromReferrals,
    monthsTotal: Object.fromEntries(
      shown.byMonth.map(({ month, direct, indirect }) => [month, [direct?.amount ?? null, indirect?.amount ?? null]]),
    ),
    share: indirectShare.share,
    largestShare: indirectShare.largestShare,
  };
}

const toTwentieth = (share: number | null) => (share === null ? null : Math.round(share * 20) / 20);

/** What was counted, without what is withheld; of a club the largest share to the nearest twentieth. */
function asFarAsShown(counted: unknown, shown: unknown): unknown {
  if (shown === null || typeof counted !== 'object' || counted === null) return shown === null ? null : counted;
  const of = shown as Record<string, unknown>;
  const entries = Object.entries(counted).map(([name, value]) => [name, asFarAsShown(value, of[name])]);
  return Array.isArray(counted) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

test.each([
  ['all three years', '2024-01-01', '2026-12-31', 6],
  ['a year', '2025-01-01', '2025-12-31', 10],
  ['a quarter', '2025-04-01', '2025-06-30', 8],
  ['some weeks across two months', '2025-02-17', '2025-03-09', 4],
  ['one day', '2024-05-04', '2024-05-04', 0],
])('over %s every figure is what a recount deal by deal gives', async (_, from, to, least) => {
  const asked = [
    [world.ghentId, await askReturnOfClub(app, world.pia, world.ghentId, { from, to })],
    [world.cleo.membershipId, await askReturnOfSeat(app, world.cleo, world.cleo.membershipId, { from, to })],
    [world.tess.membershipId, await askReturnOfSeat(app, world.tess, world.tess.membershipId, { from, to })],
  ] as const;
  let compared = 0;
  for (const [subjectId, answer] of asked) {
    const report = reportIn(answer);
    for (const period of [report, report.before]) {
      for (const shown of period.currencies) {
        const { ownAcquisition, ...counted } = recount(everything, subjectId, period, shown.currency);
        const isOfClub = subjectId === world.ghentId;
        const largestShare = isOfClub ? toTwentieth(counted.largestShare) : counted.largestShare;
        const none = money('0', shown.currency).amount;
        const months: string[] = shown.byMonth.map(({ month }: { month: string }) => month);
        const monthsTotal = Object.fromEntries(
          months.map((month) => [month, counted.monthsTotal[month] ?? [none, none]]),
        );
        expect(months).toEqual(expect.arrayContaining(Object.keys(counted.monthsTotal)));
        const whole = { ...counted, largestShare, monthsTotal };
        expect(figures(shown)).toEqual(isOfClub ? asFarAsShown(whole, figures(shown)) : whole);
        expect([ownAcquisition, null]).toContainEqual(shown.ownAcquisition);
        expect(shown).toMatchObject({
          indirectShare: { deals: shown.return.deals },
        });
        const [direct] = shown.byDegree;
        expect(shown.businessWithFellowMembers).toEqual(
          direct.deals === null ? null : { deals: direct.deals, amount: direct.amount },
        );
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThanOrEqual(least);
});

/** The parts a whole is told in: who sold each, and whether it is shown. */
type Parts = { sellers: string[]; isShown: boolean }[];

function partitions(period: { from: string; to: string }, shown: Shown & { businessWithFellowMembers: unknown }) {
  const sellers = recountSellers(everything, world.ghentId, period, shown.currency);
  const isSplit = shown.businessWithFellowMembers !== null;
  const split: Parts = [sellers.direct, sellers.indirect].map((of) => ({ sellers: of, isShown: isSplit }));
  const whole: Parts = [
    { sellers: sellers.fresh, isShown: shown.newReturn !== null },
    { sellers: sellers.repeat, isShown: shown.repeatReturn !== null },
  ];
  const months = (kind: 'direct' | 'indirect'): Parts =>
    shown.byMonth.map((row) => ({ sellers: sellers.month(row.month, kind === 'direct'), isShown: row[kind] !== null }));
  const degrees: Parts = [2, 3, 4].map((degree) => ({
    sellers: sellers.degree(degree),
    isShown: shown.byDegree[degree - 1]?.deals !== null,
  }));
  const isReferredShown = shown.returnFromReferrals !== null;
  const referred: Parts = [sellers.referred, sellers.notReferred].map((of) => ({
    sellers: of,
    isShown: isReferredShown,
  }));
  return { split, whole, below: [months('direct'), months('indirect'), degrees, referred] };
}

test('whatever the period, no part of a club and nothing that can be computed rests on one or two sellers', async () => {
  const isSafe = (sellers: string[]) => [0, 3, 4, 5].includes(new Set(sellers).size);
  const withheld = { split: 0, part: 0, nothing: 0 };
  for (let round = 0; round < 25; round += 1) {
    const [from = '', to = ''] = [day(), day()].sort();
    const report = reportIn(await askReturnOfClub(app, world.pia, world.ghentId, { from, to }));
    for (const shown of report.currencies) {
      const { split, whole, below } = partitions({ from, to }, shown);
      for (const parts of [split, whole, ...below]) {
        for (const part of parts) if (part.isShown) expect(isSafe(part.sellers)).toBe(true);
        const rest = parts.filter(({ isShown }) => !isShown);
        expect(isSafe(rest.flatMap(({ sellers }) => sellers)) || rest.length === parts.length).toBe(true);
      }
      // And no more is withheld than must be.
      for (const parts of split[0]?.isShown ? [split, whole, ...below] : [split, whole]) {
        const isNeeded = parts.some(({ sellers }) => !isSafe(sellers));
        expect(parts.some(({ isShown }) => !isShown)).toBe(isNeeded);
        withheld[isNeeded ? (parts === split ? 'split' : 'part') : 'nothing'] += 1;
      }
      const isSplit = split.every(({ isShown }) => isShown);
      expect(shown.indirectShare.share === null).toBe(!isSplit);
      if (!isSplit) expect(below.flat().some(({ isShown }) => isShown)).toBe(false);
    }
  }
  expect(Math.min(...Object.values(withheld))).toBeGreaterThan(0);
});

test('the reports of five clubs cost as many statements as that of one', async () => {
  await app.database.query(
    `INSERT INTO clubs SELECT gen_random_uuid(), network_id, $1, 'Gent ' || number, time_zone, locale, currency, fee_minor,
       fee_months, created_at FROM clubs, generate_series(1, 5) AS number WHERE id = $2`,
    [world.ghentRegionId, world.ghentId],
  );
  const clubs = (first: number) =>
    `{ clubs(first: ${first}) { nodes { returnReport { currencies { currency } ${wholeParts} before { ${wholeParts} } } } } }`;
  const count = (query: string) => app.countQueries(() => app.query(world.dirk, query));
  const ofOne = await count(clubs(1));
  expect(await count(clubs(5))).toBe(ofOne);
  const five = await app.query(world.dirk, clubs(5));
  expect(five.clubs.nodes.map(({ returnReport }: { returnReport: object | null }) => returnReport)).not.toContain(null);
  expect(five.clubs.nodes).toHaveLength(5);
});
