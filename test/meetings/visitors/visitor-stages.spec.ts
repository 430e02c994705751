import { randomUUID } from 'node:crypto';
import { code, refused } from '../../support/circle.js';
import { expectMissing } from '../../support/missing.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay, seven } from '../meeting-day.js';
import { fields, Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let guests: Guests;
let hugo: CastMember;
let meetingId: string;
let carl: string;

const eight = '2026-03-05T08:00:00+01:00';
const acts = [
  'confirmVisitor',
  'recordVisit',
  'recordVisitorAbsence',
  'recordVisitorFollowUp',
  'recordVisitorApplication',
];

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  guests = new Guests(app, meetings);
  hugo = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(hugo, world.ghentId, 'visitor_host');
  meetingId = await meetings.planned();
  carl = await guests.invited(world.bram, meetingId);
});
afterAll(() => app.stop());

const open = () => meetings.act(world.pia, 'openMeeting', { meetingId });
const setState = (state: string) =>
  app.database.query(
    `UPDATE meetings SET state = $2::text::meeting_state, opened_at = $3, closed_at = CASE WHEN $2 = 'closed' THEN $3::timestamptz END,
       cancelled_at = CASE WHEN $2 = 'cancelled' THEN $3::timestamptz END,
       cancellation_reason = CASE WHEN $2 = 'cancelled' THEN 'Snow' END
     WHERE id = $1`,
    [meetingId, state, seven],
  );
const activities = (visitorId: string) =>
  app.database.query(
    `SELECT verb, actor_id AS "actorId", club_id AS "clubId", details FROM activities
     WHERE subject_id = $1 ORDER BY id`,
    [visitorId],
  );

test('a visitor goes from invitation to application, and each step is dated', async () => {
  const dates = { confirmedAt: null, cameAt: null, didNotComeAt: null, followedUpAt: null, appliedAt: null };
  expect((await guests.of(world.sara, meetingId))[0]).toMatchObject({ stage: 'INVITED', ...dates });
  const confirmed = { ...dates, confirmedAt: '2026-03-04T09:00:00.000Z' };
  expect((await guests.act(world.bram, 'confirmVisitor', carl, '2026-03-04T09:00:00Z')).visitor).toMatchObject({
    stage: 'CONFIRMED',
    ...confirmed,
  });
  await open();
  const came = { ...confirmed, cameAt: '2026-03-05T06:00:00.000Z' };
  expect((await guests.act(hugo, 'recordVisit', carl)).visitor).toMatchObject({ stage: 'CAME', ...came });
  const followedUp = { ...came, followedUpAt: '2026-03-06T09:00:00.000Z', followedUpBy: { givenName: 'Hugo' } };
  expect((await guests.act(hugo, 'recordVisitorFollowUp', carl, '2026-03-06T09:00:00Z')).visitor).toMatchObject({
    stage: 'FOLLOWED_UP',
    ...followedUp,
  });
  const applied = await guests.act(world.bram, 'recordVisitorApplication', carl, '2026-03-10T09:00:00Z');
  expect(applied.visitor).toMatchObject({ stage: 'APPLIED', ...followedUp, appliedAt: '2026-03-10T09:00:00.000Z' });
  const details = { meetingId, invitedById: world.bram.personId, contactId: expect.any(String) };
  expect(await activities(carl)).toEqual(
    ['invited', 'confirmed', 'came', 'followed_up', 'applied'].map((step) => ({
      verb: `visitor.${step}`,
      actorId: ['came', 'followed_up'].includes(step) ? hugo.personId : world.bram.personId,
      clubId: world.ghentId,
      details,
    })),
  );
});

test('nobody has to confirm, and who applies on the spot needs no follow-up', async () => {
  await open();
  expect((await guests.act(world.pia, 'recordVisit', carl)).visitor.stage).toBe('CAME');
  const { visitor } = await guests.act(world.pia, 'recordVisitorApplication', carl);
  expect(visitor).toMatchObject({ stage: 'APPLIED', confirmedAt: null, followedUpAt: null, followedUpBy: null });
  expect(refused(await guests.act(world.pia, 'recordVisitorFollowUp', carl))).toEqual([
    'STAGE_NOT_REACHABLE visitorId',
  ]);
});

test('who came late was there after all, and a name that was ticked by mistake is set right, while it is open', async () => {
  await open();
  expect((await guests.act(hugo, 'recordVisitorAbsence', carl)).visitor).toMatchObject({
    stage: 'DID_NOT_COME',
    didNotComeAt: '2026-03-05T06:00:00.000Z',
  });
  expect((await guests.act(hugo, 'recordVisit', carl, eight)).visitor).toMatchObject({
    stage: 'CAME',
    cameAt: '2026-03-05T07:00:00.000Z',
    didNotComeAt: null,
  });
  expect((await guests.act(hugo, 'recordVisitorAbsence', carl, eight)).visitor).toMatchObject({
    stage: 'DID_NOT_COME',
    cameAt: null,
  });
  expect((await activities(carl)).map(({ verb }: { verb: string }) => verb)).toEqual([
    'visitor.invited',
    'visitor.did_not_come',
    'visitor.came',
    'visitor.did_not_come',
  ]);
});

