import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let guests: Guests;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  guests = new Guests(app, meetings);
});
afterEach(() => app.stop());

const email = 'carl@client.example';
const visits = async (meetingId: string, first = 20) =>
  (
    await app.query(
      world.pia,
      `query ($id: UUID!, $first: Int!) {
        meeting(id: $id) { visitors(first: $first) { nodes { visits firstTime } } }
      }`,
      { id: meetingId, first },
    )
  ).meeting.visitors.nodes;
const came = (visitorId: string) => guests.act(world.pia, 'recordVisit', visitorId);

test('the meetings to which a human came are counted up to this one, whoever invited him', async () => {
  const opened: string[] = [];
  for (const day of ['05', '12', '19', '26']) opened.push(await meetings.opened(`2026-03-${day}T07:00:00+01:00`));
  const [first, second, third, fourth] = opened;
  const ids: string[] = [];
  for (const [meetingId, inviter] of [
    [first, world.bram],
    [second, world.sara],
    [third, world.bram],
    [fourth, world.cleo],
  ] as const) {
    ids.push(await guests.invited(inviter, meetingId ?? '', 'Carl', email));
  }
  const [one = '', two = '', , four = ''] = ids;
  for (const visitorId of [one, two, four]) await came(visitorId);
  expect(await visits(first ?? '')).toEqual([{ visits: 1, firstTime: true }]);
  expect(await visits(second ?? '')).toEqual([{ visits: 2, firstTime: false }]);
  expect(await visits(third ?? '')).toEqual([{ visits: 2, firstTime: false }]);
  expect(await visits(fourth ?? '')).toEqual([{ visits: 3, firstTime: false }]);
});

test('whom two invited to one meeting was there once', async () => {
  const meetingId = await meetings.opened();
  for (const inviter of [world.bram, world.sara]) await came(await guests.invited(inviter, meetingId, 'Carl', email));
  expect(await visits(meetingId)).toEqual([
    { visits: 1, firstTime: true },
    { visits: 1, firstTime: true },
  ]);
});

test('who is invited and did not come yet has no visit, and a cancelled meeting is none', async () => {
  const cancelled = await meetings.opened();
  await came(await guests.invited(world.bram, cancelled, 'Carl', email));
  const meetingId = await meetings.opened('2026-03-12T07:00:00+01:00');
  await guests.invited(world.bram, meetingId, 'Carl', email);
  expect(await visits(meetingId)).toEqual([{ visits: 1, firstTime: false }]);
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: cancelled, reason: 'Snow' });
  expect(await visits(meetingId)).toEqual([{ visits: 0, firstTime: true }]);
});

test('five visitors cost as many statements as one', async () => {
  const meetingId = await meetings.opened();
  for (const name of ['Aldo', 'Bart', 'Carl', 'Dora', 'Emma'])
    await came(await guests.invited(world.bram, meetingId, name));
  const count = (first: number) => app.countQueries(() => visits(meetingId, first));
  expect(await count(5)).toBe(await count(1));
});
