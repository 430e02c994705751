import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { ClubRulesAtWork } from './club-rules-at-work.js';

let app: TestApp;
let world: World;
let club: ClubRulesAtWork;
let alertId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  club = new ClubRulesAtWork(app, world);
  alertId = await alertAbout(world.sara);
});
afterAll(() => app.stop());

const absences = { '2026-02-05': 'ABSENT', '2026-02-19': 'ABSENT', '2026-03-05': 'ABSENT' };
/** @returns the id of an alert about the third absence of the member, by default on the fifth of March */
async function alertAbout(member: CastMember, letters: Record<string, string> = absences): Promise<string> {
  await club.thursdays(member, letters);
  return (await club.alerts(world.pia)).nodes[0].id;
}
async function visitAlert(): Promise<string> {
  await club.rules('2026-01-02', { visitor_visit_cap: 1 });
  const carl = await club.contact(world.bram, 'Carl Baert');
  for (const day of ['2026-03-12', '2026-03-19']) {
    const startsAt = `${day}T07:00:00+01:00`;
    const meetingId = await club.opened(startsAt);
    await club.visit(meetingId, carl);
    await club.close(meetingId, startsAt);
  }
  const { nodes } = await club.alerts(world.pia);
  return nodes.find(({ rule }: { rule: string }) => rule === 'VISITS').id;
}
const officer = async (name: string) => {
  const holder = await world.member('Hugo', 'Nys', world.ghentId, `Baker, ${name}`, '2026-03-06');
  await world.office(holder, world.ghentId, name);
  return holder;
};
const seat = (actor: { token: string }, instant: string) =>
  app.at(instant, async () => {
    const query = `query ($id: UUID!) { membership(id: $id) { probationUntil leftOn offices { nodes { endsOn } } } }`;
    return (await app.query(actor, query, { id: world.sara.membershipId })).membership;
  });
const [warn, excuse] = [{ decision: 'WARN' }, { decision: 'EXCUSE' }];
const probation = (probationUntil: string | null) => ({ decision: 'START_PROBATION', probationUntil });
const opening = (seatOpensOn: string | null) => ({ decision: 'OPEN_SEAT', seatOpensOn });

test('a decision about an alert says what, by whom and why', async () => {
  const { alert, errors } = await club.decide(world.vik, alertId, warn);
  expect(errors).toEqual([]);
  expect(alert).toMatchObject({
    id: alertId,
    decision: {
      ...{ decision: 'WARN', note: 'We spoke.', probationUntil: null, seatOpensOn: null },
      ...{ decidedBy: { givenName: 'Vik' }, decidedAt: '2026-03-06T08:00:00.000Z' },
    },
  });
  expect((await club.ownAlerts(world.sara)).nodes).toMatchObject([{ decision: { note: 'We spoke.' } }]);
});

test('excused evidence no longer counts, until another decision stands', async () => {
  await club.decide(world.pia, alertId, excuse);
  await club.thursdays(world.sara, { '2026-03-12': 'ABSENT' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 1 });
  await club.decide(world.pia, alertId, warn, '2026-03-13T09:00:00+01:00');
  await club.thursdays(world.sara, { '2026-03-19': 'ABSENT' });
  expect((await club.alerts(world.pia)).nodes).toMatchObject([{ measured: '5' }, { id: alertId }]);
});

test('excused visits no longer count', async () => {
  await club.decide(world.pia, await visitAlert(), excuse, '2026-03-20T09:00:00+01:00');
  const startsAt = '2026-03-26T07:00:00+01:00';
  const meetingId = await club.opened(startsAt);
  const [carl] = await app.database.query(`SELECT id FROM contacts WHERE owner_id = $1`, [world.bram.personId]);
  await club.visit(meetingId, carl.id);
  await club.close(meetingId, startsAt);
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 2 });
});

test('a probation is seen by the board and by himself, through its last day', async () => {
  expect((await club.decide(world.pia, alertId, probation('2026-06-06'))).errors).toEqual([]);
  const until = async (actor: { token: string }, instant: string) => (await seat(actor, instant)).probationUntil;
  const lastHour = '2026-06-06T23:59:00+02:00';
  for (const actor of [world.vik, world.sara]) expect(await until(actor, lastHour)).toBe('2026-06-06');
  for (const actor of [world.bram, world.ada, world.dirk, world.tess]) expect(await until(actor, lastHour)).toBeNull();
  expect(await until(world.vik, '2026-06-07T00:00:00+02:00')).toBeNull();
});