test('what two record is recorded once, with its first moment and who did it', async () => {
  await open();
  await guests.act(world.pia, 'recordVisit', carl);
  await guests.act(hugo, 'recordVisitorFollowUp', carl);
  for (const act of ['recordVisit', 'recordVisitorFollowUp']) {
    const again = await guests.act(world.vik, act, carl, eight);
    expect(again).toMatchObject({
      errors: [],
      visitor: {
        cameAt: '2026-03-05T06:00:00.000Z',
        followedUpAt: '2026-03-05T06:00:00.000Z',
        followedUpBy: { givenName: 'Hugo' },
      },
    });
  }
  expect(await activities(carl)).toHaveLength(3);
});

test('only who came is followed up or applies', async () => {
  await open();
  for (const prepare of [() => undefined, () => guests.act(world.pia, 'recordVisitorAbsence', carl)]) {
    await prepare();
    for (const act of ['recordVisitorFollowUp', 'recordVisitorApplication']) {
      expect(refused(await guests.act(world.pia, act, carl))).toEqual(['VISITOR_DID_NOT_COME visitorId']);
    }
  }
});

test('who came does not confirm any more, and who was followed up or applied did come', async () => {
  await open();
  await guests.act(world.pia, 'recordVisit', carl);
  expect(refused(await guests.act(world.pia, 'confirmVisitor', carl))).toEqual(['STAGE_NOT_REACHABLE visitorId']);
  for (const act of ['recordVisitorFollowUp', 'recordVisitorApplication']) {
    await guests.act(world.pia, act, carl);
    const absence = await guests.act(world.pia, 'recordVisitorAbsence', carl);
    expect(refused(absence)).toEqual(['STAGE_NOT_REACHABLE visitorId']);
  }
});

test.each<[string, string[]]>([
  ['planned', ['confirmVisitor']],
  ['open', acts],
  ['closed', ['recordVisitorFollowUp', 'recordVisitorApplication']],
  ['cancelled', []],
])('in a meeting that is %s these are recorded: %j', async (state, possible) => {
  await setState(state);
  const impossible: string[] = [];
  for (const act of acts) {
    const errors = refused(await guests.act(world.pia, act, carl));
    if (errors.includes('MEETING_NOT_OPEN visitorId')) impossible.push(act);
  }
  expect(impossible).toEqual(acts.filter((act) => !possible.includes(act)));
});

test('after the meeting was closed, who came is still followed up and applies', async () => {
  await open();
  await guests.act(world.pia, 'recordVisit', carl);
  await setState('closed');
  expect(refused(await guests.act(world.bram, 'recordVisitorFollowUp', carl))).toEqual([]);
  expect(refused(await guests.act(world.vik, 'recordVisitorApplication', carl))).toEqual([]);
});

test('the board and whoever invited him record it; for who is not of the club there is no such visitor', async () => {
  await open();
  for (const act of acts) {
    const answer = await app.attempt(world.sara, act, { visitorId: carl }, 'visitor { id }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const actor of [world.tess, world.dirk, world.ada, world.otto]) {
      await expectMissing((id) => guests.act(actor, act, id), [carl], 'NOT_FOUND visitorId');
    }
    const anonymous = await app.attempt(null, act, { visitorId: carl }, 'visitor { id }');
    expect(anonymous.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
  expect(await activities(carl)).toHaveLength(1);
});

test('a visitor tells what the viewer may do with him now', async () => {
  const can = async (actor: CastMember) => {
    const [visitor] = await guests.of(actor, meetingId);
    return Object.keys(visitor.viewerCan).filter((act) => visitor.viewerCan[act]);
  };
  expect(await can(world.bram)).toEqual(['confirm']);
  expect(await can(world.sara)).toEqual([]);
  await open();
  expect(await can(hugo)).toEqual(['confirm', 'recordVisit', 'recordAbsence']);
  await guests.act(hugo, 'recordVisit', carl);
  expect(await can(hugo)).toEqual(['recordAbsence', 'recordFollowUp', 'recordApplication']);
  await setState('closed');
  expect(await can(world.bram)).toEqual(['recordFollowUp', 'recordApplication']);
  await guests.act(hugo, 'recordVisitorFollowUp', carl);
  expect(await can(world.bram)).toEqual(['recordApplication']);
  expect(await can(world.sara)).toEqual([]);
});

test('a repeated key records a step once', async () => {
  await open();
  const input = { visitorId: carl, idempotencyKey: randomUUID() };
  const record = () => app.act(hugo, 'recordVisit', input, `visitor { ${fields} }`);
  expect(await record()).toEqual(await record());
  expect(await activities(carl)).toHaveLength(2);
  expect(code(await app.act(hugo, 'recordVisitorAbsence', input, 'visitor { id }'))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('that he came and that he did not, recorded at once, end with one of the two', async () => {
  await open();
  const both = ['recordVisit', 'recordVisitorAbsence', 'recordVisit', 'recordVisitorAbsence'];
  const done = await Promise.all(both.map((act) => app.act(hugo, act, { visitorId: carl }, 'visitor { id }')));
  expect(done.flatMap(refused)).toEqual([]);
  const [visitor] = await guests.of(hugo, meetingId);
  expect([visitor.cameAt, visitor.didNotComeAt].filter((date) => date !== null)).toHaveLength(1);
});
