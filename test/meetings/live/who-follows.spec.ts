import { newId } from '../../../src/platform/id.js';
import { EventStream } from '../../support/event-stream.js';
import { MeetingStream } from '../../support/meeting-stream.js';
import { sessionAct } from '../../support/session-acts.js';
import { TestApp } from '../../support/test-app.js';
import { dayInGhent } from '../../support/today.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  meetingId = await meetings.opened();
});
afterAll(() => app.stop());

const somethingHappens = (membershipId = world.pia.membershipId) =>
  meetings.record(world.pia, meetingId, [{ membershipId, letter: 'PRESENT' }]);
let seats = 0;
const newcomer = (): Promise<CastMember> => {
  seats += 1;
  return world.member('Nina', 'Aerts', world.ghentId, `Trade ${seats}`);
};
const today = () => dayInGhent();

test('who may not see the room is answered as for a meeting that does not exist', async () => {
  for (const actor of [world.otto, world.tess, world.dirk, world.ada]) {
    const [hidden, missing] = [
      await MeetingStream.refused(app.url, actor, meetingId),
      await MeetingStream.refused(app.url, actor, newId()),
    ];
    expect([hidden.status, hidden.code]).toEqual([404, 'NOT_FOUND']);
    expect(hidden.answer).toEqual(missing.answer);
  }
});

test.each([
  ['nobody', null],
  ['a token that opens nothing', { token: 'x'.repeat(43) }],
])('%s is asked to sign in', async (_, actor) => {
  const refused = await MeetingStream.refused(app.url, actor, meetingId);
  expect([refused.status, refused.code]).toEqual([401, 'UNAUTHENTICATED']);
});

describe('nothing more is told, and the stream is completed,', () => {
  const losing: [string, (member: CastMember) => Promise<unknown>][] = [
    [
      'when he leaves the club',
      ({ membershipId }) => app.act(world.pia, 'endMembership', { membershipId, leftOn: today() }, 'membership { id }'),
    ],
    ['when he signs out', (member) => app.execute(member, 'mutation { signOut { errors { code } } }')],
    [
      'when his session is ended from another device',
      async (member) => {
        const { viewer } = await app.query(member, '{ viewer { sessions { nodes { id } } } }');
        const sessionId = viewer.sessions.nodes[0].id;
        await sessionAct(app, member, 'revokeSession', { sessionId });
      },
    ],
  ];

  test.each(losing)('%s', async (_, lose) => {
    const member = await newcomer();
    const stream = await MeetingStream.open(app.url, member, meetingId);
    await somethingHappens();
    await stream.until(() => true);
    await lose(member);
    await somethingHappens();
    expect(await stream.end()).toBe('completed');
    expect(stream.events).toHaveLength(1);
    await expect(stream.resume()).rejects.toMatchObject({ status: expect.any(Number) });
  });
});

test('who loses an office is still told, and no longer what he may do', async () => {
  const query = 'subscription ($id: UUID!) { meetingChanged(meetingId: $id) { meeting { viewerCan { close } } } }';
  const officer = await newcomer();
  await world.office(officer, world.ghentId, 'education');
  const stream = await EventStream.open({ url: app.url, actor: officer, query, variables: { id: meetingId } });
  await somethingHappens();
  await stream.until(1);
  await app.database.query('DELETE FROM offices WHERE membership_id = $1', [officer.membershipId]);
  await somethingHappens();
  await stream.until(2);
  expect(stream.frames.map(({ data }) => data.data.meetingChanged.meeting.viewerCan.close)).toEqual([true, false]);
  stream.cut();
});
