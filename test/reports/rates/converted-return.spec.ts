import { RatesService } from '../../../src/reports/rates/rates.service.js';
import { type DealFact, Facts } from '../../support/facts.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: Facts;

beforeAll(async () => {
  app = await TestApp.start();
  facts = new Facts(app.database);
  const rates = [
    'Date,USD,GBP,JPY,',
    '2026-03-31,1.10,0.85,N/A,',
    '2026-03-27,1.20,0.80,160.5,',
    '2026-02-27,1.25,0.90,150,',
  ].join('\n');
  const { errors } = await app.at('2026-04-01T12:00:00Z', () =>
    app.application.get(RatesService).import(Buffer.from(rates), 'ECB'),
  );
  expect(errors).toEqual([]);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const fields = 'currency day total { amount currency } gap missingRates rates { currency rate day source }';
const march = { from: '2026-03-01', to: '2026-03-31' };
const ask = (viewer: CastMember | null, currency: string, period: object = march) =>
  app.execute(
    viewer,
    `query ($club: UUID!, $seat: UUID!, $currency: CurrencyCode!, $period: PeriodInput) {
      club(id: $club) {
        returnReport(period: $period) { converted(currency: $currency) { ${fields} } before { converted(currency: $currency) { ${fields} } } }
      }
      membership(id: $seat) { returnReport(period: $period) { converted(currency: $currency) { ${fields} } } }
    }`,
    { club: world.ghentId, seat: viewer?.membershipId || world.sara.membershipId, currency, period },
  );
const ofClub = async (viewer: CastMember, currency: string, period: object = march) =>
  (await ask(viewer, currency, period)).data?.club?.returnReport;
const ofSeat = async (viewer: CastMember, currency: string, period: object = march) =>
  (await ask(viewer, currency, period)).data?.membership?.returnReport?.converted;

const sell = (seller: CastMember, amountMinor: number, currency: string, more: Partial<DealFact> = {}) =>
  facts.deal({ seller, clubId: world.ghentId, closedOn: '2026-03-10', direct: true, amountMinor, currency, ...more });
const usd = { currency: 'USD', rate: '1.10', day: '2026-03-31', source: 'ECB' };
const gbp = { currency: 'GBP', rate: '0.85', day: '2026-03-31', source: 'ECB' };
const jpy = { currency: 'JPY', rate: '160.5', day: '2026-03-27', source: 'ECB' };

test('the return of all currencies is converted with the rates of the last day of the period, or the last before it', async () => {
  await sell(world.sara, 10_000, 'EUR');
  await sell(world.sara, 11_000, 'USD');
  await sell(world.sara, 16_050, 'JPY');
  expect(await ofSeat(world.sara, 'EUR')).toEqual({
    currency: 'EUR',
    day: '2026-03-31',
    total: { amount: '300.00', currency: 'EUR' },
    gap: null,
    missingRates: [],
    rates: [jpy, usd],
  });
  expect(await ofSeat(world.sara, 'GBP')).toMatchObject({
    total: { amount: '255.00', currency: 'GBP' },
    rates: [gbp, jpy, usd],
  });
  expect(await ofSeat(world.sara, 'JPY')).toMatchObject({ total: { amount: '48150', currency: 'JPY' } });
});

test('adjustments are converted as what they are part of, and own acquisition is not return', async () => {
  const deal = await sell(world.sara, 11_000, 'USD');
  await facts.adjustment(deal, '2026-03-20', -22_000 + 5_500);
  await sell(world.sara, 99_900, 'EUR', { direct: false });
  expect(await ofSeat(world.sara, 'EUR')).toMatchObject({ total: { amount: '-50.00' } });
});

test('what is all in the asked-for currency needs no rate, and no return at all is zero', async () => {
  await sell(world.sara, 12_345, 'BHD');
  expect(await ofSeat(world.sara, 'BHD')).toMatchObject({ total: { amount: '12.345' }, gap: null, rates: [] });
  expect(await ofSeat(world.bram, 'BHD')).toMatchObject({ total: { amount: '0.000' }, gap: null, rates: [] });
});

test('without a rate there is no total, and the currencies without one are named', async () => {
  await sell(world.sara, 11_000, 'USD');
  await sell(world.sara, 12_345, 'BHD');
  const missing = { total: null, gap: 'RATE_MISSING' };
  expect(await ofSeat(world.sara, 'EUR')).toMatchObject({ ...missing, missingRates: ['BHD'], rates: [usd] });
  expect(await ofSeat(world.sara, 'XAF')).toMatchObject({ ...missing, missingRates: ['BHD', 'XAF'], rates: [usd] });
  await sell(world.bram, 1_000, 'USD', { closedOn: '2026-02-10' });
  const early = { from: '2026-02-01', to: '2026-02-26' };
  expect(await ofSeat(world.bram, 'EUR', early)).toMatchObject({ ...missing, missingRates: ['USD'], day: early.to });
});

test('the period before is converted with the rates of its own last day', async () => {
  for (const seller of [world.sara, world.bram, world.cleo]) {
    await sell(seller, 11_000, 'USD');
    await sell(seller, 12_500, 'USD', { closedOn: '2026-02-10' });
  }
  const report = await ofClub(world.pia, 'EUR');
  expect(report.converted).toMatchObject({ total: { amount: '300.00' } });
  expect(report.before.converted).toMatchObject({
    day: '2026-02-28',
    total: { amount: '300.00' },
    rates: [{ currency: 'USD', rate: '1.25', day: '2026-02-27' }],
  });
});

test('there is no total while the return in any currency is suppressed, which the difference would tell', async () => {
  const { sara, bram, cleo, pia, vik } = world;
  for (const seller of [sara, bram, cleo]) await sell(seller, 10_000, 'EUR');
  for (const seller of [sara, bram]) await sell(seller, 11_000, 'USD');
  const suppressed = { total: null, gap: 'SUPPRESSED', missingRates: [], rates: [] };
  for (const viewer of [pia, sara]) {
    expect((await ofClub(viewer, 'EUR')).converted).toMatchObject(suppressed);
    expect((await ofClub(viewer, 'USD')).converted).toMatchObject(suppressed);
  }
  await sell(cleo, 11_000, 'USD');
  expect((await ofClub(pia, 'EUR')).converted).toMatchObject({ total: { amount: '600.00' } });
  expect((await ofClub(world.dirk, 'EUR')).converted).toMatchObject(suppressed);
  for (const seller of [pia, vik]) for (const currency of ['EUR', 'USD']) await sell(seller, 11_000, currency);
  expect((await ofClub(world.dirk, 'EUR')).converted).toMatchObject({ total: { amount: '1020.00' }, gap: null });
});

test('it is seen by those who see the report, and by nobody else', async () => {
  for (const viewer of [world.tess, world.ada, world.otto]) expect((await ofClub(viewer, 'EUR')) ?? null).toBeNull();
  expect((await ask(null, 'EUR')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('what is no currency is refused', async () => {
  expect((await ask(world.sara, 'XYZ')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('the totals of five clubs and ten currencies take as many statements as those of one', async () => {
  await app.database.query(
    `INSERT INTO clubs SELECT gen_random_uuid(), network_id, $1, 'Gent ' || number, time_zone, locale, currency, fee_minor,
       fee_months, created_at FROM clubs, generate_series(1, 5) AS number WHERE id = $2`,
    [world.ghentRegionId, world.ghentId],
  );
  const { dirk, sara, bram, cleo, pia, vik } = world;
  const sellAll = async (...currencies: string[]) => {
    for (const seller of [sara, bram, cleo, pia, vik]) {
      for (const currency of currencies) await sell(seller, 100, currency, { closedOn: '2026-03-11' });
    }
  };
  await sellAll('USD');
  const query = (first: number) => `query ($period: PeriodInput) {
    clubs(first: ${first}) { nodes { returnReport(period: $period) { converted(currency: "EUR") { total { amount } } } } } }`;
  const count = (first: number) => app.countQueries(() => app.query(dirk, query(first), { period: march }));
  const ofOne = await count(1);
  await sellAll('GBP', 'JPY', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF');
  expect(await count(5)).toBe(ofOne);
});
