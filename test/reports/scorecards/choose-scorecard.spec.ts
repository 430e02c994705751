import { randomUUID } from 'node:crypto';
import { type PayloadError, TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const march = '2026-03-05T10:00:00Z';
const inMarch = <T>(work: () => Promise<T>) => app.at(march, work);

const content = (changes: object = {}) => ({
  ...{ id: 'gent-eigen', version: 1, validFrom: '2026-01-01', currency: null },
  window: { kind: 'rolling', months: 3 },
  metrics: [
    {
      ...{ key: 'visitors', per: 'month', direction: 'more', max: 10 },
      bands: [
        { min: 1, points: 10 },
        { above: 0, points: 5 },
      ],
    },
    { key: 'referralsGiven', per: 'period', direction: 'more', proRata: { fullAt: 10 }, max: 10 },
  ],
  colours: [
    { min: 10, name: 'green' },
    { min: 0, name: 'grey' },
  ],
  ...changes,
});
const profileFields = `code version builtIn validFrom currency window months colours { min name } metrics {
  key per direction max latePerAbsence bands { min above max points } proportion { from perUnit fullAt }
}`;
const add = (by: CastMember, profile: unknown, more: object = {}) =>
  inMarch(() =>
    app.attempt(
      by,
      'addScorecardProfile',
      { networkId: world.networkId, profile: typeof profile === 'string' ? profile : JSON.stringify(profile), ...more },
      `profile { ${profileFields} }`,
    ),
  );
const choose = (by: CastMember, input: object) =>
  inMarch(() =>
    app.attempt(
      by,
      'chooseScorecard',
      { clubId: world.ghentId, profile: 'hk', from: '2026-03-05', ...input },
      'choice { profileCode profileVersion validFrom chosenAt }',
    ),
  );
const refusal = (code: string, ...field: string[]) => [
  expect.objectContaining({ code, field: field.length > 0 ? ['input', ...field] : null }),
];
const errorsOf = async (answer: ReturnType<typeof add>): Promise<PayloadError[]> =>
  (await answer).data?.payload.errors ?? [];
const topLevel = async (answer: ReturnType<typeof add>) =>
  (await answer).errors?.map(({ extensions }) => extensions.code);

const profilesAsked = `query ($id: UUID!, $first: Int, $after: String) { region(id: $id) {
  scorecardProfiles(first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { ${profileFields} } }
} }`;
const profiles = async (viewer: CastMember, more: object = {}) =>
  (await app.query(viewer, profilesAsked, { id: world.networkId, first: 30, ...more })).region.scorecardProfiles;
const codes = ({ nodes }: { nodes: { code: string; version: number }[] }) =>
  nodes.map(({ code, version }) => `${code} ${version}`);

describe('an administrator', () => {
  test('adds a scorecard of the network, which then stands among those of Kring', async () => {
    const before = await profiles(world.sara);
    const { data } = await add(world.ada, content());
    expect(data?.payload).toMatchObject({ errors: [], profile: { code: 'gent-eigen', version: 1, builtIn: false } });
    const after = await profiles(world.sara);
    expect(after.totalCount).toBe(before.totalCount + 1);
    expect(codes(after)).toEqual([...codes(before), 'gent-eigen 1'].sort());
    expect(after.nodes.find(({ code }: { code: string }) => code === 'gent-eigen')).toEqual({
      ...{ code: 'gent-eigen', version: 1, builtIn: false, validFrom: '2026-01-01', currency: null },
      ...{ window: 'ROLLING', months: 3, colours: content().colours },
      metrics: [
        {
          ...{ key: 'VISITORS', per: 'MONTH', direction: 'MORE', max: 10, latePerAbsence: null, proportion: null },
          bands: [
            { min: 1, above: null, max: null, points: 10 },
            { min: null, above: 0, max: null, points: 5 },
          ],
        },
        {
          ...{ key: 'REFERRALS_GIVEN', per: 'PERIOD', direction: 'MORE', max: 10, latePerAbsence: null, bands: [] },
          proportion: { from: null, perUnit: null, fullAt: 10 },
        },
      ],
    });
  });

  test('adds a version, not one there is already, and none under an id of Kring', async () => {
    await add(world.ada, content());
    expect(await errorsOf(add(world.ada, content({ version: 2 })))).toEqual([]);
    expect(await errorsOf(add(world.ada, content({ version: 2 })))).toEqual(refusal('TAKEN', 'profile', 'version'));
    expect(await errorsOf(add(world.ada, content({ id: 'hk', version: 9 })))).toEqual(
      refusal('TAKEN', 'profile', 'id'),
    );
  });

  test('adds it once when he sends it twice, and of two at once one', async () => {
    const key = { idempotencyKey: randomUUID() };
    expect(await errorsOf(add(world.ada, content(), key))).toEqual([]);
    expect((await add(world.ada, content(), key)).data?.payload).toMatchObject({ errors: [], profile: { version: 1 } });
    const both = await Promise.all([1, 2].map(() => errorsOf(add(world.ada, content({ version: 2 })))));
    expect(both.map((errors) => errors?.length).sort()).toEqual([0, 1]);
    expect((await profiles(world.sara)).nodes.filter(({ builtIn }: { builtIn: boolean }) => !builtIn)).toHaveLength(2);
  });

  test('is told of everything that is wrong with it, by its place in the JSON', async () => {
    const [visitors, referrals] = content().metrics;
    const wrong = content({
      colours: [{ min: 'ten', name: 'green' }],
      metrics: [{ ...visitors, bands: [{ min: 1, points: -3 }] }, referrals],
    });
    const errors = await errorsOf(add(world.ada, wrong));
    expect(errors?.every(({ code }) => code === 'INVALID')).toBe(true);
    const places = errors?.map(({ field }) => field?.join('.'));
    expect(places).toContain('input.profile.colours.0.min');
    expect(places).toContain('input.profile.metrics.0.bands.0.points');
    for (const { message } of errors ?? []) expect(message).toMatch(/^(metrics|colours)\S* .+\.$/);
  });

  test.each([
    ['text that is no JSON', '{ "id": ', 'INVALID'],
    ['nothing', '', 'INVALID'],
    ['too much', ' '.repeat(60_001), 'INVALID'],
  ])('is refused %s', async (_, text, code) => {
    expect(await errorsOf(add(world.ada, text))).toEqual(refusal(code, 'profile'));
  });

  test('adds none to a region within, to another network, or to none', async () => {
    const other = await World.build(app.database);
    for (const networkId of [world.ghentRegionId, other.networkId, randomUUID()]) {
      expect(await errorsOf(add(world.ada, content(), { networkId }))).toEqual(refusal('NOT_FOUND', 'networkId'));
    }
  });
});

test.each(['sara', 'pia', 'tess', 'dirk'] as const)('%s is no administrator, and adds no scorecard', async (name) => {
  expect(await topLevel(add(world[name], content()))).toEqual(['FORBIDDEN']);
});

test('a profile and a choice are never changed or deleted', async () => {
  await add(world.ada, content());
  await choose(world.pia, {});
  for (const table of ['scorecard_profiles', 'scorecard_choices']) {
    await expect(app.database.query(`DELETE FROM ${table}`)).rejects.toThrow('never changed or deleted');
  }
  await expect(app.database.query('UPDATE scorecard_profiles SET version = 7')).rejects.toThrow('never changed');
});

test('profiles come in pages, and to another network only its own', async () => {
  await add(world.ada, content());
  const all = await profiles(world.sara);
  const page = await profiles(world.sara, { first: 2 });
  expect(codes(page)).toEqual(codes(all).slice(0, 2));
  expect(codes(await profiles(world.sara, { after: page.pageInfo.endCursor }))).toEqual(codes(all).slice(2));
  const other = await World.build(app.database);
  const { region } = await app.query(other.sara, profilesAsked, { id: other.networkId, first: 30 });
  expect(codes(region.scorecardProfiles)).not.toContain('gent-eigen 1');
  const count = () => app.countQueries(() => profiles(world.sara));
  const few = await count();
  for (const version of [2, 3, 4, 5]) await add(world.ada, content({ version }));
  expect(await count()).toBe(few);
});

describe('a choice', () => {
  const history = `query ($id: UUID!) { club(id: $id) {
    viewerCan { chooseScorecard } scorecardChoices { totalCount nodes { profileCode profileVersion validFrom } }
  } }`;
  const scoredBy = async (on: string) => {
    const asked = `query ($id: UUID!, $on: Date) { membership(id: $id) { scorecard(on: $on) { profile { code version } } } }`;
    const variables = { id: world.sara.membershipId, on };
    const { membership } = await app.at('2026-12-05T10:00:00Z', () => app.query(world.sara, asked, variables));
    return `${membership.scorecard.profile.code} ${membership.scorecard.profile.version}`;
  };

  test.each(['pia', 'vik', 'ada'] as const)('is for %s, who changes the rules of the club', async (name) => {
    expect((await choose(world[name], {})).data?.payload).toEqual({
      errors: [],
      choice: {
        profileCode: 'hk',
        profileVersion: null,
        validFrom: '2026-03-05',
        chosenAt: '2026-03-05T10:00:00.000Z',
      },
    });
    const { club } = await app.query(world[name], history, { id: world.ghentId });
    expect(club.viewerCan).toEqual({ chooseScorecard: true });
  });

  test.each(['sara', 'dirk', 'tess'] as const)('is not for %s', async (name) => {
    expect(await topLevel(choose(world[name], {}))).toEqual(['FORBIDDEN']);
    const { club } = await app.query(world[name], history, { id: world.ghentId });
    expect(club.viewerCan).toEqual({ chooseScorecard: false });
  });

  test('holds from its day on, until the next; before the first the club scores by that of Kring', async () => {
    await choose(world.pia, { from: '2026-05-01' });
    await choose(world.pia, { profile: 'th', from: '2026-04-01' });
    expect(await scoredBy('2026-03-31')).toBe('second-degree 1');
    expect(await scoredBy('2026-04-01')).toBe('th 1');
    expect(await scoredBy('2026-05-01')).toBe('hk 1');
    const { club } = await app.query(world.sara, history, { id: world.ghentId });
    expect(club.scorecardChoices).toEqual({
      totalCount: 2,
      nodes: [
        { profileCode: 'hk', profileVersion: null, validFrom: '2026-05-01' },
        { profileCode: 'th', profileVersion: null, validFrom: '2026-04-01' },
      ],
    });
  });

  test('without a version goes on to each that begins, and with one stays', async () => {
    for (const [version, validFrom] of [
      [1, '2026-01-01'],
      [2, '2026-06-01'],
    ])
      await add(world.ada, content({ version, validFrom }));
    await choose(world.pia, { profile: 'gent-eigen' });
    await choose(world.pia, { profile: 'gent-eigen', version: 1, from: '2026-08-01' });
    expect(await scoredBy('2026-05-31')).toBe('gent-eigen 1');
    expect(await scoredBy('2026-06-01')).toBe('gent-eigen 2');
    expect(await scoredBy('2026-08-01')).toBe('gent-eigen 1');
  });

  test('is of a profile and version there is, that has begun, and of a day to come', async () => {
    await add(world.ada, content({ validFrom: '2026-06-01' }));
    expect(await errorsOf(choose(world.pia, { profile: 'none' }))).toEqual(refusal('NOT_FOUND', 'profile'));
    expect(await errorsOf(choose(world.pia, { version: 9 }))).toEqual(refusal('NOT_FOUND', 'version'));
    expect(await errorsOf(choose(world.pia, { version: 0 }))).toEqual(refusal('INVALID', 'version'));
    expect(await errorsOf(choose(world.pia, { from: '2026-03-04' }))).toEqual(refusal('DATE_OUT_OF_RANGE', 'from'));
    for (const version of [null, 1]) {
      const early = choose(world.pia, { profile: 'gent-eigen', version, from: '2026-05-31' });
      expect(await errorsOf(early)).toEqual(refusal('DATE_OUT_OF_RANGE', 'from'));
    }
    expect(await errorsOf(choose(world.pia, { clubId: randomUUID() }))).toEqual(refusal('NOT_FOUND', 'clubId'));
  });

  test('is not of the profile of another network, nor for its club', async () => {
    const other = await World.build(app.database);
    await add(world.ada, content());
    const foreign = { clubId: other.ghentId, profile: 'gent-eigen' };
    expect(await errorsOf(choose(other.pia, foreign))).toEqual(refusal('NOT_FOUND', 'profile'));
    expect(await errorsOf(choose(world.pia, { clubId: other.ghentId }))).toEqual(refusal('NOT_FOUND', 'clubId'));
  });

  test('of one day is one, also of two at once; a retry is the same', async () => {
    const both = await Promise.all([world.pia, world.vik].map((by) => errorsOf(choose(by, {}))));
    expect(both.flat()).toEqual(refusal('TAKEN', 'from'));
    const key = { idempotencyKey: randomUUID(), from: '2026-04-01' };
    expect(await errorsOf(choose(world.pia, key))).toEqual([]);
    expect(await errorsOf(choose(world.pia, key))).toEqual([]);
  });
});
