import { Facts } from '../support/facts.js';
import { askReturnOfClub, askReturnOfSeat, reportIn } from '../support/return-report.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';
import { download } from './download.js';
import { type ReadPdf, readPdf } from './pdf-text.js';

let app: TestApp;
let world: World;
let facts: Facts;

const year = { from: '2026-01-01', to: '2026-12-31' };
const decade = { from: '2017-01-01', to: '2026-12-31' };
const a4 = [595.28, 841.89];

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  facts = new Facts(app.database);
  await writeFacts();
});
afterAll(() => app.stop());

async function writeFacts(): Promise<void> {
  const { sara, bram, cleo, vik, ghentId: clubId } = world;
  for (const seller of [sara, cleo, vik]) {
    const second = await facts.introduction(seller, bram);
    const third = await facts.introduction(seller, bram, second);
    for (const [place, origin] of [second, third, second, third, second].entries()) {
      const closedOn = `2026-0${place + 3}-10`;
      await facts.deal({ seller, clubId, closedOn, amountMinor: 123_456 * (place + 1), origin });
      await facts.deal({ seller, clubId, closedOn, amountMinor: 9_999, direct: true });
    }
  }
  const given = { clubId, from: bram, to: sara, givenOn: '2026-03-05' };
  for (const stage of ['suspect', 'suspect']) await facts.referral({ ...given, stage });
  await facts.referral({ ...given, stage: 'customer', moves: [['customer', '2026-03-12T00:00Z']] });
}

const setLocale = ({ personId }: CastMember, locale: string) =>
  app.database.query('UPDATE persons SET locale = $2 WHERE id = $1', [personId, locale]);
const page = async (viewer: CastMember, query: Record<string, string>): Promise<ReadPdf> => {
  const { status, bytes, headers } = await download(app, viewer, 'return.pdf', { query: { ...year, ...query } });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  return readPdf(bytes);
};

const funnelOfSara = async (): Promise<{ referrals: number; medianDays: number }[]> => {
  const { membership } = await app.query(
    world.sara,
    `query ($id: UUID!, $period: PeriodInput) {
      membership(id: $id) { returnReport(period: $period) { funnel { stages { referrals medianDays } } } }
    }`,
    { id: world.sara.membershipId, period: year },
  );
  return membership.returnReport.funnel.stages;
};

/** Spaces of all kinds are one to a reader. */
const plain = (text: string) => text.replace(/\s+/g, ' ');
const written = (locale: string) => ({
  money: ({ amount, currency }: { amount: string; currency: string }) =>
    plain(new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount))),
  share: (part: number) =>
    `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(part * 100)} %`,
});

test.each([
  ['nl-BE', 'Opbrengstrapport', 'Opbrengst per graad (EUR)', '1 januari 2026 – 31 december 2026'],
  ['fr-BE', 'Rapport de rendement', 'Rendement par degré (EUR)', '1 janvier 2026 – 31 décembre 2026'],
  ['en-GB', 'Return report', 'Return by degree (EUR)', '1 January 2026 – 31 December 2026'],
])(
  'the page of a member speaks the language of %s and has the figures that GraphQL has',
  async (locale, title, heading, period) => {
    await setLocale(world.sara, locale);
    const { pages, size, text, ...file } = await page(world.sara, { member: world.sara.membershipId });
    expect({ pages, size }).toEqual({ pages: 1, size: a4 });
    expect(file).toMatchObject({ title: `${title}: Sara Peeters`, embedsFonts: true });
    const report = reportIn(await askReturnOfSeat(app, world.sara, world.sara.membershipId, year));
    const [euros] = report.currencies;
    const { money, share } = written(locale);
    const { interval } = euros.indirectShare;
    const funnel = await funnelOfSara();
    expect(funnel.map(({ referrals }) => referrals)).toEqual([3, 1, 1, 1]);
    for (const said of [
      ...['Sara Peeters', 'Printer · Gent Graslei', heading, period, money(euros.return.amount)],
      ...euros.byDegree.flatMap((each: { amount: never; share: number }) => [money(each.amount), share(each.share)]),
      ...[share(euros.indirectShare.share), share(interval.low), share(interval.high)],
      ...[share(euros.indirectShare.largestShare), '90 %', String(interval.seed), 'n = 10'],
      ...[money(euros.businessWithFellowMembers.amount), `1 (${share(1 / 3)})`],
      'P A L M S RGI RGO RRI RRO V 1-2-1 TYFCB CEU T',
      '0 0 0 0 0 0 0 3 0 0 0',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('\ufffd');
  },
);

test('the page of a club has its sums, with what is withheld left out', async () => {
  const { text, title } = await page(world.bram, { club: world.ghentId });
  expect(title).toBe('Opbrengstrapport: Gent Graslei');
  const report = reportIn(await askReturnOfClub(app, world.bram, world.ghentId, year));
  const { money } = written('nl-BE');
  for (const { amount } of report.currencies[0].byDegree) {
    expect(text).toContain(amount ? money(amount) : 'niet getoond');
  }
  expect(report.referralsReceived).toBeNull();
  expect(text).toContain('Ontvangen doorverwijzingen niet getoond');
});

test('a director has a page with what he sees: small groups are named and not shown', async () => {
  const { pages, text } = await page(world.dirk, { club: world.ghentId });
  expect(pages).toBe(1);
  expect(text).toContain('Geen opbrengst om te tonen.');
  expect(text).toContain('Niet getoond, van minder dan 5 verkopers: EUR');
});

test('a member without any deal has a page too', async () => {
  const { pages, text } = await page(world.pia, { member: world.pia.membershipId });
  expect(pages).toBe(1);
  expect(text).toContain('Geen opbrengst om te tonen.');
});

test('ten years, fifteen currencies, the largest amounts and the longest names come to one page, with its end on it', async () => {
  const { cleo, bram, ghentId: clubId } = world;
  await setLocale(cleo, 'fr-BE');
  const long = 'Ŵ'.repeat(80);
  await app.database.query('UPDATE persons SET given_name = $2, family_name = $2 WHERE id = $1', [cleo.personId, long]);
  await app.database.query('UPDATE clubs SET name = $2 WHERE id = $1', [clubId, long]);
  const origin = await facts.introduction(cleo, bram);
  const currencies = 'AUD BHD CAD CHF CZK DKK GBP HUF JPY NOK PLN RON SEK USD'.split(' ');
  for (const currency of ['EUR', ...currencies]) {
    const deal = { seller: cleo, clubId, currency, amountMinor: 999_999_999_999_999 };
    await facts.deal({ ...deal, closedOn: '2018-02-03', direct: true });
    await facts.deal({ ...deal, closedOn: '2025-02-03', origin });
  }
  const { pages, size, text, title } = await page(cleo, { member: cleo.membershipId, ...decade });
  expect({ pages, size }).toEqual({ pages: 1, size: a4 });
  expect(title).toBe(`Rapport de rendement: ${long} ${long}`);
  expect(text).toContain(`${'Ŵ'.repeat(20)}`);
  expect(text).toContain('et 9 de plus : DKK, GBP, HUF, JPY, NOK, PLN, RON, SEK, USD');
  expect(text).toContain('Établi par Kring le');
  expect(text).toContain('P A L M S RGI RGO RRI RRO V 1-2-1 TYFCB CEU T');
  expect(text).not.toContain('\ufffd');
});
