import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { afternoon, ClosedMeeting, letterOf } from './closed-meeting.js';

let app: TestApp;
let world: World;
let closed: ClosedMeeting;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  const meetings = new MeetingDay(app, world);
  closed = new ClosedMeeting(app, { world, meetings, meetingId: await meetings.closed() });
});
afterAll(() => app.stop());

const cameAt = async (id: string) =>
  (await app.database.query('SELECT came_at FROM visitors WHERE id = $1', [id]))[0].came_at;

test('a visit is corrected either way', async () => {
  const [carl, dora] = [await closed.visitor('Carl', true), await closed.visitor('Dora', false)];
  const { errors } = await closed.adjust(world.pia, {
    visits: [
      { visitorId: carl, came: false },
      { visitorId: dora, came: true },
    ],
  });
  expect(errors).toEqual([]);
  expect(await cameAt(carl)).toBeNull();
  expect(await cameAt(dora)).toEqual(new Date(afternoon));
  const { nodes } = await closed.entries(world.pia);
  expect(nodes).toHaveLength(2);
  expect(nodes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ visitor: { name: 'Carl' }, cameBefore: true, cameAfter: false, membership: null }),
      expect.objectContaining({ visitor: { name: 'Dora' }, cameBefore: null, cameAfter: true, letterAfter: null }),
    ]),
  );
});

test('nobody did not come who was followed up or applied, and then nothing is adjusted', async () => {
  for (const step of ['followed_up_at', 'applied_at']) {
    const carl = await closed.visitor(`Carl ${step}`, true);
    const byId = step === 'followed_up_at' ? ', followed_up_by_id = invited_by_id' : '';
    await app.database.query(`UPDATE visitors SET ${step} = came_at${byId} WHERE id = $1`, [carl]);
    const { errors } = await closed.adjust(world.pia, {
      letters: [letterOf(world.sara, 'ABSENT')],
      visits: [{ visitorId: carl, came: false }],
    });
    expect(errors).toMatchObject([{ code: 'STAGE_NOT_REACHABLE', field: ['input', 'visits', '0', 'visitorId'] }]);
  }
  expect(await closed.entries(world.pia)).toMatchObject({ totalCount: 0 });
});

test('that he did not come is corrected too, and is told as it was', async () => {
  const carl = await closed.visitor('Carl', false);
  await app.database.query('UPDATE visitors SET did_not_come_at = invited_at WHERE id = $1', [carl]);
  expect((await closed.adjust(world.pia, { visits: [{ visitorId: carl, came: true }] })).errors).toEqual([]);
  expect((await closed.entries(world.pia)).nodes).toMatchObject([{ cameBefore: false, cameAfter: true }]);
});
