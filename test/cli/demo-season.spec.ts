import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { demoPassword, members } from '../../src/cli/demo/demo-cast.js';
import { performDemo } from '../../src/cli/demo/load-demo.js';
import { Clock } from '../../src/platform/clock.js';
import { signIn } from '../support/client.js';
import { askCounts, countsIn } from '../support/counts.js';
import { missingIn, weeklySums } from '../support/demo-weekly.js';
import { SeasonModel } from '../support/model/season-model.js';
import { demoSeason } from '../support/short-season.js';
import { type Actor, TestApp } from '../support/test-app.js';

/** The whole demo season through the use cases, once as of now and once as of a day in another year. */
let app: TestApp;
let earlier: TestApp;

const otherDay = new Date('2024-02-29T12:00:00Z');
const longMilliseconds = 300_000;

beforeAll(async () => {
  app = await TestApp.start();
  await performDemo(app.application, demoSeason);
  earlier = await TestApp.start();
  await earlier.application.get(Clock).at(otherDay, () => performDemo(earlier.application, demoSeason));
}, longMilliseconds);

afterAll(async () => {
  await app.stop();
  await earlier.stop();
});

const sums = {
  deals: `SELECT degree, direct, repeat, count(*), sum(amount_minor) FROM deals GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  adjustments: 'SELECT count(*), sum(amount_minor) FROM deal_adjustments',
  credit: 'SELECT percent, count(*) FROM credit_shares GROUP BY 1 ORDER BY 1',
  introductions: 'SELECT degree, count(*), count(accepted_at) FROM introductions GROUP BY 1 ORDER BY 1',
  referrals: 'SELECT stage, warmth, count(*) FROM referrals GROUP BY 1, 2 ORDER BY 1, 2',
  moves: 'SELECT from_stage, to_stage, count(*) FROM referral_moves GROUP BY 1, 2 ORDER BY 1, 2',
  promises: 'SELECT count(promised_at), count(first_contact_at) FROM referrals',
  attendance: 'SELECT letter, count(*) FROM attendances GROUP BY 1 ORDER BY 1',
  visitors: 'SELECT count(*), count(came_at) FROM visitors',
  memberships: 'SELECT count(*), count(left_on) FROM memberships',
  activities: 'SELECT verb, count(*) FROM activities GROUP BY 1 ORDER BY 1',
  ...weeklySums,
};

test.each(Object.entries(sums))('two loads have the same %s, whatever the day', async (_, statement) => {
  const rows = await app.database.query(statement);
  expect(rows.length).toBeGreaterThan(0);
  expect(await earlier.database.query(statement)).toEqual(rows);
});

test('the degrees are those the model derives from the same acts', async () => {
  const { model, refused } = SeasonModel.of(demoSeason, Temporal.PlainDate.from('2026-06-29'));
  expect(refused).toEqual([]);
  const expected = new Map<number | null, number>();
  for (const { degree } of model.deals().values()) expected.set(degree, (expected.get(degree) ?? 0) + 1);
  const rows = await app.database.query<{ degree: number | null; deals: number }[]>(
    'SELECT degree, count(*)::int AS deals FROM deals GROUP BY degree',
  );
  expect(new Map(rows.map(({ degree, deals }) => [degree, deals]))).toEqual(expected);
});

/** What is about the future by its nature, with the rows of it that are not. */
const ahead: Record<string, string> = {
  'memberships.renews_on': 'false',
  'referrals.promised_for': 'false',
  'account_tokens.expires_at': 'false',
  'sessions.expires_at': 'false',
  'leaves.ends_on': 'false',
  'alert_decisions.probation_until': 'false',
  'meeting_series.first_on': 'false',
  'holidays.first_on': 'false',
  'holidays.last_on': 'false',
  'meetings.starts_at': "state IN ('open', 'closed')",
  'meetings.held_on': "state IN ('open', 'closed')",
  'meetings.series_on': "state IN ('open', 'closed')",
  'meetings.original_starts_at': "state IN ('open', 'closed')",
  'one_to_ones.starts_at': "state NOT IN ('proposed', 'accepted')",
};

/** The latest day or instant of every column that holds one. */
async function latest(database: DataSource): Promise<{ place: string; at: Date }[]> {
  const columns = await database.query<{ table: string; column: string }[]>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('date', 'timestamp with time zone')`,
  );
  const parts = columns.map(({ table, column }) => {
    const place = `${table}.${column}`;
    return `SELECT '${place}' AS place, max(${column})::timestamptz AS at FROM ${table} WHERE ${ahead[place] ?? 'true'}`;
  });
  return database.query(`SELECT * FROM (${parts.join(' UNION ALL ')}) AS latest WHERE at IS NOT NULL`);
}

test('nothing lies in the future', async () => {
  const places = await latest(app.database);
  expect(places.length).toBeGreaterThan(20);
  expect(places.filter(({ at }) => at > new Date())).toEqual([]);
  expect((await latest(earlier.database)).filter(({ at }) => at > otherDay)).toEqual([]);
});

