import { type Sight, sight } from '../sights.js';

/** Visitors and links. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const visitorRows: Sight[] = [
  sight(
    'Visitor',
    'visit',
    `
    appliedAt       . . . . . . s s s s
    cameAt          . . . . . . s s s s
    confirmedAt     . . . . . . s s s s
    contactDetails  . . . . . . - s s -
    firstTime       . . . . . . t t t t
    followedUpAt    . . . . . . s s s s
    followedUpBy    . . . . . . s s s s
    id              . . . . . . s s s s
    invitedAt       . . . . . . s s s s
    invitedBy       . . . . . . s s s s
    meeting         . . . . . . s s s s
    name            . . . . . . s s s s
    registeredAt    . . . . . . s s s s
    stage           . . . . . . s s s s
    viewerCan       . . . . . . s s s s
    visits          . . . . . . s s s s
  `,
  ),
  sight('Visitor', 'visitMissed', 'didNotComeAt . . . . . . s s s s'),
  sight(
    'VisitorContactDetails',
    'visit',
    `
    company  . . . . . . . s s .
    email    . . . . . . . s s .
    phone    . . . . . . . s s .
  `,
  ),
  sight(
    'VisitorAbilities',
    'visitToCome',
    `
    confirm        . . . . . . f t t f
    recordAbsence  . . . . . . f t t f
    recordVisit    . . . . . . f t t f
  `,
  ),
  sight(
    'VisitorAbilities',
    'visitDone',
    `
    recordApplication  . . . . . . f t t f
    recordFollowUp     . . . . . . f t t f
  `,
  ),
  // Each of these two has a link of his own for it.
  sight('Meeting', 'planned', 'visitorLink . . . . . - - - s s'),
  sight(
    'VisitorLink',
    'link',
    `
    createdAt      . . . . . . . . s .
    id             . . . . . . . . s .
    meeting        . . . . . . . . s .
    registrations  . . . . . . . . s .
    revokedAt      . . . . . . . . - .
  `,
  ),
];
