import { askScorecard, HalfYear, metricOf, pointsByMetric, scorecardOf } from '../../support/scorecards.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let written: HalfYear;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
  written = new HalfYear(app, world);
});

/** Kring's own scorecard counts whole months: on that day, January to June. */
const july = '2026-07-10T10:00:00Z';
const inJuly = <T>(work: () => Promise<T>) => app.at(july, work);
const scorecard = (viewer: CastMember, of: CastMember, on: string | null = null) =>
  inJuly(() => scorecardOf(app, viewer, of, on));
const asked = (viewer: CastMember | null, of: CastMember, on: string | null = null) =>
  inJuly(() => askScorecard(app, viewer, of, on));

test('the golden club: every figure, band and point as it comes to by hand', async () => {
  await written.goldenClub();
  const golden = await scorecard(world.sara, world.sara);
  expect(golden).toMatchObject({
    ...{ on: '2026-07-10', from: '2026-01-01', to: '2026-06-30', weeks: 8, provisional: false },
    ...{ points: 63, most: 100, membership: { id: world.sara.membershipId } },
    profile: { code: 'second-degree', version: 1 },
    colour: { name: 'amber', letter: 'A', min: 50 },
    nextColour: { name: 'green', letter: 'G', min: 70, pointsMissing: 7 },
    figures: {
      ...{ present: 6, absent: 1, late: 1, medical: 0, substitute: 0 },
      ...{ referralsGiven: 5, referralsContactedInTime: 4, referralsBecameCustomers: 1 },
      ...{ visitors: 2, oneToOnes: 4, educationUnits: 1.5, testimonials: 0 },
      thanked: { amount: '1500.00', currency: 'EUR' },
      directReturn: { amount: '200.00', currency: 'EUR' },
      indirectReturn: { amount: '800.00', currency: 'EUR' },
    },
  });
  expect(pointsByMetric(golden)).toEqual({
    ABSENCES_WITH_LATE: 7,
    REFERRALS_GIVEN: 10,
    CONTACTED_IN_TIME_SHARE: 10,
    BECAME_CUSTOMERS_SHARE: 7,
    INDIRECT_SHARE: 7,
    VISITORS: 5,
    ONE_TO_ONES: 10,
    EDUCATION_UNITS: 3,
    THANKED: 4,
  });
  expect(metricOf(golden, 'REFERRALS_GIVEN')).toMatchObject({
    ...{ per: 'WEEK', direction: 'MORE', withheld: false, amount: 5, divisor: 8, value: 0.625, max: 20 },
    band: { min: 0.5, above: null, max: null, points: 10 },
    next: { band: { min: 0.75 }, points: 15, value: 0.75, needed: 1 },
  });
});

test('the forecast says which points expire when', async () => {
  await written.goldenClub();
  const { forecast } = await scorecard(world.sara, world.sara);
  expect(forecast).toHaveLength(6);
  expect(forecast[0]).toMatchObject({ month: '2026-07', from: '2026-02-01', to: '2026-07-31' });
  expect(metricOf(forecast[0], 'ABSENCES_WITH_LATE')).toMatchObject({
    ...{ points: 10, pointsChange: 3 },
    leaving: [{ day: '2026-01-16', figure: 'ABSENT', amount: 1 }],
  });
  expect(metricOf(forecast[1], 'EDUCATION_UNITS').leaving).toEqual([
    { day: '2026-02-01', figure: 'EDUCATION_UNITS', amount: 0.5 },
  ]);
});

describe('the way to a colour', () => {
  test('counts what is done by the end of the running month, and adds up to the colour', async () => {
    await written.goldenClub();
    const { pathToColour: path, forecast } = await scorecard(world.sara, world.sara);
    expect(path).toMatchObject({ on: '2026-08-01', colour: { name: 'green' } });
    expect(path.points).toBeGreaterThanOrEqual(70);
    type Step = { pointsNow: number; pointsThen: number };
    const gained = path.steps.reduce((sum: number, { pointsNow, pointsThen }: Step) => sum + pointsThen - pointsNow, 0);
    expect(forecast[0].points + gained).toBe(path.points);
  });

  test('is to the colour that is named, and to none that the profile has not', async () => {
    await written.goldenClub();
    const paths = `query ($id: UUID!) { membership(id: $id) { scorecard {
      red: pathToColour(colour: "red") { acts steps { key } } none: pathToColour(colour: "pink") { points }
    } } }`;
    const { membership } = await inJuly(() => app.query(world.sara, paths, { id: world.sara.membershipId }));
    expect(membership.scorecard).toEqual({ red: { acts: 0, steps: [] }, none: null });
  });
});

describe('a day', () => {
  test('that has passed is scored as of then, by the months before it', async () => {
    await written.goldenClub();
    const march = await scorecard(world.sara, world.sara, '2026-03-20');
    expect(march).toMatchObject({ on: '2026-03-20', from: '2025-09-01', to: '2026-02-28', weeks: 3 });
  });

  test('to come is refused, and one on which the seat is not held has no scorecard', async () => {
    const { errors } = await asked(world.sara, world.sara, '2026-07-11');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await asked(world.sara, world.sara, '2025-12-31')).data.membership.scorecard).toBeNull();
    await written.counts.leave(world.sara, '2026-07-01');
    expect((await asked(world.sara, world.sara)).data.membership.scorecard).toBeNull();
    expect((await asked(world.sara, world.sara, '2026-06-30')).data.membership.scorecard).not.toBeNull();
  });
});

