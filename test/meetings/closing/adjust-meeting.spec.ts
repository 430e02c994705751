import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { day, MeetingDay } from '../meeting-day.js';
import { afternoon, ClosedMeeting, letterOf, reason } from './closed-meeting.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;
let closed: ClosedMeeting;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  meetingId = await meetings.closed();
  closed = new ClosedMeeting(app, { world, meetings, meetingId });
});
afterAll(() => app.stop());

const adjust = (actor: { token: string }, input: object) => closed.adjust(actor, input);
const entries = (actor: { token: string }, first = 20) => closed.entries(actor, first);
const current = (member: CastMember) => closed.current(member);
const visitor = (name: string, came: boolean, meeting = meetingId) => closed.visitor(name, came, meeting);

test('an adjusting entry says what was corrected, by whom and why, and the letter is as it says', async () => {
  const { meeting, errors } = await adjust(world.vik, { letters: [letterOf(world.sara, 'SUBSTITUTE', 'Wim Roels')] });
  expect(errors).toEqual([]);
  expect(meeting).toEqual({ id: meetingId, state: 'CLOSED' });
  expect(await entries(world.cleo)).toEqual({
    totalCount: 1,
    nodes: [
      {
        membership: { person: { givenName: 'Sara' } },
        ...{ letterBefore: 'PRESENT', letterAfter: 'SUBSTITUTE', substituteBefore: null, substituteAfter: 'Wim Roels' },
        ...{ visitor: null, cameBefore: null, cameAfter: null },
        ...{ reason, adjustedBy: { givenName: 'Vik' }, adjustedAt: '2026-03-05T14:00:00.000Z' },
      },
    ],
  });
  expect(await current(world.sara)).toEqual({ letter: 'substitute', name: 'Wim Roels', by: world.vik.personId });
  const counts = await app.query(
    world.sara,
    `query ($id: UUID!) {
      membership(id: $id) { attendance(from: "2026-03-01", to: "2026-03-31") { present substitute countableWeeks } }
    }`,
    { id: world.sara.membershipId },
  );
  expect(counts.membership.attendance).toEqual({ present: 0, substitute: 1, countableWeeks: 1 });
});

test('only what differs is an entry, be it but the name of a substitute', async () => {
  await adjust(world.pia, { letters: [letterOf(world.sara, 'SUBSTITUTE', 'Wim')] });
  const { errors } = await adjust(world.pia, {
    letters: [letterOf(world.sara, 'SUBSTITUTE', 'Wim Roels'), letterOf(world.bram, 'PRESENT')],
  });
  expect(errors).toEqual([]);
  expect(await entries(world.pia)).toMatchObject({
    totalCount: 2,
    nodes: [
      { letterBefore: 'SUBSTITUTE', letterAfter: 'SUBSTITUTE', substituteBefore: 'Wim', substituteAfter: 'Wim Roels' },
      { letterBefore: 'PRESENT', letterAfter: 'SUBSTITUTE', substituteBefore: null, substituteAfter: 'Wim' },
    ],
  });
});

test('who was given a seat of that day afterwards gets his letter so', async () => {
  const nina = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', day);
  expect((await adjust(world.pia, { letters: [letterOf(nina, 'LATE')] })).errors).toEqual([]);
  expect((await entries(world.pia)).nodes).toMatchObject([{ letterBefore: null, letterAfter: 'LATE' }]);
});

test('what is recorded so already is nothing to adjust', async () => {
  const carl = await visitor('Carl', true);
  const same = { letters: [letterOf(world.sara, 'PRESENT')], visits: [{ visitorId: carl, came: true }] };
  for (const input of [{}, same]) {
    expect((await adjust(world.pia, input)).errors).toMatchObject([{ code: 'NOTHING_TO_ADJUST', field: null }]);
  }
  expect(await entries(world.pia)).toMatchObject({ totalCount: 0 });
});

