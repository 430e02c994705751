import { askMatrix } from '../../support/referral-matrix.js';
import { type Answer, TestApp } from '../../support/test-app.js';
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

const ask = (viewer: CastMember | null, asked: object = {}): Promise<Answer> =>
  askMatrix({ app, world }, viewer, asked);
const matrix = async (viewer = world.pia, asked: object = {}) =>
  (await ask(viewer, asked)).data?.club?.referralMatrix ?? null;

/** Many members at once, as only a test has them. */
const fill = (upTo: number) =>
  app.database.query(
    `WITH person AS (
       INSERT INTO persons (id, given_name, family_name, email, locale, created_at)
       SELECT gen_random_uuid(), 'Member', 'Number ' || n, 'member' || n || '@' || $1 || '.example', 'nl-BE', now()
       FROM generate_series((SELECT count(*) + 1 FROM memberships WHERE club_id = $1::uuid), $2::int) AS n RETURNING id
     ), profession AS (
       INSERT INTO professions (id, name, created_at) SELECT gen_random_uuid(), 'Work ' || id, now() FROM person RETURNING id, name
     )
     INSERT INTO memberships (id, club_id, person_id, profession_id, company, joined_on, renews_on, created_at)
     SELECT gen_random_uuid(), $1::uuid, person.id, profession.id, 'Company', '2026-01-01', '2099-01-01', now()
     FROM person JOIN profession ON profession.name = 'Work ' || person.id`,
    [world.ghentId, upTo],
  );
/** Every member of Ghent gives one to each of the five behind him, in a circle. */
const everybodyGives = () =>
  app.database.query(
    `WITH seat AS (
       SELECT *, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS seats FROM memberships WHERE club_id = $1
     )
     INSERT INTO referrals (id, club_id, giver_membership_id, giver_id, receiver_club_id, receiver_membership_id,
       receiver_id, need, warmth, stage, given_at, given_on, promised_for, target_hours)
     SELECT gen_random_uuid(), a.club_id, a.id, a.person_id, b.club_id, b.id, b.person_id, 'a roof', 3, 'suspect',
       '2026-03-10', '2026-03-10', '2100-01-01', 24
     FROM seat a JOIN seat b ON (b.n - a.n + a.seats) % a.seats BETWEEN 1 AND 5`,
    [world.ghentId],
  );

test('thirty members and two clubs cost as many statements as five members of one', async () => {
  const count = () => app.countQueries(() => matrix(world.pia));
  const ofFive = await count();
  await fill(30);
  await everybodyGives();
  expect(await count()).toBe(ofFive);
  expect(ofFive).toBeLessThanOrEqual(11);
  await world.seat(world.pia.personId, world.utrechtId, 'Auditor');
  const clubs = (first: number) =>
    app.countQueries(() =>
      app.query(world.pia, `{ clubs(first: ${first}) { nodes { referralMatrix { among { inside } } } } }`),
    );
  expect(await clubs(2)).toBe(await clubs(1));
});

test('three hundred members have a matrix, and more are refused with the reason', async () => {
  await fill(300);
  await everybodyGives();
  const shown = await matrix(world.pia, { first: 20, cells: 20, pairs: 20 });
  expect(shown).toMatchObject({
    among: { inside: 1_500, outside: 0 },
    rows: { totalCount: 300 },
    reciprocity: { pairs: 1_500, mutualPairs: 0, share: 0 },
  });
  expect(shown.rows.nodes[0]).toMatchObject({ given: { inside: 5 }, cells: { totalCount: 299 } });
  await fill(301);
  expect((await ask(world.pia)).errors).toMatchObject([
    {
      message: 'A matrix holds 300 members at most, not 301. A shorter period has fewer.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});
