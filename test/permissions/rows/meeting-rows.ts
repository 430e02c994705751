import { type Sight, sight } from '../sights.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const meetingRows: Sight[] = [
  sight(
    'Meeting',
    'closed',
    `
    adjustments  . . . . . - s s s s
    attendances  . . . . . - s s s s
    closedAt     . . . . . s s s s s
    club         . . . . . s s s s s
    education      . . . . . - s s s s
    presentations  . . . . . - s s s s
    referrals      . . . . . - s s s s
    testimonials   . . . . . - s s s s
    thanks         . . . . . - s s s s
    heldOn       . . . . . s s s s s
    id           . . . . . s s s s s
    minutes      . . . . . s s s s s
    oneToOnesSinceLast . . . . . - s s s s
    missing      . . . . . - s s s s
    openedAt     . . . . . s s s s s
    place        . . . . . s s s s s
    reopenings   . . . . . - s s s s
    startsAt     . . . . . s s s s s
    state        . . . . . s s s s s
    viewerCan    . . . . . s s s s s
    visitors     . . . . . - s s s s
  `,
  ),
  sight(
    'Meeting',
    'cancelled',
    `
    cancellationReason  . . . . . s s s s s
    cancelledAt         . . . . . s s s s s
  `,
  ),
  sight(
    'MeetingAbilities',
    'open',
    `
    cancel            . . . . . t f t f f
    close             . . . . . f f t f f
    createVisitorLink . . . . . f t t t t
    inviteVisitor     . . . . . f t t t t
    move              . . . . . f f f f f
    open              . . . . . f f f f f
    recordAttendance  . . . . . f f t f f
    recordPresentation          . . . . . f t t t t
    recordPresentationOfOthers  . . . . . f f t f f
  `,
  ),
  sight('MeetingAbilities', 'planned', 'open . . . . . f f t f f'),
  sight('MeetingAbilities', 'moved', 'move . . . . . t f t f f'),
  sight(
    'Attendance',
    'letter',
    `
    id              . . . . . . s s s s
    letter          . . . . . . s s s s
    membership      . . . . . . s s s s
    recordedAt      . . . . . . s s s s
    substituteName  . . . . . . s s s s
  `,
  ),
];