test('letters of a meeting that is open still do not count, and make the scorecard provisional', async () => {
  const { sara } = world;
  await written.letters(sara, { '2026-06-05': 'present', '2026-07-03': 'present' });
  expect(await scorecard(sara, sara)).toMatchObject({ provisional: false, weeks: 1 });
  await written.letters(sara, { '2026-07-10': 'present' }, 'open');
  expect(await scorecard(sara, sara)).toMatchObject({ provisional: false, weeks: 1 });
  await written.letters(sara, { '2026-06-12': 'present' }, 'open');
  expect(await scorecard(sara, sara)).toMatchObject({ provisional: true, weeks: 1 });
});

describe('a scorecard is seen by', () => {
  test.each(['sara', 'pia', 'vik'] as const)('%s: the member himself, or the board of his club', async (name) => {
    expect((await asked(world[name], world.sara)).data.membership.scorecard).not.toBeNull();
  });

  test.each(['bram', 'tess', 'ada', 'dirk'] as const)('none else: %s', async (name) => {
    expect((await asked(world[name], world.sara)).data.membership?.scorecard ?? null).toBeNull();
  });

  test('nobody who has not signed in', async () => {
    expect((await asked(null, world.sara)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('money in a scorecard', () => {
  const thankedOf = async (viewer: CastMember, of = world.sara) => metricOf(await scorecard(viewer, of), 'THANKED');

  test('of one seller: the board learns the band and the points, the thanked what the seller shows him', async () => {
    await written.sale(world.bram, world.sara, 150_000);
    expect(await thankedOf(world.sara)).toMatchObject({ withheld: false, amount: 1500, value: 1500, points: 4 });
    const seen = await scorecard(world.pia, world.sara);
    expect(metricOf(seen, 'THANKED')).toMatchObject({
      ...{ withheld: true, amount: null, divisor: null, value: null, points: 4, band: { min: 1000 } },
      next: { points: 7, value: 2500, needed: null },
    });
    expect(seen.figures.thanked).toBeNull();
    expect(seen.points).toBe((await scorecard(world.sara, world.sara)).points);
  });

  test.each(['band', 'only_the_sum'] as const)(
    'that a seller shows as %s is withheld from the thanked too',
    async (visibility) => {
      await written.sale(world.bram, world.sara, 150_000, { visibility });
      expect(await thankedOf(world.sara)).toMatchObject({ withheld: true, amount: null, points: 4 });
    },
  );

  test('that is hidden thanks nobody', async () => {
    await written.sale(world.bram, world.sara, 150_000, { visibility: 'hidden' });
    expect(await thankedOf(world.sara)).toMatchObject({ withheld: false, amount: 0, points: 0 });
  });

  test('of three sellers is shown, and of two and the viewer himself is not', async () => {
    const { pia, bram, cleo, vik, sara } = world;
    for (const seller of [bram, cleo, vik]) await written.sale(seller, sara, 50_000);
    expect(await thankedOf(pia)).toMatchObject({ withheld: false, amount: 1500 });
    expect(await thankedOf(vik)).toMatchObject({ withheld: true, amount: null });
  });

  test('is not told month by month where a difference would be a single deal', async () => {
    const { pia, bram, cleo, vik, sara } = world;
    await written.sale(bram, sara, 50_000, { closedOn: '2026-01-10' });
    for (const seller of [cleo, vik]) await written.sale(seller, sara, 50_000);
    const ofBoard = metricOf((await scorecard(pia, sara)).forecast[0], 'THANKED');
    expect(ofBoard).toMatchObject({ value: null, leaving: [] });
    const own = metricOf((await scorecard(sara, sara)).forecast[0], 'THANKED');
    expect(own).toMatchObject({ value: 1000, leaving: [{ day: '2026-01-10', figure: 'THANKED', amount: 500 }] });
  });

  test('of the own return is the share alone to the board, and all to the member', async () => {
    await written.sale(world.sara, world.bram, 20_000, { direct: true });
    await written.sale(world.sara, world.bram, 80_000);
    const seen = await scorecard(world.pia, world.sara);
    expect(metricOf(seen, 'INDIRECT_SHARE')).toMatchObject({ withheld: true, value: null, amount: null, points: 7 });
    expect(seen.figures).toMatchObject({ directReturn: null, indirectReturn: null });
    const own = metricOf(await scorecard(world.sara, world.sara), 'INDIRECT_SHARE');
    expect(own).toMatchObject({ withheld: false, value: 0.8, amount: 800, divisor: 1000 });
  });

  test('earned in proportion is withheld with the points it earned, and so with those in all', async () => {
    await app.at('2026-01-02T10:00:00Z', () =>
      app.act(
        world.pia,
        'chooseScorecard',
        { clubId: world.ghentId, profile: 'br', from: '2026-01-02' },
        'choice { id }',
      ),
    );
    await written.sale(world.bram, world.sara, 123_400, { currency: 'BRL' });
    const seen = await scorecard(world.pia, world.sara);
    expect(seen).toMatchObject({ points: null, nextColour: null, pathToColour: null, colour: { name: 'red' } });
    expect(seen.forecast[0]).toMatchObject({ points: null, colour: null });
    expect(metricOf(seen, 'THANKED')).toMatchObject({ withheld: true, points: null });
    expect(metricOf(await scorecard(world.sara, world.sara), 'THANKED').points).toBeCloseTo((1234 / 20_000) * 15, 9);
  });
});