test('a probation is over once another decision stands', async () => {
  await club.decide(world.pia, alertId, probation('2026-06-06'));
  await club.decide(world.vik, alertId, warn, '2026-03-07T09:00:00+01:00');
  expect(await seat(world.pia, '2026-03-08T09:00:00+01:00')).toMatchObject({ probationUntil: null });
});

test('to open a seat ends it and its offices, as ending a membership does', async () => {
  await world.office(world.sara, world.ghentId, 'education');
  const { alert, errors } = await club.decide(world.pia, alertId, opening('2026-03-31'));
  expect(errors).toEqual([]);
  expect(alert.decision).toMatchObject({ decision: 'OPEN_SEAT', seatOpensOn: '2026-03-31' });
  expect(await seat(world.pia, '2026-03-06T10:00:00Z')).toMatchObject({
    leftOn: '2026-03-31',
    offices: { nodes: [{ endsOn: '2026-03-31' }] },
  });
  const verbs: { verb: string }[] = await app.database.query(
    `SELECT verb FROM activities WHERE actor_id = $1 AND happened_at = '2026-03-06T08:00:00Z' ORDER BY verb`,
    [world.pia.personId],
  );
  expect(verbs.map(({ verb }) => verb)).toEqual(['alert.decided', 'membership.ended', 'office.ended']);
  expect((await club.decide(world.pia, alertId, opening('2026-03-30'))).errors).toMatchObject([
    { code: 'ALREADY_LEFT', field: ['input', 'alertId'] },
  ]);
});

test('who left the club still sees the alerts about himself, and the meetings of the club no longer', async () => {
  await club.decide(world.pia, alertId, opening('2026-03-06'));
  const { nodes } = await app.at('2026-03-07T09:00:00Z', () => club.ownAlerts(world.sara));
  expect(nodes).toMatchObject([{ id: alertId, meeting: null, decision: { decision: 'OPEN_SEAT' } }]);
  expect(nodes[0].evidence.nodes).toMatchObject(
    Object.keys(absences).map((day) => ({ day, letter: 'ABSENT', meeting: null })),
  );
});

test('about a visitor one warns or excuses: he has no seat', async () => {
  const id = await visitAlert();
  for (const decision of [probation('2026-06-06'), opening('2026-06-06')]) {
    expect((await club.decide(world.pia, id, decision)).errors).toMatchObject([
      { code: 'DECISION_DOES_NOT_FIT', field: ['input', 'decision'] },
    ]);
  }
  expect((await club.decide(world.pia, id, warn)).errors).toEqual([]);
});

test.each([
  ['a probation without an end', () => probation(null), 'INVALID', 'probationUntil'],
  ['an end without a probation', () => ({ ...warn, probationUntil: '2026-06-06' }), 'INVALID', 'probationUntil'],
  ['a probation that ends today', () => probation('2026-03-06'), 'DATE_OUT_OF_RANGE', 'probationUntil'],
  ['a probation of more than a year', () => probation('2027-03-08'), 'DATE_OUT_OF_RANGE', 'probationUntil'],
  ['a seat that opens on no day', () => opening(null), 'INVALID', 'seatOpensOn'],
  ['a day without a seat that opens', () => ({ ...excuse, seatOpensOn: '2026-06-06' }), 'INVALID', 'seatOpensOn'],
  ['a seat that opened yesterday', () => opening('2026-03-05'), 'DATE_OUT_OF_RANGE', 'seatOpensOn'],
  ['a seat that opens in more than a year', () => opening('2027-03-07'), 'DATE_OUT_OF_RANGE', 'seatOpensOn'],
  ['no note', () => ({ ...warn, note: ' ' }), 'INVALID', 'note'],
  ['too long a note', () => ({ ...warn, note: 'x'.repeat(1001) }), 'INVALID', 'note'],
])('%s is refused', async (_, input, code, field) => {
  expect((await club.decide(world.pia, alertId, input())).errors).toMatchObject([{ code, field: ['input', field] }]);
  expect(await club.alerts(world.pia, { undecided: true })).toMatchObject({ totalCount: 1 });
  expect(await seat(world.pia, '2026-03-06T10:00:00Z')).toMatchObject({ leftOn: null });
});