test('only a closed meeting is adjusted', async () => {
  const letters = [letterOf(world.sara, 'ABSENT')];
  const cancelled = await meetings.planned(meetings.nextThursday());
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Snow' });
  for (const id of [
    await meetings.planned(meetings.nextThursday()),
    await meetings.opened(meetings.nextThursday()),
    cancelled,
  ]) {
    expect((await adjust(world.pia, { meetingId: id, letters })).errors).toMatchObject([
      { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
    ]);
  }
});

test('letters are of seats held that day, visits of visitors of the meeting; else nothing is adjusted at all', async () => {
  const late = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-03-06');
  for (const { membershipId } of [late, world.tess, { membershipId: newId() }]) {
    const letters = [letterOf(world.sara, 'ABSENT'), letterOf({ membershipId }, 'ABSENT')];
    expect((await adjust(world.pia, { letters })).errors).toMatchObject([
      { code: 'NOT_A_MEMBER', field: ['input', 'letters', '1', 'membershipId'] },
    ]);
  }
  const elsewhere = await visitor('Emma', true, await meetings.opened(meetings.nextThursday()));
  for (const visitorId of [elsewhere, newId()]) {
    const visits = [
      { visitorId: await visitor(`Carl ${visitorId}`, true), came: false },
      { visitorId, came: false },
    ];
    expect((await adjust(world.pia, { letters: [letterOf(world.sara, 'ABSENT')], visits })).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'visits', '1', 'visitorId'] },
    ]);
  }
  expect(await entries(world.pia)).toMatchObject({ totalCount: 0 });
  expect(await current(world.sara)).toMatchObject({ letter: 'present' });
});

test('only a substitute is named', async () => {
  expect((await adjust(world.pia, { letters: [letterOf(world.sara, 'LATE', 'Wim')] })).errors).toMatchObject([
    { code: 'INVALID', field: ['input', 'letters'] },
  ]);
});

const twice = <T>(one: T) => [one, one];
test.each([
  ['without a reason', () => ({ reason: ' ' }), 'reason'],
  ['with too long a reason', () => ({ reason: 'x'.repeat(501) }), 'reason'],
  ['with two letters of one member', () => ({ letters: twice(letterOf(world.sara, 'LATE')) }), 'letters'],
  [
    'with more than two hundred letters',
    () => ({ letters: Array.from({ length: 201 }, () => letterOf({ membershipId: newId() }, 'LATE')) }),
    'letters',
  ],
  ['with two visits of one visitor', () => ({ visits: twice({ visitorId: world.networkId, came: true }) }), 'visits'],
  [
    'with more than a hundred visits',
    () => ({ visits: Array.from({ length: 101 }, () => ({ visitorId: newId(), came: true })) }),
    'visits',
  ],
])('an adjustment %s is refused', async (_, input, field) => {
  expect((await adjust(world.pia, input())).errors).toMatchObject([{ code: 'INVALID', field: ['input', field] }]);
});

test('president, vice-president and secretary-treasurer adjust; others do not, and for strangers there is no meeting', async () => {
  const [host, treasurer] = [
    await world.member('Hugo', 'Nys', world.ghentId, 'Baker'),
    await world.member('Toon', 'Nys', world.ghentId, 'Tailor'),
  ];
  await world.office(host, world.ghentId, 'visitor_host');
  await world.office(treasurer, world.ghentId, 'secretary_treasurer');
  const input = { meetingId, reason, letters: [letterOf(world.sara, 'LATE')] };
  for (const actor of [world.sara, host, world.ada]) {
    const answer = await app.attempt(actor, 'adjustMeeting', input, 'meeting { id }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  for (const actor of [world.tess, world.dirk, world.otto]) {
    expect((await adjust(actor, input)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'meetingId'] }]);
  }
  expect((await adjust(treasurer, input)).errors).toEqual([]);
  const can = async (actor: { token: string }) =>
    (await app.query(actor, 'query ($id: UUID!) { meeting(id: $id) { viewerCan { adjust } } }', { id: meetingId }))
      .meeting.viewerCan.adjust;
  expect(await Promise.all([treasurer, world.vik, host, world.ada].map(can))).toEqual([true, true, false, false]);
});

test('adjusting entries are for the members of the club', async () => {
  await adjust(world.pia, { letters: [letterOf(world.sara, 'LATE')] });
  expect(await entries(world.bram)).toMatchObject({ totalCount: 1 });
  expect(await entries(world.ada)).toBeNull();
});

