import { Client } from 'pg';
import { tables } from '../../src/cli/world/copy-text.js';
import { type CreateWorldOptions, makeWorld } from '../../src/cli/world/create-world.js';
import { fillWorld, type TellWorld } from '../../src/cli/world/fill-world.js';
import { type WorldCast, worldCast } from '../../src/cli/world/world-cast.js';
import { describeStructure } from '../../src/platform/database-structure.js';
import { signIn } from '../support/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { kring, workingDirectory } from '../support/kring-process.js';
import { readEverything, recount } from '../support/recount.js';
import { askReturnOfClub, askReturnOfSeat, reportIn } from '../support/return-report.js';
import { TestApp } from '../support/test-app.js';

const options = { clubs: '4', seed: '7', contacts: '12', until: '2026-01-31', password: 'vijf gele ezels' };
const size = { clubs: 4, seed: 7, contacts: 12, until: '2026-01-31' };
const year = { from: '2025-02-02', to: '2026-01-31' };

let app: TestApp;
let structure: string;
let made: Awaited<ReturnType<typeof makeWorld>>;
let cast: WorldCast;

beforeAll(async () => {
  app = await TestApp.start();
  structure = await describeStructure(app.database);
  made = await make(app.databaseUrl, options);
  cast = await worldCast(app.database);
});
afterAll(() => app.stop());

function make(url: string, wanted: CreateWorldOptions & { password: string }) {
  return makeWorld(url, wanted, { interrupted: new AbortController().signal, tell: () => undefined, clubsPerChunk: 2 });
}

const count = async (statement: string): Promise<number> => {
  const [row] = await app.database.query(`SELECT count(*)::int AS count FROM ${statement}`);
  return row.count;
};

/** What each table holds, whatever the order in which it was written. */
async function checksums(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found: Record<string, string> = {};
  for (const table of Object.keys(tables)) {
    const { rows } = await client.query(`SELECT md5(string_agg(t::text, '' ORDER BY t.id)) AS sum FROM ${table} t`);
    found[table] = rows[0].sum;
  }
  await client.end();
  return found;
}

test('a world has clubs of thirty with a year of weeks, and all the constraints it was filled without', async () => {
  expect(made.size).toEqual(size);
  expect(made.counts).toMatchObject({ clubs: 4, persons: 120, memberships: 125, contacts: 1440, meetings: 200 });
  expect(await count('attendances')).toBe(50 * 125);
  for (const [table, rows] of Object.entries(made.counts)) expect([table, rows]).toEqual([table, await count(table)]);
  const perSeat = { referrals: (await count('referrals')) / 125, deals: (await count('deals')) / 125 };
  expect(perSeat.referrals).toBeGreaterThan(38);
  expect(perSeat.referrals).toBeLessThan(49);
  expect(perSeat.deals).toBeGreaterThan(20);
  expect(perSeat.deals).toBeLessThan(40);
  expect(await describeStructure(app.database)).toBe(structure);
  expect(await count(`pg_constraint WHERE NOT convalidated`)).toBe(0);
  expect(await count(`pg_trigger WHERE tgenabled = 'D'`)).toBe(0);
  expect(await count(`pg_namespace WHERE nspname = 'kring_world'`)).toBe(0);
});

describe('a world broken off anywhere', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Interrupts it as soon as that is told. */
  async function breakOffAt(task: string, wanted: number): Promise<void> {
    const controller = new AbortController();
    const tell: TellWorld = (told, { done }) => {
      if (told === task && done >= wanted) controller.abort(new Error('broken off'));
    };
    const filling = fillWorld(database.url, size, { interrupted: controller.signal, tell, clubsPerChunk: 1 });
    await expect(filling).rejects.toThrow('broken off');
  }

  test('is gone on with, and holds the same rows as one that was made in one go', async () => {
    await breakOffAt('filling', 1);
    await breakOffAt('filling', 3);
    await breakOffAt('keys', 1);
    await expect(make(database.url, { ...options, seed: '8' })).rejects.toThrow(
      'go on with --clubs 4 --seed 7 --contacts 12 --until 2026-01-31',
    );
    const { until, ...rest } = options;
    expect((await make(database.url, rest)).size.until).toBe(until);
    expect(await checksums(database.url)).toEqual(await checksums(app.databaseUrl));
  });
});

