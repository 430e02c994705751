import { newId } from '../../../src/platform/id.js';
import { Circle } from '../../support/circle.js';
import { EventStream } from '../../support/event-stream.js';
import { MeetingStream } from '../../support/meeting-stream.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { day, MeetingDay } from '../meeting-day.js';
import { happen } from './happen.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
beforeEach(async () => {
  meetingId = await meetings.opened(meetings.nextThursday());
});
afterAll(() => app.stop());

const record = (membershipId: string, letter = 'PRESENT', officer = world.pia) =>
  meetings.record(officer, meetingId, [{ membershipId, letter }]);
const act = (verb: string, details: object = {}, subjectId = newId()) =>
  happen(app.database, {
    verb,
    clubId: world.ghentId,
    actorId: world.vik.personId,
    subjectId,
    details: { meetingId, ...details },
  });

test('a member is told each change as it happens: of what kind it is, who did it and whom it is about', async () => {
  const stream = await MeetingStream.open(app.url, world.sara, meetingId);
  await record(world.bram.membershipId, 'LATE');
  expect(await stream.until(() => true)).toEqual({
    sequence: 2,
    kind: 'MEETING_ATTENDANCE_RECORDED',
    actor: { id: world.pia.personId },
    membership: null,
    visitor: null,
    letters: [{ membership: { id: world.bram.membershipId }, before: null, after: 'LATE' }],
  });
  expect(stream.errors).toEqual([]);
  await stream.close();
});

test('the changes that are asked for come first, then those that happen', async () => {
  await record(world.sara.membershipId);
  await record(world.bram.membershipId);
  const [all, since, onlyNew] = await Promise.all([
    MeetingStream.open(app.url, world.cleo, meetingId, 0),
    MeetingStream.open(app.url, world.cleo, meetingId, 2),
    MeetingStream.open(app.url, world.cleo, meetingId),
  ]);
  await record(world.cleo.membershipId);
  for (const stream of [all, since, onlyNew]) await stream.until(({ sequence }) => sequence === 4);
  expect([all.sequences, since.sequences, onlyNew.sequences]).toEqual([[1, 2, 3, 4], [3, 4], [4]]);
  await Promise.all([all, since, onlyNew].map((stream) => stream.close()));
});

test('whoever asks for the state when the stream has begun has a hole in neither', async () => {
  const members = [world.pia, world.vik, world.sara, world.bram, world.cleo];
  const recording = Promise.all(members.map(({ membershipId }) => record(membershipId, 'LATE')));
  const stream = await MeetingStream.open(app.url, world.sara, meetingId);
  const query = 'query ($id: UUID!) { meeting(id: $id) { attendances { nodes { membership { id } } } } }';
  const { meeting } = await app.query(world.sara, query, { id: meetingId });
  await recording;
  const atFirst: string[] = meeting.attendances.nodes.map((node: { membership: { id: string } }) => node.membership.id);
  const known = () =>
    new Set([...atFirst, ...stream.events.flatMap(({ letters }) => letters.map((l) => l.membership.id))]);
  const last = members.length + 1;
  if (known().size < members.length) await stream.until(({ sequence }) => sequence === last);
  expect(known().size).toBe(members.length);
  await stream.close();
});

