import { type Act, act, type Key } from './act.js';

/** Nothing of Utrecht has a name to ask for, yet the administrator of both clubs may do it there as well. */
const leave: Key = {
  type: 'Leave',
  put: (id) => ({ leaveId: id }),
  except: ({ nextDoor }) => [nextDoor.id('leave')],
};
const speaker: Key = {
  type: 'Speaker',
  put: (id) => ({ speakerId: id }),
  except: ({ nextDoor }) => ['selfSpeaks', 'partySpeaks', 'thirdSpeaks'].map((name) => nextDoor.id(name)),
};
const point = { title: 'Welcome', plannedSeconds: 60 };

/** Agenda, leave, speakers. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const agendaActs: Record<string, Act> = {
  setAgendaTemplate: act('U N N F F F F ok F F', (world) => ({ clubId: world.id('ghent'), points: [point] }), {
    clubId: 'Club',
  }),
  setMeetingAgenda: act('U N N N N F F ok F F', (world) => ({ meetingId: world.id('open'), points: [point] }), {
    meetingId: 'Meeting',
    'points.id': { type: 'AgendaPoint', put: (id) => ({ points: [{ id, ...point }] }) },
  }),
  startAgendaPoint: act(
    'U N N N N F F ok F F',
    (world) => ({ meetingId: world.id('open'), pointId: world.id('nextPoint') }),
    { meetingId: 'Meeting', pointId: 'AgendaPoint' },
  ),
  pauseAgenda: act('U N N N N F F ok F F', (world) => ({ meetingId: world.id('open') }), { meetingId: 'Meeting' }),
  recordLeave: act(
    'U N N F F ok F ok F ok',
    (world) => ({ membershipId: world.id('saraSeat'), startsOn: '2026-07-01' }),
    { membershipId: 'Membership' },
  ),
  endLeave: act('U N N N N ok F ok F ok', (world) => ({ leaveId: world.id('leave'), endsOn: '2026-05-15' }), {
    leaveId: leave,
  }),
  assignSpeaker: act(
    'U N N N N ok F ok F F',
    (world) => ({ meetingId: world.id('planned'), membershipId: world.world.cleo.membershipId }),
    { meetingId: 'Meeting', membershipId: 'Membership' },
  ),
  releaseSpeaker: act('U N N N N ok F ok F F', (world) => ({ speakerId: world.id('selfSpeaks') }), {
    speakerId: speaker,
  }),
  requestSpeakerSwap: act(
    'U N N N N F F F F ok',
    (world) => ({ speakerId: world.id('selfSpeaks'), withSpeakerId: world.id('thirdSpeaks') }),
    { speakerId: 'Speaker', withSpeakerId: 'Speaker' },
  ),
  answerSpeakerSwap: act('U N N N N N N N ok F', (world) => ({ swapId: world.id('swap'), accept: true }), {
    swapId: 'SpeakerSwap',
  }),
  withdrawSpeakerSwap: act('U N N N N N N N F ok', (world) => ({ swapId: world.id('swap') }), {
    swapId: 'SpeakerSwap',
  }),
};