test('another seed makes another world', async () => {
  const database = await createTestDatabase();
  await make(database.url, { ...options, clubs: '2', seed: '8' });
  const [one, other] = [await checksums(app.databaseUrl), await checksums(database.url)];
  await database.drop();
  expect(Object.keys(tables).filter((table) => one[table] === other[table])).toEqual([]);
});

test('every degree and root is what its chain says, and there are chains of all degrees', async () => {
  const wrong = await count(`(
    WITH RECURSIVE chain AS (
      SELECT id, CASE WHEN introducer_contact_id IS NULL THEN 2 ELSE 3 END AS degree,
        coalesce(asker_id, introducer_id) AS root_id
      FROM introductions WHERE parent_id IS NULL
      UNION ALL
      SELECT i.id, chain.degree + 1, chain.root_id FROM introductions i JOIN chain ON chain.id = i.parent_id
    )
    SELECT FROM introductions i LEFT JOIN chain USING (id)
    WHERE (i.degree, i.root_id) IS DISTINCT FROM (chain.degree, chain.root_id)) AS wrong`);
  expect(wrong).toBe(0);
  const degrees = await app.database.query('SELECT DISTINCT degree FROM deals WHERE degree <= 5 ORDER BY 1');
  expect(degrees.map(({ degree }: { degree: number | null }) => degree)).toEqual([1, 2, 3, 4, 5]);
  expect(await count('deals WHERE degree IS NULL')).toBeGreaterThan(0);
});

test('every deal has the origin, root and degree that the server would have found', async () => {
  const wrong = await count(`(
    SELECT FROM deals d
    LEFT JOIN LATERAL (
      SELECT * FROM introductions i
      WHERE i.beneficiary_id = d.seller_id AND i.accepted_at <= d.recorded_at AND i.happened_on <= d.closed_on
        AND (i.introduced_contact_id = d.buyer_contact_id OR i.introduced_person_id = d.buyer_person_id)
      ORDER BY accepted_at, recorded_at, id LIMIT 1
    ) AS origin ON true
    LEFT JOIN referrals r ON r.id = d.referral_id
    CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT FROM memberships a JOIN memberships b USING (club_id)
        WHERE a.person_id = d.seller_id AND b.person_id = d.buyer_person_id) AS direct
    ) AS fellows
    WHERE d.origin_id IS DISTINCT FROM origin.id OR d.direct <> fellows.direct
      OR d.degree IS DISTINCT FROM CASE WHEN fellows.direct THEN 1 ELSE origin.degree END
      OR d.root_id IS DISTINCT FROM coalesce(origin.root_id, CASE WHEN r.introduction_id IS NULL THEN r.giver_id END)
    ) AS wrong`);
  expect(wrong).toBe(0);
  const repeats = `(SELECT repeat, row_number() OVER (
    PARTITION BY seller_id, coalesce(buyer_contact_id, buyer_person_id) ORDER BY recorded_at, id) AS number FROM deals)`;
  expect(await count(`${repeats} AS deal WHERE repeat <> (number > 1)`)).toBe(0);
  const refunded = `(SELECT d.id FROM deals d JOIN deal_adjustments a ON a.deal_id = d.id
    GROUP BY d.id HAVING d.amount_minor + sum(a.amount_minor) < 0 OR min(a.adjusted_on) < d.closed_on)`;
  expect(await count(`${refunded} AS wrong`)).toBe(0);
});

