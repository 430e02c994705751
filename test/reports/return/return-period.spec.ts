import { Facts } from '../../support/facts.js';
import { askReturnOfClub, askReturnOfSeat, reportIn } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

test("without a period it is the last twelve months up to today, in the club's own time zone", async () => {
  await app.database.query(`UPDATE clubs SET time_zone = 'Pacific/Auckland' WHERE id = $1`, [world.utrechtId]);
  const clubs = { ghent: [world.pia, world.ghentId], utrecht: [world.tess, world.utrechtId] } as const;
  const periodOf = async ([actor, clubId]: readonly [typeof world.pia, string]) => {
    const { from, to, before } = reportIn(await askReturnOfClub(app, actor, clubId));
    return [before.from, before.to, from, to];
  };
  await app.at('2026-06-30T21:59:00Z', async () => {
    expect(await periodOf(clubs.ghent)).toEqual(['2024-07-01', '2025-06-30', '2025-07-01', '2026-06-30']);
    expect(await periodOf(clubs.utrecht)).toEqual(['2024-07-02', '2025-07-01', '2025-07-02', '2026-07-01']);
  });
  await app.at('2026-06-30T22:00:00Z', async () => {
    expect(await periodOf(clubs.ghent)).toEqual(['2024-07-02', '2025-07-01', '2025-07-02', '2026-07-01']);
  });
});

test('the days of deals are civil days: whatever time zone anybody is in, they do not move', async () => {
  const facts = new Facts(app.database);
  const { sara, ghentId: clubId } = world;
  await facts.deal({ seller: sara, clubId, closedOn: '2026-03-31', amountMinor: 100, direct: true });
  await app.database.query(`UPDATE clubs SET time_zone = 'Pacific/Kiritimati' WHERE id = $1`, [clubId]);
  const dealsFrom = async (from: string, to: string) =>
    reportIn(await askReturnOfSeat(app, sara, sara.membershipId, { from, to })).currencies.length;
  expect(await dealsFrom('2026-03-31', '2026-03-31')).toBe(1);
  expect(await dealsFrom('2026-03-30', '2026-03-30')).toBe(0);
  expect(await dealsFrom('2026-04-01', '2026-04-01')).toBe(0);
});

test.each([
  ['ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
  ['is longer than ten years', { from: '2016-03-01', to: '2026-03-01' }],
])('a period that %s is refused', async (_, period) => {
  const answer = await askReturnOfClub(app, world.pia, world.ghentId, period);
  expect(answer.data?.club.returnReport).toBeNull();
  expect(answer.errors).toMatchObject([
    {
      path: ['club', 'returnReport'],
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining('period'),
    },
  ]);
});

test('every calendar month a period touches is there: ten years touch 121 at most', async () => {
  const facts = new Facts(app.database);
  const { bram, ghentId: clubId } = world;
  await facts.deal({ seller: bram, clubId, closedOn: '2026-03-14', amountMinor: 100, direct: true });
  const decade = { from: '2016-03-15', to: '2026-03-14' };
  const { currencies } = reportIn(await askReturnOfSeat(app, bram, bram.membershipId, decade));
  const months: { month: string }[] = currencies[0].byMonth;
  expect(months).toHaveLength(121);
  expect([months[0]?.month, months[120]?.month]).toEqual(['2016-03', '2026-03']);
});