test('nobody decides about himself, be he president', async () => {
  const own = await alertAbout(world.pia, { '2026-03-12': 'ABSENT', '2026-03-19': 'ABSENT', '2026-03-26': 'ABSENT' });
  expect((await club.alerts(world.vik)).nodes[0]).toMatchObject({ viewerCan: { decide: true, decideOnSeat: true } });
  expect((await club.alerts(world.pia)).nodes[0]).toMatchObject({ viewerCan: { decide: false, decideOnSeat: false } });
  expect((await club.decide(world.pia, own, warn)).errors).toMatchObject([
    { code: 'OWN_ALERT', field: ['input', 'alertId'] },
  ]);
  expect((await club.decide(world.vik, own, warn)).errors).toEqual([]);
});

test('president, vice-president and membership committee decide; who sees it without is not allowed, and others see none', async () => {
  const [committee, host] = [await officer('membership_committee'), await officer('visitor_host')];
  for (const actor of [host, world.sara]) {
    const answer = await app.attempt(actor, 'decideAlert', { alertId, note: 'No', ...warn }, 'alert { id }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  for (const actor of [world.bram, world.ada, world.dirk, world.tess, world.otto]) {
    expect((await club.decide(actor, alertId, warn)).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'alertId'] },
    ]);
  }
  expect((await club.decide(world.pia, newId(), warn)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await club.decide(committee, alertId, warn)).errors).toEqual([]);
});

const decisions = async () =>
  (
    await app.query(
      world.sara,
      '{ viewer { alerts { nodes { decision { decision } decisions(first: 5) { totalCount nodes { decision note } } } } } }',
    )
  ).viewer.alerts.nodes[0];

test('the latest decision stands, and all are kept', async () => {
  await club.decide(world.pia, alertId, { ...warn, note: 'First' });
  await club.decide(world.vik, alertId, { ...excuse, note: 'Second' }, '2026-03-07T09:00:00+01:00');
  expect(await decisions()).toEqual({
    decision: { decision: 'EXCUSE' },
    decisions: {
      totalCount: 2,
      nodes: [
        { decision: 'EXCUSE', note: 'Second' },
        { decision: 'WARN', note: 'First' },
      ],
    },
  });
});

test('of two who open the seat at once one does; of two who warn both are kept', async () => {
  const both = (input: object) =>
    app.at('2026-03-06T09:00:00+01:00', () =>
      Promise.all(
        [world.pia, world.vik].map((actor) =>
          app.act(actor, 'decideAlert', { alertId, note: 'We spoke.', ...input }, 'alert { id }'),
        ),
      ),
    );
  expect((await both(warn)).flatMap(({ errors }) => errors)).toEqual([]);
  expect(await decisions()).toMatchObject({ decisions: { totalCount: 2 } });
  expect((await both(opening('2026-03-31'))).flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ALREADY_LEFT' }]);
  expect(await decisions()).toMatchObject({ decision: { decision: 'OPEN_SEAT' }, decisions: { totalCount: 3 } });
});

test('the same act sent again is one decision, and its record holds no words', async () => {
  const input = { ...probation('2026-06-06'), idempotencyKey: randomUUID() };
  await club.decide(world.pia, alertId, input);
  expect((await club.decide(world.pia, alertId, input)).errors).toEqual([]);
  expect(await decisions()).toMatchObject({ decisions: { totalCount: 1 } });
  const activities = await app.database.query(
    `SELECT club_id, details FROM activities WHERE verb = 'alert.decided' AND subject_id = $1`,
    [alertId],
  );
  const details = { decision: 'start_probation', probationUntil: '2026-06-06', seatOpensOn: null };
  expect(activities).toEqual([{ club_id: world.ghentId, details: { ...details, decisionId: expect.any(String) } }]);
});

test.each(['alerts', 'alert_evidence', 'alert_decisions'])('the database keeps %s as they are', async (table) => {
  await club.decide(world.pia, alertId, warn);
  await expect(app.database.query(`UPDATE ${table} SET id = id`)).rejects.toThrow(/never changed/);
  await expect(app.database.query(`DELETE FROM ${table}`)).rejects.toThrow(/never changed/);
});
