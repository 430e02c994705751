import { askCounts, countsIn, countsOf } from '../../support/counts.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;

const march = { from: '2026-03-01', to: '2026-03-31' };

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const inMarch = async (viewer = world.pia, clubId = world.ghentId) =>
  countsIn(await askCounts(app, viewer, clubId, march));

describe('rows', () => {
  type Node = { membership: { id: string; person: { givenName: string } } };
  const names = (counts: { members: { nodes: Node[] } }) =>
    counts.members.nodes.map(({ membership }) => membership.person.givenName);

  test('are of everybody who held a seat on a day of the period, by family name', async () => {
    const { ghentId } = world;
    const gone = await world.member('Gust', 'Aerts', ghentId, 'Baker');
    await facts.leave(gone, '2026-03-01');
    const leaving = await world.member('Lena', 'Zwart', ghentId, 'Florist');
    await facts.leave(leaving, '2026-03-02');
    const never = await world.member('Nico', 'Adams', ghentId, 'Tailor', '2026-03-10');
    await facts.leave(never, '2026-03-10');
    await world.member('Tom', 'Claes', ghentId, 'Vet', '2026-03-31');
    await world.member('Late', 'Comer', ghentId, 'Writer', '2026-04-01');
    expect(names(await inMarch())).toEqual(['Pia', 'Tom', 'Bram', 'Vik', 'Sara', 'Cleo', 'Lena']);
  });

  test('are two for whoever came back after a gap, each with what happened under it', async () => {
    const { sara, bram, ghentId } = world;
    await facts.leave(sara, '2026-03-10');
    const again = { ...sara, membershipId: await world.seat(sara.personId, ghentId, 'Writer', '2026-03-20') };
    for (const day of ['2026-03-09', '2026-03-10', '2026-03-19', '2026-03-20', '2026-03-21']) {
      await facts.oneToOne(sara, bram, day);
    }
    await facts.letter(await facts.meeting(ghentId, '2026-03-05'), sara, 'late');
    await facts.letter(await facts.meeting(ghentId, '2026-03-26'), again, 'present');
    const counts = await inMarch();
    expect(counts.members.totalCount).toBe(6);
    expect(countsOf(counts, sara)).toMatchObject({ oneToOnes: 1, late: 1, present: 0 });
    expect(countsOf(counts, again)).toMatchObject({ oneToOnes: 2, late: 0, present: 1 });
    expect(counts.total).toMatchObject({ oneToOnes: 8, countableWeeks: 2 });

    const { members: own } = countsIn(await askCounts(app, sara, ghentId, { ...march, personId: sara.personId }));
    expect(own.totalCount).toBe(2);
    expect(own.nodes).toEqual([countsOf(counts, sara), countsOf(counts, again)]);
  });

  test('of somebody without a seat in the period are none', async () => {
    const asked = { ...march, personId: world.otto.personId };
    expect(countsIn(await askCounts(app, world.pia, world.ghentId, asked)).members).toMatchObject({ nodes: [] });
  });

  test('come in pages, which together are the whole list', async () => {
    const { members: first } = countsIn(await askCounts(app, world.pia, world.ghentId, { ...march, first: 3 }));
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const after = first.pageInfo.endCursor;
    const { members: last } = countsIn(await askCounts(app, world.pia, world.ghentId, { ...march, first: 3, after }));
    expect(last).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
    expect([...names({ members: first }), ...names({ members: last })]).toEqual(['Pia', 'Bram', 'Vik', 'Sara', 'Cleo']);
  });

  test.each([
    { after: 'junk' },
    { after: Buffer.from(JSON.stringify(['key', '0190a0a0-0000-7000-8000-000000000000'])).toString('base64url') },
    { first: 0 },
    { first: 101 },
  ])('are refused for the page %j', async (page) => {
    const { errors } = await askCounts(app, world.pia, world.ghentId, { ...march, ...page });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('the period', () => {
  const periodOf = async (asked: object) => {
    const { from, to } = countsIn(await askCounts(app, world.pia, world.ghentId, asked));
    return [from, to];
  };

  test("is the last twelve months up to today in the club's time zone, unless its ends are given", async () => {
    await app.at('2026-06-30T21:59:00Z', async () => {
      expect(await periodOf({})).toEqual(['2025-07-01', '2026-06-30']);
      expect(await periodOf({ to: '2026-03-31' })).toEqual(['2025-04-01', '2026-03-31']);
      expect(await periodOf({ from: '2026-03-01' })).toEqual(['2026-03-01', '2026-06-30']);
    });
    await app.at('2026-06-30T22:00:00Z', async () => {
      expect(await periodOf({})).toEqual(['2025-07-02', '2026-07-01']);
    });
  });

  test.each([
    ['ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
    ['is longer than ten years', { from: '2016-03-01', to: '2026-03-01' }],
  ])('that %s is refused', async (_, period) => {
    const { data, errors } = await askCounts(app, world.pia, world.ghentId, period);
    expect(data?.club.counts).toBeNull();
    expect(errors).toMatchObject([
      { path: ['club', 'counts'], extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('period') },
    ]);
  });
});

describe('statements', () => {
  test('are as many for forty members as for five, and few', async () => {
    const count = () => app.countQueries(() => inMarch());
    const ofFive = await count();
    const meeting = await facts.meeting(world.ghentId, '2026-03-05');
    for (let number = 6; number <= 40; number += 1) {
      const member = await world.member('Member', `Number ${number}`, world.ghentId, `Profession ${number}`);
      await facts.letter(meeting, member, 'present');
      await facts.oneToOne(member, world.sara, '2026-03-05');
    }
    expect((await inMarch()).members.nodes).toHaveLength(40);
    expect(await count()).toBe(ofFive);
    expect(ofFive).toBeLessThanOrEqual(14);
  });

  test('are as many for the counts of five clubs as of one', async () => {
    await app.database.query(
      `INSERT INTO clubs SELECT gen_random_uuid(), network_id, $1, 'Gent ' || number, time_zone, locale, currency, fee_minor,
         fee_months, created_at FROM clubs, generate_series(1, 5) AS number WHERE id = $2`,
      [world.ghentRegionId, world.ghentId],
    );
    const clubs = (first: number) => `{ clubs(first: ${first}) { nodes { counts { total { present } } } } }`;
    const count = (first: number) => app.countQueries(() => app.query(world.dirk, clubs(first)));
    expect(await count(5)).toBe(await count(1));
  });
});
