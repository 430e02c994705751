import { type Act, act } from './act.js';

/** Series, holidays, moves, feeds. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const calendarActs: Record<string, Act> = {
  planMeetingSeries: act(
    'U N N F F ok F ok F F',
    (world) => ({ clubId: world.id('ghent'), rule: 'FREQ=WEEKLY', firstOn: '2026-03-12', startTime: '07:00' }),
    { clubId: 'Club' },
  ),
  endMeetingSeries: act(
    'U N N N N ok F ok F F',
    (world) => ({ seriesId: world.id('series'), lastOn: '2026-03-31', reason: 'Enough' }),
    { seriesId: 'MeetingSeries' },
  ),
  addHoliday: act(
    'U N N F F ok F ok F F',
    (world) => ({ clubId: world.id('ghent'), name: 'Easter', from: '2026-04-06', to: '2026-04-17' }),
    { clubId: 'Club' },
  ),
  removeHoliday: act('U N N N N ok F ok F F', (world) => ({ holidayId: world.id('holiday') }), {
    holidayId: 'Holiday',
  }),
  moveMeeting: act(
    'U N N N N ok F ok F F',
    (world) => ({ meetingId: world.id('planned'), startsAt: '2026-03-13T07:00:00+01:00', minutes: 90 }),
    { meetingId: 'Meeting' },
  ),
  createCalendarFeed: act('U N N F F ok F ok F F', (world) => ({ clubId: world.id('ghent') }), { clubId: 'Club' }),
  revokeCalendarFeed: act('U N N N N ok N ok N N', (world) => ({ feedId: world.id('clubFeed') }), {
    feedId: 'CalendarFeed',
  }),
};