test('a change names the member it is about, and the visitor', async () => {
  const contactId = await meetings.contact(world.cleo, 'Gust');
  const { visitor } = await app.act(world.cleo, 'inviteVisitor', { meetingId, contactId }, 'visitor { id }');
  await app.act(world.cleo, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
  const membershipId = world.bram.membershipId;
  for (const verb of ['speaker.assigned', 'agenda.point_started', 'presentation.recorded', 'education.recorded']) {
    await act(verb, { membershipId });
  }
  const stream = await MeetingStream.open(app.url, world.sara, meetingId, 1);
  await stream.until(({ sequence }) => sequence === 7);
  expect(stream.events.map(({ kind, visitor, membership }) => [kind, visitor?.id ?? membership?.id])).toEqual([
    ['VISITOR_INVITED', visitor.id],
    ['VISITOR_CAME', visitor.id],
    ['SPEAKER_ASSIGNED', membershipId],
    ['AGENDA_POINT_STARTED', membershipId],
    ['PRESENTATION_RECORDED', membershipId],
    ['EDUCATION_RECORDED', membershipId],
  ]);
  await stream.close();
});

test('what is between two shows who spoke and nobody else', async () => {
  const circle = new Circle(app, world);
  const opened = await meetings.opened(`${day}T10:00:00+01:00`);
  const contactId = await circle.contact(world.bram, 'Carl');
  await app.at(`${day}T10:30:00+01:00`, async () => {
    const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
    const { deal } = await circle.sell(world.sara, { contactId }, { referralId: referral.id, closedOn: day });
    await app.act(
      world.sara,
      'thankForDeal',
      { dealId: deal.id, personId: world.bram.personId, message: 'Thanks' },
      'deal { id }',
    );
  });
  const between = { meetingId: opened, membershipId: world.sara.membershipId, receiverId: world.sara.personId };
  await act('testimonial.given', between);
  await act('one_to_one.held', between);
  await act('visitor.applied', { meetingId: opened });
  const stream = await MeetingStream.open(app.url, world.cleo, opened, 1);
  await stream.until(({ kind }) => kind === 'VISITOR_APPLIED');
  expect(
    stream.events.map(({ kind, actor, membership, visitor }) => ({ kind, actor: actor?.id, membership, visitor })),
  ).toEqual(
    [
      ['REFERRAL_GIVEN', world.bram],
      ['DEAL_THANKED', world.sara],
      ['TESTIMONIAL_GIVEN', world.vik],
      ['ONE_TO_ONE_HELD', world.vik],
      ['VISITOR_APPLIED', world.vik],
    ].map(([kind, actor]) => ({
      kind,
      actor: (actor as { personId: string }).personId,
      membership: null,
      visitor: null,
    })),
  );
  await stream.close();
});

test('nobody is named where Kring or somebody from outside acted', async () => {
  const stream = await MeetingStream.open(app.url, world.sara, meetingId);
  await happen(app.database, { verb: 'visitor.registered', clubId: world.ghentId, details: { meetingId } });
  expect(await stream.until(() => true)).toMatchObject({ kind: 'VISITOR_REGISTERED', actor: null, visitor: null });
  await stream.close();
});

test('of two officers who set the same letter at once the last one counts, and both are told of both', async () => {
  const membershipId = world.sara.membershipId;
  const streams = await Promise.all(
    [world.pia, world.vik].map((officer) => MeetingStream.open(app.url, officer, meetingId)),
  );
  await Promise.all([record(membershipId, 'LATE', world.pia), record(membershipId, 'ABSENT', world.vik)]);
  for (const stream of streams) {
    await stream.until(({ sequence }) => sequence === 3);
    const [first, second] = stream.events.map(({ letters: [letter] }) => letter);
    expect(stream.sequences).toEqual([2, 3]);
    expect([first?.before, second?.before]).toEqual([null, first?.after]);
    const query = 'query ($id: UUID!) { meeting(id: $id) { attendances { nodes { letter } } } }';
    const { meeting } = await app.query(world.cleo, query, { id: meetingId });
    expect(meeting.attendances.nodes).toEqual([{ letter: second?.after }]);
    await stream.close();
  }
});

test('a stream tells of its own meeting alone', async () => {
  const other = await meetings.opened(meetings.nextThursday());
  const [stream, beside] = await Promise.all(
    [meetingId, other].map((id) => MeetingStream.open(app.url, world.sara, id, 0)),
  );
  await record(world.bram.membershipId);
  await stream?.until(({ sequence }) => sequence === 2);
  expect(beside?.events).toMatchObject([{ kind: 'MEETING_OPENED' }]);
  await Promise.all([stream?.close(), beside?.close()]);
});

test('an event shows the meeting as it is when the event is sent', async () => {
  const query = 'subscription ($id: UUID!) { meetingChanged(meetingId: $id) { kind meeting { state } } }';
  const stream = await EventStream.open({ url: app.url, actor: world.bram, query, variables: { id: meetingId } });
  await record(world.sara.membershipId);
  await stream.until(1);
  await app.act(world.pia, 'cancelMeeting', { meetingId, reason: 'A storm' }, 'meeting { id }');
  await stream.until(2);
  expect(stream.frames.map(({ data }) => data.data.meetingChanged)).toEqual([
    { kind: 'MEETING_ATTENDANCE_RECORDED', meeting: { state: 'OPEN' } },
    { kind: 'MEETING_CANCELLED', meeting: { state: 'CANCELLED' } },
  ]);
  stream.cut();
});

test.each([
  ['a negative number', { after: -1 }],
  ['a number that is none', { after: 'first' }],
  ['a meeting that is no key', { meetingId: 'today' }],
])('%s is refused', async (_, wrong) => {
  const query =
    'subscription ($meetingId: UUID!, $after: Int) { meetingChanged(meetingId: $meetingId, after: $after) { kind } }';
  const refused = await EventStream.refused({
    url: app.url,
    actor: world.sara,
    query,
    variables: { meetingId, ...wrong },
  });
  expect([refused.status, refused.code]).toEqual([400, 'BAD_USER_INPUT']);
});
