import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay, seven } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
afterEach(() => app.stop());

const selection =
  'visitor { id name cameAt firstTime invitedBy { person { givenName } } meeting { heldOn } viewerCan { recordVisit } }';
const invite = (actor: { token: string }, meetingId: string, contactId: string) =>
  app.act(actor, 'inviteVisitor', { meetingId, contactId }, selection);
const came = (actor: { token: string }, visitorId: string) =>
  app.at(seven, () => app.act(actor, 'recordVisit', { visitorId }, selection));
const invited = async (actor: CastMember, meetingId: string, name = 'Carl Baert') =>
  (await invite(actor, meetingId, await meetings.contact(actor, name))).visitor.id;
const visitors = async (actor: { token: string }, id: string, first = 20) =>
  (
    await app.query(
      actor,
      `query ($id: UUID!, $first: Int!) {
        meeting(id: $id) {
          visitors(first: $first) { totalCount nodes { name cameAt firstTime invitedBy { person { givenName } } } }
        }
      }`,
      { id, first },
    )
  ).meeting.visitors;

test('a member invites his contact, and the club sees the name and who invited him', async () => {
  const meetingId = await meetings.planned();
  const { visitor, errors } = await invite(world.bram, meetingId, await meetings.contact(world.bram, 'Carl Baert'));
  expect(errors).toEqual([]);
  expect(visitor).toMatchObject({
    name: 'Carl Baert',
    cameAt: null,
    firstTime: true,
    invitedBy: { person: { givenName: 'Bram' } },
    meeting: { heldOn: '2026-03-05' },
    viewerCan: { recordVisit: false },
  });
  expect(await visitors(world.sara, meetingId)).toMatchObject({ totalCount: 1, nodes: [{ name: 'Carl Baert' }] });
  expect(await visitors(world.ada, meetingId)).toBeNull();
});

test('a contact is invited once to a meeting, and only by whose contact he is', async () => {
  const meetingId = await meetings.planned();
  const contactId = await meetings.contact(world.bram, 'Carl Baert');
  await invite(world.bram, meetingId, contactId);
  expect((await invite(world.bram, meetingId, contactId)).errors).toMatchObject([
    { code: 'ALREADY_INVITED', field: ['input', 'contactId'] },
  ]);
  for (const id of [contactId, newId()]) {
    expect((await invite(world.sara, meetingId, id)).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'contactId'] },
    ]);
  }
});

test('members invite to meetings of their own clubs', async () => {
  const meetingId = await meetings.planned();
  for (const actor of [world.ulf, world.dirk]) {
    expect((await invite(actor, meetingId, await meetings.contact(actor, 'Carl'))).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'meetingId'] },
    ]);
  }
  const contactId = await meetings.contact(world.ada, 'Carl');
  const answer = await app.attempt(world.ada, 'inviteVisitor', { meetingId, contactId }, selection);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a fellow member is no visitor; a member of another club can be one', async () => {
  const meetingId = await meetings.planned();
  const fellow = await meetings.contact(world.bram, 'Sara', { personId: world.sara.personId });
  expect((await invite(world.bram, meetingId, fellow)).errors).toMatchObject([
    { code: 'ALREADY_A_MEMBER', field: ['input', 'contactId'] },
  ]);
  const other = await meetings.contact(world.bram, 'Ulf', { personId: world.ulf.personId });
  expect((await invite(world.bram, meetingId, other)).errors).toEqual([]);
});

test('nobody is invited to a meeting that is over or cancelled', async () => {
  const closed = await meetings.closed();
  const cancelled = await meetings.planned('2026-03-12T07:00:00+01:00');
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Snow' });
  for (const meetingId of [closed, cancelled]) {
    expect((await invite(world.bram, meetingId, await meetings.contact(world.bram, 'Carl'))).errors).toMatchObject([
      { code: 'MEETING_NOT_OPEN', field: ['input', 'meetingId'] },
    ]);
  }
});

test('that a visitor came is recorded by the inviter or the board, once the meeting is open', async () => {
  const meetingId = await meetings.planned();
  const [carl, dora] = [await invited(world.bram, meetingId), await invited(world.bram, meetingId, 'Dora')];
  expect((await came(world.bram, carl)).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'visitorId'] },
  ]);
  await meetings.act(world.pia, 'openMeeting', { meetingId });
  expect((await came(world.bram, carl)).visitor).toMatchObject({ cameAt: '2026-03-05T06:00:00.000Z' });
  expect((await came(world.vik, dora)).errors).toEqual([]);
  const answer = await app.attempt(world.sara, 'recordVisit', { visitorId: carl }, selection);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  for (const actor of [world.tess, world.dirk, world.ada]) {
    expect((await came(actor, carl)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'visitorId'] }]);
  }
});

test('that he came keeps its first moment, and is not recorded once the meeting is closed', async () => {
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  const [carl, dora] = [await invited(world.bram, meetingId), await invited(world.bram, meetingId, 'Dora')];
  expect((await came(world.pia, carl)).visitor.cameAt).toBe('2026-03-05T06:00:00.000Z');
  const again = await app.act(world.bram, 'recordVisit', { visitorId: carl }, 'visitor { cameAt }');
  expect(again.visitor.cameAt).toBe('2026-03-05T06:00:00.000Z');
  await app.database.query(`UPDATE meetings SET state = 'closed', closed_at = now() WHERE id = $1`, [meetingId]);
  expect((await came(world.pia, dora)).errors).toMatchObject([
    { code: 'MEETING_NOT_OPEN', field: ['input', 'visitorId'] },
  ]);
});

test('a visitor is there for the first time until the same human came to an earlier meeting of the club', async () => {
  const carl = await meetings.contact(world.bram, 'Carl Baert', { email: 'carl@client.example' });
  const sameCarl = await meetings.contact(world.sara, 'C. Baert', { email: 'Carl@client.example' });
  const first = await meetings.opened();
  const missed = (await invite(world.bram, first, carl)).visitor.id;
  const second = await meetings.opened('2026-03-12T07:00:00+01:00');
  const third = await meetings.planned('2026-03-19T07:00:00+01:00');
  await invited(world.bram, second, 'Dora');
  expect((await invite(world.bram, second, carl)).visitor.firstTime).toBe(true);
  expect((await invite(world.sara, third, sameCarl)).visitor.firstTime).toBe(true);
  await came(world.bram, missed);
  const firstTimes = async (id: string) =>
    (await visitors(world.pia, id)).nodes.map((node: { firstTime: boolean }) => node.firstTime);
  expect(await firstTimes(first)).toEqual([true]);
  expect(await firstTimes(second)).toEqual([true, false]);
  expect(await firstTimes(third)).toEqual([false]);
});

test('five visitors cost as many statements as one', async () => {
  const meetingId = await meetings.planned();
  for (const name of ['Aldo', 'Bart', 'Carl', 'Dora', 'Emma']) await invited(world.bram, meetingId, name);
  const count = (first: number) => app.countQueries(() => visitors(world.sara, meetingId, first));
  expect(await count(5)).toBe(await count(1));
});
