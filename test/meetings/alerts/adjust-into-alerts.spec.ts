import { TestApp } from '../../support/test-app.js';
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
const adjust = (meetingId: string, { membershipId }: CastMember, letter: string) =>
  app.act(
    world.pia,
    'adjustMeeting',
    { meetingId, reason: 'A mistake', letters: [{ membershipId, letter }] },
    'meeting { id }',
  );
const threeAbsences = { '2026-02-05': 'ABSENT', '2026-02-19': 'ABSENT', '2026-03-05': 'ABSENT' };

test('adjusting a letter to an absence raises the alert, also where a later meeting is what it counts for', async () => {
  const ids = await club.thursdays(world.sara, { ...threeAbsences, '2026-02-05': 'PRESENT' });
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
  expect((await adjust(String(ids['2026-02-05']), world.sara, 'ABSENT')).errors).toEqual([]);
  const alerts = await club.alerts(world.pia);
  expect(brief(alerts)).toEqual(['ABSENCES 3: 2026-02-05 2026-02-19 2026-03-05']);
  expect(alerts.nodes).toMatchObject([{ meeting: { heldOn: '2026-03-05' } }]);
});

test('adjusting an absence away leaves the alert and its evidence as they were; the next one needs its own', async () => {
  const ids = await club.thursdays(world.sara, threeAbsences);
  await adjust(String(ids['2026-02-19']), world.sara, 'MEDICAL');
  const before = ['ABSENCES 3: 2026-02-05 2026-02-19 2026-03-05'];
  const alerts = await club.alerts(world.pia);
  expect(brief(alerts)).toEqual(before);
  expect(alerts.nodes[0].evidence.nodes[1]).toMatchObject({ letter: 'ABSENT' });
  await club.thursdays(world.sara, { '2026-03-12': 'ABSENT' });
  expect(brief(await club.alerts(world.pia))).toEqual(['ABSENCES 3: 2026-02-05 2026-03-05 2026-03-12', ...before]);
});

test('adjusting a visit raises the alert about the visitor', async () => {
  await club.rules('2026-01-02', { visitor_visit_cap: 1 });
  const carl = await club.contact(world.bram, 'Carl Baert');
  const first = await club.opened(seven('2026-02-26'));
  await club.visit(first, carl);
  await club.close(first, seven('2026-02-26'));
  const second = await club.opened(seven('2026-03-05'));
  const invitation = { meetingId: second, contactId: carl };
  const { visitor } = await app.act(world.bram, 'inviteVisitor', invitation, 'visitor { id }');
  await club.close(second, seven('2026-03-05'));
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 0 });
  const visits = [{ visitorId: visitor.id, came: true }];
  await app.act(world.pia, 'adjustMeeting', { meetingId: second, reason: 'He was there', visits }, 'meeting { id }');
  expect(brief(await club.alerts(world.pia))).toEqual(['VISITS 2: 2026-02-26 2026-03-05']);
});