test('the same act sent again is one adjustment', async () => {
  const input = { idempotencyKey: randomUUID(), letters: [letterOf(world.sara, 'LATE')] };
  const answers = [await adjust(world.pia, input), await adjust(world.pia, input)];
  expect(answers[1]).toEqual(answers[0]);
  expect(await entries(world.pia)).toMatchObject({ totalCount: 1 });
});

test('of two officers who adjust one letter at once, each finds what the other left', async () => {
  await app.at(afternoon, () =>
    Promise.all(
      [world.pia, world.vik].map((actor, place) =>
        app.act(
          actor,
          'adjustMeeting',
          { meetingId, reason, letters: [letterOf(world.sara, place ? 'LATE' : 'ABSENT')] },
          'meeting { id }',
        ),
      ),
    ),
  );
  const nodes: { letterBefore: string; letterAfter: string }[] = (await entries(world.pia)).nodes;
  const first = nodes.find(({ letterBefore }) => letterBefore === 'PRESENT');
  const second = nodes.find(({ letterBefore }) => letterBefore !== 'PRESENT');
  expect(nodes).toHaveLength(2);
  expect(second?.letterBefore).toBe(first?.letterAfter);
  expect((await current(world.sara)).letter).toBe(second?.letterAfter.toLowerCase());
});

test('an adjustment is recorded with what it changed and without its words', async () => {
  const carl = await visitor('Carl', true);
  await adjust(world.pia, {
    letters: [letterOf(world.sara, 'SUBSTITUTE', 'Wim')],
    visits: [{ visitorId: carl, came: false }],
  });
  const activities = await app.database.query(
    `SELECT actor_id, club_id, details FROM activities WHERE verb = 'meeting.adjusted' AND subject_id = $1`,
    [meetingId],
  );
  expect(activities).toEqual([
    {
      ...{ actor_id: world.pia.personId, club_id: world.ghentId },
      details: {
        changes: [{ membershipId: world.sara.membershipId, before: 'present', after: 'substitute' }],
        visits: [{ visitorId: carl, before: true, after: false }],
      },
    },
  ]);
});

describe('the database', () => {
  test.each([
    [
      'changes no letter of a closed meeting',
      `UPDATE attendances SET letter = 'absent' WHERE meeting_id = $1 AND letter = 'late'`,
    ],
    ['deletes none', `DELETE FROM attendances WHERE meeting_id = $1 AND letter = 'late'`],
    [
      'adds none',
      `INSERT INTO attendances (id, meeting_id, club_id, membership_id, letter, recorded_by_id, recorded_at)
       SELECT gen_random_uuid(), $1, club_id, id, 'absent', person_id, now() FROM memberships
       WHERE club_id = (SELECT club_id FROM meetings WHERE id = $1) AND id NOT IN (SELECT membership_id FROM attendances)`,
    ],
  ])('%s without an adjusting entry of the same transaction', async (_, statement) => {
    await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', day);
    // The entry for the letter is of an earlier transaction: it vouches for nothing any more.
    await adjust(world.pia, { letters: [letterOf(world.sara, 'LATE')] });
    await expect(app.database.query(statement, [meetingId])).rejects.toThrow(/adjusting entry/);
  });

  test('keeps adjusting entries as they are', async () => {
    await adjust(world.pia, { letters: [letterOf(world.sara, 'LATE')] });
    await expect(app.database.query(`UPDATE meeting_adjustments SET reason = 'x'`)).rejects.toThrow(/never changed/);
  });
});

test('five letters and visits cost as many statements as one, to adjust and to list', async () => {
  const all = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  const visitorIds = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => visitor(name, false)));
  const write = (count: number, letter: string, came: boolean) =>
    app.countQueries(() =>
      adjust(world.pia, {
        letters: all.slice(0, count).map((member) => letterOf(member, letter)),
        visits: visitorIds.slice(0, count).map((visitorId) => ({ visitorId, came })),
      }),
    );
  const one = await write(1, 'MEDICAL', true);
  await write(1, 'PRESENT', false);
  expect(await write(5, 'MEDICAL', true)).toBe(one);
  const list = (first: number) => app.countQueries(() => entries(world.sara, first));
  expect(await list(5)).toBe(await list(1));
});
