import { type Sight, sight } from '../sights.js';

/** Agenda, leave, speakers. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const agendaRows: Sight[] = [
  sight(
    'Meeting',
    'earlyMeeting',
    `
    agenda            . . . . . - s s s s
    proposedSpeakers  . . . . . - s s s s
    speakers          . . . . . s s s s s
  `,
  ),
  sight(
    'MeetingAbilities',
    'earlyMeeting',
    `
    assignSpeaker  . . . . . t f t f f
    runAgenda      . . . . . f f f f f
    setAgenda      . . . . . f f t f f
  `,
  ),
  sight(
    'AgendaPoint',
    'point',
    `
    elapsedSeconds  . . . . . . s s s s
    id              . . . . . . s s s s
    office          . . . . . . s s s s
    plannedSeconds  . . . . . . s s s s
    position        . . . . . . s s s s
    runningSince    . . . . . . s s s s
    state           . . . . . . s s s s
    title           . . . . . . s s s s
  `,
  ),
  sight(
    'Leave',
    'leave',
    `
    endsOn      . . . . . s s s s s
    id          . . . . . s s s s s
    membership  . . . . . s s s s s
    startsOn    . . . . . s s s s s
  `,
  ),
  sight(
    'Speaker',
    'selfSpeaks',
    `
    assignedAt  . . . . . s s s s s
    id          . . . . . s s s s s
    meeting     . . . . . s s s s s
    membership  . . . . . s s s s s
    releasedAt  . . . . . - - - - -
    viewerCan   . . . . . s s s s s
  `,
  ),
  sight(
    'SpeakerAbilities',
    'selfSpeaks',
    `
    release      . . . . . t f t f f
    requestSwap  . . . . . f f f f t
  `,
  ),
  sight(
    'SpeakerSwap',
    'swap',
    `
    asked        . . . . . . . . s s
    asking       . . . . . . . . s s
    endedAt      . . . . . . . . - -
    id           . . . . . . . . s s
    requestedAt  . . . . . . . . s s
    state        . . . . . . . . s s
    viewerCan    . . . . . . . . s s
  `,
  ),
  sight(
    'SpeakerSwapAbilities',
    'swap',
    `
    answer    . . . . . . . . t f
    withdraw  . . . . . . . . f t
  `,
  ),
];
