import { figureRows, figures } from '../../../src/reports/counts/acts-by-seat.sql.js';
import { rebuildRollUps } from '../../../src/reports/rollups/rebuild-roll-ups.js';
import { verifyRollUps } from '../../../src/reports/rollups/verify-roll-ups.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { RandomFacts, type RandomSeat } from './random-facts.js';

let app: TestApp;
let world: World;
let seats: RandomSeat[];

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  const inGhent = [world.pia, world.sara, world.bram].map((member) => ({ ...member, clubId: world.ghentId }));
  const inUtrecht = [world.tess, world.ulf].map((member) => ({ ...member, clubId: world.utrechtId }));
  const second = await world.seat(world.sara.personId, world.utrechtId, 'Printer');
  const inBoth = { membershipId: second, clubId: world.utrechtId, personId: world.sara.personId };
  seats = [...inGhent, ...inUtrecht, inBoth];
});
afterAll(() => app.stop());

const differences = async () => {
  const found: unknown[] = [];
  await verifyRollUps(app.database, (batch) => found.push(...batch));
  return found;
};

const sumOf = async (column: string): Promise<number> => {
  const [{ sum }] = await app.database.query(`SELECT coalesce(sum(${column}), 0)::int AS sum FROM club_months`);
  return sum;
};

const firstSeed = Number(process.env.SEED ?? 23);
const rounds = Number(process.env.ROUNDS ?? 25);

test('whatever is written, corrected, reopened or rolled back by many at once, the sums are those of the facts', async () => {
  const facts = new RandomFacts(app.database, seats);
  await facts.fillBook(world.sara.personId);
  await facts.fillBook(world.tess.personId);
  await app.database.query(`UPDATE clubs SET time_zone = 'Europe/Brussels'`);
  const columns = ['present', 'visitors', 'given_in_time', 'received_inside', 'one_to_ones', 'testimonials'];
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const seeds = Array.from({ length: 16 }, (_, index) => (firstSeed + round) * 1000 + index);
    await Promise.all(seeds.map((seed) => facts.transact(seed)));
    expect({ round, differences: await differences() }).toEqual({ round, differences: [] });
    for (const column of columns) if ((await sumOf(column)) !== 0) seen.add(column);
  }
  expect(columns.filter((column) => !seen.has(column))).toEqual([]);
  expect(await app.database.query('SELECT FROM stale_club_months')).toEqual([]);
});

test('a month of a club is what the counts report of that month says', async () => {
  await app.database.query(`UPDATE meetings SET state = 'planned', closed_at = NULL WHERE state = 'open'`);
  const rows = await app.database.query<Record<string, number>[]>(
    `SELECT club_id AS "clubId", month::text AS from, (upper(days_of_month(month)) - 1)::text AS to,
       present, absent, late, medical, substitute, given_inside AS "referralsGivenInside",
       given_outside AS "referralsGivenOutside", received_inside AS "referralsReceivedInside",
       received_outside AS "referralsReceivedOutside", visitors, one_to_ones AS "oneToOnes",
       education_hundredths AS "educationHundredths", testimonials
     FROM club_months`,
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { clubId, from, to, ...sums } of rows) {
    const counted = await figureRows(app.database.manager, [
      { subjectId: String(clubId), from: String(from), to: String(to) },
    ]);
    const reported = Object.fromEntries(
      figures.map((figure) => [
        figure,
        counted.filter((row) => row.figure === figure).reduce((sum, { amount }) => sum + amount, 0),
      ]),
    );
    expect({ clubId, from, ...sums }).toEqual({ clubId, from, ...reported });
  }
});

test('many who write for the same clubs in any order neither wait for each other for ever nor lose a sum', async () => {
  await app.database.query('UPDATE memberships SET left_on = NULL');
  const before = await sumOf('testimonials');
  const [ghent, utrecht] = [seats[0], seats[3]];
  const say = (seat: RandomSeat | undefined) =>
    `INSERT INTO testimonials (id, club_id, giver_membership_id, receiver_membership_id, text, given_on, given_at)
     SELECT gen_random_uuid(), m.club_id, m.id, o.id, 'Prints well', '2026-05-01', now()
     FROM memberships m JOIN memberships o ON o.club_id = m.club_id AND o.id <> m.id
     WHERE m.id = '${seat?.membershipId}' LIMIT 1`;
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      app.database.transaction(async (manager) => {
        const order = index % 2 ? [ghent, utrecht] : [utrecht, ghent];
        for (const seat of order) await manager.query(say(seat));
      }),
    ),
  );
  expect((await sumOf('testimonials')) - before).toBe(80);
  expect(await differences()).toEqual([]);
});

test('facts that were copied in without triggers are summed by a rebuild', async () => {
  await app.database.transaction(async (manager) => {
    await manager.query('ALTER TABLE testimonials DISABLE TRIGGER USER');
    await manager.query(
      `INSERT INTO testimonials (id, club_id, giver_membership_id, receiver_membership_id, text, given_on, given_at)
       SELECT gen_random_uuid(), club_id, giver_membership_id, receiver_membership_id, text, given_on, given_at
       FROM testimonials`,
    );
    await manager.query('ALTER TABLE testimonials ENABLE TRIGGER USER');
  });
  expect(await differences()).not.toEqual([]);
  expect(await rebuildRollUps(app.database)).toBe(2);
  expect(await differences()).toEqual([]);
});