test('every referral stands where its moves have brought it, and who bought was its prospect', async () => {
  const moves = `(SELECT m.*, lag(to_stage) OVER same AS before, lead(to_stage) OVER same AS after, r.stage
    FROM referral_moves m JOIN referrals r ON r.id = referral_id WINDOW same AS (PARTITION BY referral_id ORDER BY moved_at, m.id))`;
  const wrong = 'from_stage IS DISTINCT FROM before OR (after IS NULL AND to_stage <> stage)';
  expect(await count(`${moves} AS move WHERE ${wrong}`)).toBe(0);
  const sold = `deals d JOIN referrals r ON r.id = d.referral_id LEFT JOIN introductions i ON i.id = r.introduction_id
    WHERE r.stage <> 'customer' OR r.receiver_id <> d.seller_id OR d.closed_on < r.given_on
      OR coalesce(i.introduced_contact_id, r.giver_id) <> coalesce(d.buyer_contact_id, d.buyer_person_id)`;
  expect(await count(sold)).toBe(0);
  const days = `referrals r JOIN clubs c ON c.id = r.receiver_club_id
    WHERE (given_at AT TIME ZONE c.time_zone)::date <> given_on`;
  expect(await count(days)).toBe(0);
  const consents = `introductions i LEFT JOIN consents c ON c.introduction_id = i.id
    WHERE c.id IS NULL OR (c.basis, c.stated_by_id, c.stated_at) <> (i.consent_basis, i.consent_by_id, i.consent_at)`;
  expect(await count(consents)).toBe(0);
});

test('nine tenths of the return come from the second degree on, and members differ', async () => {
  const [row] = await app.database.query(`
    WITH sellers AS (
      SELECT seller_id, sum(amount_minor) FILTER (WHERE degree >= 2) AS indirect, sum(amount_minor) AS amount
      FROM deals WHERE degree IS NOT NULL AND currency = 'EUR' GROUP BY 1)
    SELECT sum(indirect)::float8 / sum(amount) AS share, stddev(indirect / amount)::float8 AS spread FROM sellers`);
  expect(row.share).toBeGreaterThan(0.84);
  expect(row.share).toBeLessThan(0.96);
  expect(row.spread).toBeGreaterThan(0.03);
});

test('the cast signs in, and the reports of the member and of his club are a recount', async () => {
  const tokenOf = async (email: string) => ({ token: (await signIn(app.url, email, options.password)) ?? '' });
  const everything = await readEverything(app.database);
  const { member, president, director, networkDirector } = cast;
  const asked = [
    [member.membershipId, await askReturnOfSeat(app, await tokenOf(member.email), member.membershipId, year)],
    [member.clubId, await askReturnOfClub(app, await tokenOf(president.email), member.clubId, year)],
  ] as const;
  for (const [id, answer] of asked) {
    const [shown] = reportIn(answer).currencies;
    const counted = recount(everything, id, year, shown.currency);
    expect(shown.return).toEqual(counted.return);
    expect(shown.byDegree).toEqual(counted.byDegree);
    // What goes back to referrals is withheld from a club while too few sell the rest.
    const told =
      id === member.clubId ? [counted.returnFromReferrals.amount, undefined] : [counted.returnFromReferrals.amount];
    expect(told).toContainEqual(shown.returnFromReferrals?.amount);
  }
  const regions = await app.database.query('SELECT id, kind FROM regions WHERE id = ANY ($1) ORDER BY kind', [
    [director.regionId, networkDirector.regionId],
  ]);
  expect(regions.map(({ kind }: { kind: string }) => kind)).toEqual(['network', 'region']);
  expect(await tokenOf(networkDirector.email)).not.toEqual({ token: '' });
});

test('a database that is not empty and a size that is none are refused', async () => {
  const { directory, remove } = await workingDirectory();
  const settings = { DATABASE_URL: app.databaseUrl };
  const full = await kring(['world', '--clubs', '4'], { directory, settings });
  const bad = await kring(['world', '--clubs', '1'], { directory, settings });
  await remove();
  const emptyHanded = 'The database is not empty: a world is made in a database of its own.\n';
  expect(full).toMatchObject({ code: 1, stderr: emptyHanded });
  expect(bad).toMatchObject({ code: 1, stderr: '--clubs is a whole number from 2 to 50000.\n' });
});
