import { type Act, act } from './act.js';

/** What follows on a meeting. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const closingActs: Record<string, Act> = {
  reopenMeeting: act(
    'U N N N N F F ok F F',
    (world) => ({ meetingId: world.id('closed'), reason: 'A slip of the hand' }),
    { meetingId: 'Meeting' },
  ),
  adjustMeeting: act(
    'U N N N N F F ok F F',
    (world) => ({
      meetingId: world.id('closed'),
      reason: 'She wrote to us',
      letters: [{ membershipId: world.id('saraSeat'), letter: 'MEDICAL' }],
      visits: [{ visitorId: world.id('visitMissed'), came: true }],
    }),
    {
      meetingId: 'Meeting',
      'letters.membershipId': {
        type: 'Membership',
        put: (id) => ({ letters: [{ membershipId: id, letter: 'MEDICAL' }] }),
      },
      'visits.visitorId': { type: 'Visitor', put: (id) => ({ visits: [{ visitorId: id, came: false }] }) },
    },
  ),
  decideAlert: act(
    'U N N N N N N ok N F',
    (world) => ({ alertId: world.id('absences'), decision: 'WARN', note: 'We spoke' }),
    { alertId: 'Alert' },
  ),
};
