import type { EntityManager } from 'typeorm';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { type CastMember, World } from '../../support/world.js';
import { brief, ClubRulesAtWork } from './club-rules-at-work.js';

let app: TestApp;
let world: World;
let club: ClubRulesAtWork;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  club = new ClubRulesAtWork(app, world);
});
afterAll(() => app.stop());

const seven = (day: string) => `${day}T07:00:00+01:00`;
/** An open meeting of that day with all its letters: this one of Sara, and the others were there. */
const ready = async (day: string, letter: string) => {
  const meetingId = await club.opened(seven(day));
  const letters = [world.pia, world.vik, world.sara, world.bram, world.cleo].map((member) => ({
    ...{ membershipId: member.membershipId, letter: member === world.sara ? letter : 'PRESENT' },
  }));
  await club.record(world.pia, meetingId, letters);
  return meetingId;
};
const threeAbsences = { '2026-02-05': 'ABSENT', '2026-02-19': 'ABSENT', '2026-03-05': 'ABSENT' };

test('the third absence raises an alert that quotes the rule, its version and the evidence', async () => {
  await club.thursdays(world.sara, { '2026-02-05': 'ABSENT', '2026-02-12': 'MEDICAL', '2026-02-19': 'ABSENT' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
  await club.thursdays(world.sara, { '2026-02-26': 'SUBSTITUTE', '2026-03-05': 'ABSENT' });
  const piece = (day: string) => ({
    ...{ day, letter: 'ABSENT', units: null, meeting: { heldOn: day }, office: null, visitor: null },
  });
  expect(await club.alerts(world.pia)).toEqual({
    totalCount: 1,
    nodes: [
      {
        id: expect.any(String),
        ...{ rule: 'ABSENCES', measured: '3', limit: '3', rulesVersion: { version: 1 } },
        ...{ raisedAt: '2026-03-05T06:00:00.000Z', meeting: { heldOn: '2026-03-05' } },
        ...{ membership: { person: { givenName: 'Sara' } }, visitor: null, decision: null },
        evidence: { nodes: [piece('2026-02-05'), piece('2026-02-19'), piece('2026-03-05')] },
        viewerCan: { decide: true, decideOnSeat: true },
      },
    ],
  });
});

test('three times late are an absence', async () => {
  await club.thursdays(world.sara, { '2026-01-08': 'LATE', '2026-01-15': 'ABSENT', '2026-01-22': 'LATE' });
  await club.thursdays(world.sara, { '2026-01-29': 'ABSENT', '2026-02-05': 'LATE', '2026-02-12': 'LATE' });
  expect(brief(await club.alerts(world.pia))).toEqual([
    'ABSENCES 3: 2026-01-08 2026-01-15 2026-01-22 2026-01-29 2026-02-05',
  ]);
});

test('an alert is raised again by new evidence and not by the old', async () => {
  await club.thursdays(world.sara, { ...threeAbsences, '2026-03-12': 'PRESENT', '2026-03-19': 'LATE' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 1 });
  await club.thursdays(world.sara, { '2026-03-26': 'ABSENT' });
  expect(brief(await club.alerts(world.pia))).toEqual([
    'ABSENCES 4: 2026-02-05 2026-02-19 2026-03-05 2026-03-26',
    'ABSENCES 3: 2026-02-05 2026-02-19 2026-03-05',
  ]);
});

test('the rules in force on the day of the meeting are quoted, whenever it is closed', async () => {
  await club.rules('2026-03-12', { absence_alert_count: 4 });
  await club.thursdays(world.sara, { '2026-02-05': 'ABSENT', '2026-02-19': 'ABSENT' });
  await club.act(world.pia, 'closeMeeting', { meetingId: await ready('2026-03-05', 'ABSENT') }, seven('2026-03-13'));
  await club.thursdays(world.sara, { '2026-03-19': 'ABSENT' });
  expect((await club.alerts(world.pia)).nodes).toMatchObject([
    { measured: '4', limit: '4', rulesVersion: { version: 2 }, meeting: { heldOn: '2026-03-19' } },
    { measured: '3', limit: '3', rulesVersion: { version: 1 }, meeting: { heldOn: '2026-03-05' } },
  ]);
});

test('under the rules before it one absence was none too many', async () => {
  await club.rules('2026-03-12', { absence_alert_count: 1 });
  await club.thursdays(world.sara, { '2026-03-05': 'ABSENT' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
});

test('letters of cancelled and open meetings count for nothing', async () => {
  const letters = [{ membershipId: world.sara.membershipId, letter: 'ABSENT' }];
  const cancelled = await club.opened(seven('2026-02-12'));
  await club.record(world.pia, cancelled, letters);
  await club.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Carnival' });
  await club.record(world.pia, await club.opened(seven('2026-02-26')), letters);
  await club.thursdays(world.sara, { '2026-02-05': 'ABSENT', '2026-03-05': 'ABSENT' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
});

test('who joined within the window is judged by what there is, and who left no longer', async () => {
  const nina = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-02-19');
  const letters = { [nina.membershipId]: 'ABSENT', [world.sara.membershipId]: 'ABSENT' };
  await club.closed(seven('2026-02-19'), letters);
  await club.closed(seven('2026-02-26'), letters);
  await app.act(
    world.pia,
    'endMembership',
    { membershipId: world.sara.membershipId, leftOn: '2026-03-05' },
    'membership { id }',
  );
  await club.closed(seven('2026-03-05'), { [nina.membershipId]: 'ABSENT' });
  expect((await club.alerts(world.pia)).nodes).toMatchObject([
    { measured: '3', membership: { person: { givenName: 'Nina' } } },
  ]);
});

test('more substitutes than the cap raise an alert', async () => {
  await club.rules('2026-01-02', { substitute_cap: 1 });
  await club.thursdays(world.sara, { '2026-02-26': 'SUBSTITUTE' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
  await club.thursdays(world.sara, { '2026-03-05': 'SUBSTITUTE' });
  const alerts = await club.alerts(world.pia);
  expect(brief(alerts)).toEqual(['SUBSTITUTES 2: 2026-02-26 2026-03-05']);
  expect(alerts.nodes).toMatchObject([{ limit: '1', rulesVersion: { version: 2 } }]);
});

test('the same human at more meetings than the cap raises an alert, whoever invited him', async () => {
  const carl = await club.contact(world.bram, 'Carl Baert', { email: 'carl@client.example' });
  const sameCarl = await club.contact(world.sara, 'C. Baert', { email: 'Carl@client.example' });
  const dora = await club.contact(world.bram, 'Dora Maes');
  for (const [day, contact, inviter] of [
    ['2026-02-19', carl, world.bram],
    ['2026-02-26', sameCarl, world.sara],
    ['2026-03-05', carl, world.bram],
  ] as const) {
    expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
    const meetingId = await club.opened(seven(day));
    await club.visit(meetingId, contact, inviter);
    await club.visit(meetingId, dora);
    await club.close(meetingId, seven(day));
  }
  const alerts = await club.alerts(world.pia);
  expect(alerts.nodes.map(({ visitor }: { visitor: { name: string } }) => visitor.name).sort()).toEqual([
    'Carl Baert',
    'Dora Maes',
  ]);
  const about = alerts.nodes.find(({ visitor }: { visitor: { name: string } }) => visitor.name === 'Carl Baert');
  expect(about).toMatchObject({
    ...{ rule: 'VISITS', measured: '3', limit: '2', membership: null },
    viewerCan: { decide: true, decideOnSeat: false },
    evidence: {
      nodes: [
        { day: '2026-02-19', visitor: { name: 'Carl Baert' } },
        { day: '2026-02-26', visitor: { name: 'C. Baert' } },
        { day: '2026-03-05', visitor: { name: 'Carl Baert' } },
      ],
    },
  });
});

test('who was invited and did not come made no visit', async () => {
  await club.rules('2026-01-02', { visitor_visit_cap: 1 });
  const carl = await club.contact(world.bram, 'Carl Baert');
  const first = await club.opened(seven('2026-02-26'));
  await app.act(world.bram, 'inviteVisitor', { meetingId: first, contactId: carl }, 'visitor { id }');
  await club.close(first, seven('2026-02-26'));
  const second = await club.opened(seven('2026-03-05'));
  await club.visit(second, carl);
  await club.close(second, seven('2026-03-05'));
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
});

test('an office held for longer in a row than a term raises an alert, once', async () => {
  // The last day of twelve months, and the day after: a Thursday.
  await club.closed(seven('2026-12-31'));
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
  await club.closed(seven('2027-01-01'));
  await club.closed(seven('2027-01-07'));
  const alerts = await club.alerts(world.pia);
  expect(brief(alerts)).toEqual(['OFFICE_TERM 13: 2026-01-01', 'OFFICE_TERM 13: 2026-01-01']);
  expect(alerts.nodes.map(({ evidence }: { evidence: { nodes: object[] } }) => evidence.nodes)).toEqual(
    expect.arrayContaining([[expect.objectContaining({ office: { name: 'PRESIDENT' }, meeting: null, letter: null })]]),
  );
});

test('a feature presentation after too few education units raises an alert', async () => {
  await app.database.query(
    `INSERT INTO education_units (id, club_id, membership_id, units, topic, earned_on, recorded_by_id, recorded_at)
     SELECT * FROM (VALUES
       ($1::uuid, $2::uuid, $3::uuid, 0.5, 'Asking', '2026-02-01'::date, $5::uuid, now()),
       ($6, $2, $3, 4, 'Long ago', '2025-09-05', $5, now()), ($7, $2, $4, 1, 'Asking', '2026-02-01', $5, now())) v`,
    [newId(), world.ghentId, world.sara.membershipId, world.bram.membershipId, world.pia.personId, newId(), newId()],
  );
  const meetingId = await club.opened(seven('2026-03-05'));
  const presents = (member: CastMember, kind: string) =>
    app.database.query(
      `INSERT INTO presentations (id, meeting_id, club_id, membership_id, kind, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [newId(), meetingId, world.ghentId, member.membershipId, kind, world.pia.personId],
    );
  for (const member of [world.sara, world.bram]) await presents(member, 'feature');
  await presents(world.cleo, 'weekly');
  await club.close(meetingId, seven('2026-03-05'));
  const { nodes } = await club.alerts(world.pia);
  expect(nodes).toMatchObject([
    {
      ...{ rule: 'EDUCATION', measured: '0.5', limit: '1', membership: { person: { givenName: 'Sara' } } },
      evidence: {
        nodes: [
          { day: '2026-02-01', units: '0.50', meeting: null },
          { day: '2026-03-05', units: null, meeting: { heldOn: '2026-03-05' } },
        ],
      },
    },
  ]);
});

test('a meeting that is reopened and closed again raises nothing twice', async () => {
  const ids = await club.thursdays(world.sara, threeAbsences);
  const meetingId = ids['2026-03-05'];
  await club.act(world.pia, 'reopenMeeting', { meetingId, reason: 'A slip' });
  await club.act(world.pia, 'closeMeeting', { meetingId });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 1 });
});

test('a refused closing raises nothing', async () => {
  await club.thursdays(world.sara, { '2026-02-05': 'ABSENT', '2026-02-19': 'ABSENT' });
  const meetingId = await club.opened(seven('2026-03-05'));
  await club.record(world.pia, meetingId, [{ membershipId: world.sara.membershipId, letter: 'ABSENT' }]);
  expect((await club.act(world.pia, 'closeMeeting', { meetingId })).errors).toMatchObject([
    { code: 'ATTENDANCE_INCOMPLETE' },
  ]);
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
});

describe('at once', () => {
  const close = (actor: CastMember, meetingId: string) =>
    app.act(actor, 'closeMeeting', { meetingId }, 'meeting { id }');

  test('two officers who close one meeting raise its alert once', async () => {
    await club.thursdays(world.sara, { '2026-02-05': 'ABSENT', '2026-02-19': 'ABSENT' });
    const meetingId = await ready('2026-03-05', 'ABSENT');
    const answers = await app.at(seven('2026-03-05'), () =>
      Promise.all([world.pia, world.vik].map((actor) => close(actor, meetingId))),
    );
    expect(answers.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'MEETING_NOT_OPEN' }]);
    expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 1 });
    const activities = await app.database.query(
      `SELECT actor_id, details FROM activities WHERE verb = 'alert.raised' AND club_id = $1`,
      [world.ghentId],
    );
    const about = { rule: 'absences', membershipId: world.sara.membershipId, visitorId: null };
    expect(activities).toEqual([{ actor_id: null, details: about }]);
  });

  test('of two meetings closed together the later sees the letters of the other', async () => {
    await club.thursdays(world.sara, { '2026-02-05': 'ABSENT' });
    const [earlier, later] = [await ready('2026-02-26', 'ABSENT'), await ready('2026-03-05', 'ABSENT')];
    const closing = async (manager: EntityManager) => {
      await manager.query('SELECT FROM clubs WHERE id = $1 FOR NO KEY UPDATE', [world.ghentId]);
      await manager.query(`UPDATE meetings SET state = 'closed', closed_at = now() WHERE id = $1`, [earlier]);
    };
    await app.at(seven('2026-03-05'), () => whileHeld(app.database, closing, [() => close(world.vik, later)]));
    expect(brief(await club.alerts(world.pia))).toEqual(['ABSENCES 3: 2026-02-05 2026-02-26 2026-03-05']);
  });
});

test('fifty members cost as many statements as five, with new alerts and without', async () => {
  await club.rules('2026-01-02', { absence_alert_count: 1 });
  const closing = async (day: string, letter: string) => {
    const seats: { id: string }[] = await app.database.query('SELECT id FROM memberships WHERE club_id = $1', [
      world.ghentId,
    ]);
    const meetingId = await club.opened(seven(day));
    await club.record(
      world.pia,
      meetingId,
      seats.map(({ id }) => ({ membershipId: id, letter })),
    );
    const statements = await app.countQueries(() => club.act(world.pia, 'closeMeeting', { meetingId }, seven(day)));
    return { statements, alerts: (await club.alerts(world.pia)).totalCount };
  };
  const few = [await closing('2026-02-05', 'ABSENT'), await closing('2026-02-12', 'PRESENT')];
  for (let each = 0; each < 45; each += 1) {
    await world.member('Nina', 'Aerts', world.ghentId, `Profession ${each} of ${world.ghentId}`);
  }
  const many = [await closing('2026-02-19', 'ABSENT'), await closing('2026-02-26', 'PRESENT')];
  expect(few.map(({ alerts }) => alerts)).toEqual([5, 5]);
  expect(many.map(({ alerts }) => alerts)).toEqual([55, 55]);
  expect(many.map(({ statements }) => statements)).toEqual(few.map(({ statements }) => statements));
});
