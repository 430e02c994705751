import { mulberry32 } from '../../../src/reports/return/mulberry32.js';
import { Facts, type IntroductionFact } from '../../support/facts.js';
import { readEverything, recount } from '../../support/recount.js';
import { askReturnOfClub, askReturnOfSeat, reportIn } from '../../support/return-report.js';
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

interface Shown extends Omit<ReturnType<typeof recount>, 'monthsTotal' | 'share' | 'largestShare' | 'ownAcquisition'> {
  currency: string;
  byMonth: { month: string; direct: { amount: string }; indirect: { amount: string } }[];
  indirectShare: { share: number; largestShare: number; deals: number };
}

/** The figures a report shows of a currency, in the recount's shape; months without money are left out there. */
function figures(shown: Shown) {
  const { newReturn, repeatReturn, byDegree, returnFromReferrals, indirectShare } = shown;
  const withMoney = shown.byMonth.filter(({ direct, indirect }) => Number(direct.amount) || Number(indirect.amount));
  return {
    return: shown.return,
    newReturn,
    repeatReturn,
    byDegree,
    returnFromReferrals,
    monthsTotal: Object.fromEntries(
      withMoney.map(({ month, direct, indirect }) => [month, [direct.amount, indirect.amount]]),
    ),
    share: indirectShare.share,
    largestShare: indirectShare.largestShare,
  };
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
        expect(figures(shown)).toEqual(counted);
        expect([ownAcquisition, null]).toContainEqual(shown.ownAcquisition);
        expect(shown).toMatchObject({
          indirectShare: { deals: shown.return.deals },
          businessWithFellowMembers: { deals: shown.byDegree[0].deals, amount: shown.byDegree[0].amount },
        });
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThanOrEqual(least);
});

test('the reports of five clubs cost as many statements as that of one', async () => {
  await app.database.query(
    `INSERT INTO clubs SELECT gen_random_uuid(), network_id, $1, 'Gent ' || number, time_zone, locale, currency, fee_minor,
       fee_months, created_at FROM clubs, generate_series(1, 5) AS number WHERE id = $2`,
    [world.ghentRegionId, world.ghentId],
  );
  const clubs = (first: number) => `{ clubs(first: ${first}) { nodes { returnReport { currencies { currency } } } } }`;
  const count = (query: string) => app.countQueries(() => app.query(world.dirk, query));
  const ofOne = await count(clubs(1));
  expect(await count(clubs(5))).toBe(ofOne);
  const five = await app.query(world.dirk, clubs(5));
  expect(five.clubs.nodes.map(({ returnReport }: { returnReport: object | null }) => returnReport)).not.toContain(null);
  expect(five.clubs.nodes).toHaveLength(5);
});