test('it reaches into the week before, over half a year', async () => {
  const [row] = await app.database.query<{ ago: number; long: number }[]>(
    'SELECT current_date - max(closed_on) AS ago, max(closed_on) - min(closed_on) AS long FROM deals',
  );
  expect(row?.ago).toBeLessThan(14);
  expect(row?.long).toBeGreaterThan(150);
});

interface Seller {
  email: string;
  deals: number;
  share: number;
}

/** Those of Ghent who sold, the best networkers first, and among equals who closed the most. */
async function sellersOfGhent(): Promise<Seller[]> {
  return app.database.query(
    `SELECT p.email, count(*)::int AS deals,
       (coalesce(sum(d.amount_minor + a.minor) FILTER (WHERE d.degree > 1), 0) / sum(d.amount_minor + a.minor))::float8 AS share
     FROM deals d JOIN persons p ON p.id = d.seller_id JOIN clubs c ON c.id = d.club_id,
       LATERAL (SELECT coalesce(sum(amount_minor), 0) AS minor FROM deal_adjustments WHERE deal_id = d.id) a
     WHERE d.degree IS NOT NULL AND c.name LIKE 'Kring Gent%'
     GROUP BY p.email ORDER BY share DESC, deals DESC`,
  );
}

test('the members of the sign-ins are what their roles say', async () => {
  const [, networker, onlySells] = members.map(
    ({ person }) => demoSeason.people.find(({ key }) => key === person)?.email,
  );
  const sellers = await sellersOfGhent();
  const tenDeals = sellers.filter(({ deals }) => deals >= 10);
  expect(tenDeals[0]).toEqual({ email: networker, deals: expect.any(Number), share: expect.any(Number) });
  expect(tenDeals[0]?.share).toBeGreaterThan(0.9);
  expect(sellers.find(({ share }) => share === 0)?.email).toBe(onlySells);
});

test('whatever belongs to the weekly meeting happens in it', async () => {
  expect(await missingIn(app.database)).toEqual([]);
});

test('in each club the board has an alert to decide about, and nothing is open', async () => {
  const clubs = await app.database.query(
    `SELECT c.name, (SELECT count(*)::int FROM meetings m WHERE m.club_id = c.id AND m.state = 'open') AS open,
       EXISTS (SELECT FROM alerts a WHERE a.club_id = c.id
         AND NOT EXISTS (SELECT FROM alert_decisions d WHERE d.alert_id = a.id)) AS undecided
     FROM clubs c`,
  );
  expect(clubs.map(({ open, undecided }: { open: number; undecided: boolean }) => ({ open, undecided }))).toEqual(
    Array(demoSeason.clubs.length).fill({ open: 0, undecided: true }),
  );
});

test('the president sees alerts, asks and the next meetings', async () => {
  const { actor, clubId } = await president();
  const { club } = await app.query(
    actor,
    `query ($id: UUID!) { club(id: $id) {
       alerts(undecided: true) { totalCount }
       asks(first: 50) { nodes { ask } }
       meetings(first: 100) { nodes { state startsAt speakers { totalCount } } }
       holidays { nodes { name } }
     } }`,
    { id: clubId },
  );
  expect(club.alerts.totalCount).toBeGreaterThan(0);
  expect(new Set(club.asks.nodes.map(({ ask }: { ask: string }) => ask)).size).toBeGreaterThan(15);
  expect(club.holidays.nodes).toEqual([{ name: 'Vakantie' }]);
  const planned = club.meetings.nodes.filter(({ state }: { state: string }) => state === 'PLANNED');
  const next = planned.slice(-2);
  expect(next.map((meeting: { speakers: object }) => meeting.speakers)).toEqual([{ totalCount: 1 }, { totalCount: 1 }]);
  expect(planned.filter(({ startsAt }: { startsAt: string }) => new Date(startsAt) < new Date())).toEqual([]);
});

test('the counts of the demo club tell something in all fifteen places, and are final', async () => {
  const { actor, clubId } = await president();
  const [{ from, to }] = await app.database.query("SELECT current_date - 190 || '' AS from, current_date || '' AS to");
  const { total, provisional, openMeetings } = countsIn(await askCounts(app, actor, clubId, { from, to }));
  expect({ provisional, openMeetings }).toEqual({ provisional: false, openMeetings: 0 });
  const { thanked, thankedWithheld: _, ...figures } = total;
  const places = [...Object.values(figures), thanked[0]?.amount].map(Number);
  expect(places).toHaveLength(15);
  expect(places.filter((place) => !(place > 3))).toEqual([]);
});

/** The president of the demo club, signed in. */
async function president(): Promise<{ actor: Actor; clubId: string }> {
  const email = demoSeason.people.find(({ key }) => key === members[0].person)?.email ?? '';
  const token = (await signIn(app.url, email, demoPassword)) ?? '';
  const { viewer } = await app.query({ token }, '{ viewer { memberships { nodes { club { id } } } } }');
  return { actor: { token }, clubId: viewer.memberships.nodes[0].club.id };
}
