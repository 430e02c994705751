import { askCounts, countsIn, countsOf } from '../../support/counts.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { type DealFact, Facts } from '../../support/facts.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;
let deals: Facts;

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
  deals = new Facts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const march = { from: '2026-03-01', to: '2026-03-31' };
const euros = (amount: string) => [{ amount, currency: 'EUR' }];
const counts = async (viewer: CastMember, period = march) =>
  countsIn(await askCounts(app, viewer, world.ghentId, period));

/** A deal of the seller with somebody whom the root introduced to him. */
const sell = async (seller: CastMember, root: CastMember, amountMinor: number, more: Partial<DealFact> = {}) =>
  deals.deal({
    seller,
    clubId: world.ghentId,
    closedOn: '2026-03-10',
    amountMinor,
    origin: await deals.introduction(seller, root),
    ...more,
  });
/** What a viewer is told that somebody was thanked for. */
const told = async (viewer: CastMember, of: CastMember, period = march) => {
  const { thanked, thankedWithheld } = countsOf(await counts(viewer, period), of);
  return thankedWithheld.length > 0 ? { thanked, withheld: thankedWithheld } : thanked;
};
const total = async (viewer: CastMember) => (await counts(viewer)).total;

test('a member was thanked for deals whose root he is, however far down the chain, not for those he made', async () => {
  const { bram, sara } = world;
  const second = await deals.introduction(sara, bram);
  await sell(sara, bram, 10_000, { origin: second });
  await sell(sara, bram, 5_000, { origin: await deals.introduction(sara, bram, second) });
  await sell(sara, bram, 70_000, { origin: undefined });
  expect(await told(bram, bram)).toEqual(euros('150.00'));
  expect(await told(sara, sara)).toEqual([]);
});

test('deals count by their own day and adjustments by theirs, for the seat that was held on the day of the deal', async () => {
  const { bram, sara, ghentId } = world;
  await facts.leave(bram, '2026-03-10');
  const again = { ...bram, membershipId: await world.seat(bram.personId, ghentId, 'Writer', '2026-03-20') };
  const old = await sell(sara, bram, 90_000, { closedOn: '2026-02-28' });
  await deals.adjustment(old, '2026-03-31', -2_000);
  await deals.adjustment(old, '2026-04-01', -1_000);
  await sell(sara, bram, 10_000, { closedOn: '2026-03-09' });
  await sell(sara, bram, 400_000, { closedOn: '2026-03-10' });
  await sell(sara, bram, 500_000, { closedOn: '2026-03-19' });
  await sell(sara, bram, 7_000, { closedOn: '2026-03-20' });
  await sell(sara, bram, 600_000, { closedOn: '2026-04-01' });
  expect(await told(bram, bram)).toEqual(euros('80.00'));
  expect(await told(bram, again)).toEqual(euros('70.00'));
  expect((await total(bram)).thanked).toEqual(euros('150.00'));
});

test('deals of sellers of another club count as well; own acquisition counts for nobody', async () => {
  const { bram, ulf, utrechtId } = world;
  await sell(ulf, bram, 10_000, { clubId: utrechtId });
  await sell(ulf, bram, 20_000, { clubId: utrechtId, origin: undefined, direct: true });
  expect(await told(bram, bram)).toEqual(euros('100.00'));
});

test('currencies are never summed', async () => {
  const { bram, sara } = world;
  await sell(sara, bram, 10_000);
  await sell(sara, bram, 90_000, { currency: 'JPY' });
  await sell(sara, bram, 1_234, { currency: 'BHD' });
  expect(await told(bram, bram)).toEqual([
    { amount: '1.234', currency: 'BHD' },
    { amount: '100.00', currency: 'EUR' },
    { amount: '90000', currency: 'JPY' },
  ]);
});

describe('what a seller hides', () => {
  test('is in no sum, for nobody, not even himself, nor are its adjustments', async () => {
    const { bram, sara, cleo, vik } = world;
    const hidden = await sell(sara, bram, 500_000, { visibility: 'hidden' });
    await deals.adjustment(hidden, '2026-03-11', -1_000);
    expect(await told(bram, bram)).toEqual([]);
    for (const seller of [world.pia, cleo, vik]) await sell(seller, bram, 10_000);
    expect((await total(sara)).thanked).toEqual(euros('300.00'));
    for (const viewer of [bram, sara]) expect(await told(viewer, bram)).toEqual(euros('300.00'));
  });
});

