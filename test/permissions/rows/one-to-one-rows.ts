import { type Sight, sight } from '../sights.js';

/** One-to-ones and sheets. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const oneToOneRows: Sight[] = [
  sight(
    'OneToOne',
    'asked',
    `
    id          . . . . . . . . s s
    message     . . . . . . . . s s
    partner     . . . . . . . . s s
    place       . . . . . . . . s s
    proposedAt  . . . . . . . . s s
    proposer    . . . . . . . . s s
    startsAt    . . . . . . . . s s
    state       . . . . . . . . s s
    viewerCan   . . . . . . . . s s
  `,
  ),
  sight('OneToOne', 'agreed', 'answeredAt . . . . . . . . s s'),
  sight('OneToOne', 'calledOff', 'cancelledAt . . . . . . . . s s'),
  sight(
    'OneToOne',
    'metOnce',
    `
    heldOn      . . . . . . . . s s
    id          . . . . . . . . s s
    recordedAt  . . . . . . . . s s
    recordedBy  . . . . . . . . s s
  `,
  ),
  sight(
    'OneToOne',
    'mistaken',
    `
    withdrawalReason  . . . . . . . . s s
    withdrawnAt       . . . . . . . . s s
  `,
  ),
  sight(
    'OneToOneAbilities',
    'asked',
    `
    accept      . . . . . . . . f t
    cancel      . . . . . . . . t t
    decline     . . . . . . . . f t
    record      . . . . . . . . t t
    reschedule  . . . . . . . . t t
    withdraw    . . . . . . . . f f
  `,
  ),
  sight('OneToOneAbilities', 'metOnce', 'withdraw . . . . . . . . t t'),
  sight('PersonAbilities', 'vik', 'proposeOneToOne . . . t f f t t t t'),
  sight(
    'MemberSheet',
    'saraSheet',
    `
    accomplishments  . . . . . . s s s s
    goals            . . . . . . s s s s
    id               . . . . . . s s s s
    interests        . . . . . . s s s s
    networks         . . . . . . s s s s
    skills           . . . . . . s s s s
    updatedAt        . . . . . . s s s s
  `,
  ),
];
