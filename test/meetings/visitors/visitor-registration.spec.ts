import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let guests: Guests;
let meetingId: string;
let linkId: string;
let token: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  guests = new Guests(app, meetings);
  meetingId = await meetings.planned();
  ({ id: linkId, token } = await guests.link(world.bram, meetingId));
});
afterAll(() => app.stop());

describe('the link', () => {
  test('tells whoever has it to what it invites', async () => {
    await app.database.query(`UPDATE meetings SET place = 'Graslei 1' WHERE id = $1`, [meetingId]);
    const told = {
      clubName: 'Gent Graslei',
      inviterName: 'Bram De Smet',
      startsAt: '2026-03-05T06:00:00.000Z',
      locale: 'nl-BE',
      timeZone: 'Europe/Brussels',
      minutes: 90,
      place: 'Graslei 1',
      hasBegun: false,
    };
    expect(await guests.invitation(token)).toEqual(told);
    await meetings.act(world.pia, 'openMeeting', { meetingId });
    expect(await guests.invitation(token)).toEqual({ ...told, hasBegun: true });
  });

  const ends: Record<string, () => Promise<unknown>> = {
    'was never made': async () => {
      token = `${token.slice(1)}A`;
    },
    'was revoked': () => app.act(world.bram, 'revokeVisitorLink', { linkId }, 'link { id }'),
    'was replaced': () => guests.link(world.bram, meetingId),
    'is for a cancelled meeting': () => meetings.act(world.pia, 'cancelMeeting', { meetingId, reason: 'Snow' }),
    'is for a closed meeting': () =>
      app.database.query(`UPDATE meetings SET state = 'closed', closed_at = now() WHERE id = $1`, [meetingId]),
    'is of somebody who has left': () =>
      app.database.query(`UPDATE memberships SET left_on = '2026-03-05' WHERE id = $1`, [world.bram.membershipId]),
  };
  test.each(Object.keys(ends))('that %s is answered like any other that does not work', async (end) => {
    await ends[end]?.();
    expect(await guests.invitation(token)).toBeNull();
    expect(refused(await guests.register(token))).toEqual(['TOKEN_INVALID token']);
    expect(await app.database.query('SELECT FROM contacts WHERE owner_id = $1', [world.bram.personId])).toEqual([]);
    const about = "verb = 'visitor.registered' AND details->>'meetingId' = $1";
    expect(await app.database.query(`SELECT FROM activities WHERE ${about}`, [meetingId])).toEqual([]);
  });
});
