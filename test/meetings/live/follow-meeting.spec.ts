import { EventStream } from '../../support/event-stream.js';
import { MeetingStream } from '../../support/meeting-stream.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

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

const letter = (membershipId: string, kind = 'PRESENT') => meetings.record(world.pia, meetingId, [{ membershipId, letter: kind }]);

test('a member is told each change as it happens, with who did it and what it is about', async () => {
  const stream = await MeetingStream.open(app.url, world.sara, meetingId);
  await letter(world.bram.membershipId, 'LATE');
  expect(await stream.until(() => true)).toEqual({
    sequence: 2,
    kind: 'MEETING_ATTENDANCE_RECORDED',
    actor: { id: world.pia.personId },
    membership: null,
    visitor: null,
    letters: [{ membership: { id: world.bram.membershipId }, before: null, after: 'LATE' }],
  });
  await stream.close();
});

test('as a get', async () => {
  const stream = await EventStream.open({ url: app.url, actor: world.sara, get: true, query: `subscription { meetingChanged(meetingId: "${meetingId}", after: 0) { sequence } }` }, (f) => console.log(f));
  await letter(world.bram.membershipId, 'LATE');
  await new Promise((r) => setTimeout(r, 1000));
  console.log(stream.frames, Object.fromEntries(stream.headers));
  stream.cut();
});

test('strangers', async () => {
  for (const who of [null, world.otto, world.ada, world.tess, world.dirk]) {
    console.log((await MeetingStream.refused(app.url, who, meetingId)).message);
  }
});