describe('his own sum', () => {
  test('is withheld from a member while some, yet fewer than three sellers do not show him their amounts', async () => {
    const { bram, sara, cleo, vik } = world;
    await sell(sara, bram, 10_000);
    expect(await told(bram, bram)).toEqual(euros('100.00'));
    await sell(cleo, bram, 20_000, { visibility: 'only_the_sum' });
    expect(await told(bram, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
    await sell(vik, bram, 40_000, { visibility: 'band' });
    await sell(vik, bram, 80_000, { visibility: 'only_the_sum' });
    expect(await told(bram, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
    await sell(sara, bram, 160_000, { visibility: 'only_the_sum' });
    expect(await told(bram, bram)).toEqual(euros('3100.00'));
  });

  test('is withheld in one currency without being so in another', async () => {
    const { bram, sara, cleo } = world;
    await sell(sara, bram, 10_000);
    await sell(cleo, bram, 20_000, { visibility: 'band', currency: 'USD' });
    expect(await told(bram, bram)).toEqual({ thanked: euros('100.00'), withheld: ['USD'] });
  });

  test('is withheld when the credit of its only deal went to others, for he does not see that deal any more', async () => {
    const { bram, sara, cleo } = world;
    const deal = await sell(sara, bram, 10_000);
    await facts.split(deal.id, [cleo], sara);
    expect(await told(bram, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
  });
});

describe('the sum of somebody else', () => {
  test('is shown when three different sellers or more are in it; who was thanked for nothing is no secret', async () => {
    const { bram, sara, cleo, vik, pia } = world;
    expect(await told(pia, bram)).toEqual([]);
    await sell(sara, bram, 10_000);
    await sell(cleo, bram, 20_000);
    await sell(cleo, bram, 30_000);
    expect(await told(pia, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
    await sell(vik, bram, 40_000);
    expect(await told(pia, bram)).toEqual(euros('1000.00'));
  });

  test('does not count the viewer among the sellers: he can subtract what is his', async () => {
    const { bram, sara, cleo, vik, pia } = world;
    for (const seller of [sara, cleo, vik]) await sell(seller, bram, 10_000);
    expect(await told(pia, bram)).toEqual(euros('300.00'));
    expect(await told(sara, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
    await sell(pia, bram, 10_000);
    expect(await told(sara, bram)).toEqual(euros('400.00'));
  });

  test('is shown to the only seller in it, who knows it', async () => {
    await sell(world.sara, world.bram, 10_000, { visibility: 'only_the_sum' });
    expect(await told(world.sara, world.bram)).toEqual(euros('100.00'));
  });

  test('is withheld from whoever is shown some of its deals as credited with them, so that fewer than three are left', async () => {
    const { bram, sara, cleo, vik, pia } = world;
    const [first] = await Promise.all([sara, cleo, vik].map((seller) => sell(seller, bram, 10_000)));
    expect(await told(pia, bram)).toEqual(euros('300.00'));
    await facts.split(first?.id ?? '', [bram, pia], sara);
    expect(await told(pia, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
  });
});

describe('the total', () => {
  test('is withheld while what the withheld sums hide together is of one seller or two', async () => {
    const { bram, sara, cleo, vik, pia, ulf, tess, utrechtId } = world;
    const elsewhere = { clubId: utrechtId };
    for (const seller of [sara, ulf, tess]) await sell(seller, bram, 10_000, seller === sara ? {} : elsewhere);
    expect((await total(pia)).thanked).toEqual(euros('300.00'));
    await sell(ulf, cleo, 5_000, elsewhere);
    expect(await told(pia, bram)).toEqual(euros('300.00'));
    expect(await total(pia)).toMatchObject({ thanked: [], thankedWithheld: ['EUR'] });
    await sell(tess, vik, 7_000, elsewhere);
    expect(await total(pia)).toMatchObject({ thanked: [], thankedWithheld: ['EUR'] });
    await sell(sara, vik, 9_000);
    expect(await total(pia)).toMatchObject({ thanked: euros('510.00'), thankedWithheld: [] });
  });

  test('is judged by what the viewer knows: his own sum is no cover for the others', async () => {
    const { bram, sara, cleo, vik, pia, ulf, utrechtId } = world;
    await sell(sara, bram, 10_000);
    await sell(ulf, cleo, 20_000, { clubId: utrechtId });
    await sell(pia, vik, 40_000);
    const viewer = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor');
    expect((await total(viewer)).thanked).toEqual(euros('700.00'));
    expect(await total(bram)).toMatchObject({ thanked: [], thankedWithheld: ['EUR'] });
    expect(await total(sara)).toMatchObject({ thanked: [], thankedWithheld: ['EUR'] });
  });

  test('does not uncover the one seller who hides his amount in a sum that others may see', async () => {
    const { bram, sara, cleo, vik } = world;
    await sell(sara, bram, 10_000);
    await sell(cleo, bram, 20_000);
    await sell(vik, bram, 40_000, { visibility: 'only_the_sum' });
    expect(await told(world.pia, bram)).toEqual(euros('700.00'));
    expect(await told(bram, bram)).toEqual({ thanked: [], withheld: ['EUR'] });
    expect(await total(bram)).toMatchObject({ thanked: [], thankedWithheld: ['EUR'] });
  });
});
