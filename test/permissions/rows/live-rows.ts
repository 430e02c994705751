import { type Sight, sight } from '../sights.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const liveRows: Sight[] = [
  sight(
    'Meeting',
    'open',
    `
    changes     . . . . . - s s s s
    lastChange  . . . . . - s s s s
  `,
  ),
  sight(
    'MeetingChange',
    'open',
    `
    actor       . . . . . . s s s s
    happenedAt  . . . . . . s s s s
    kind        . . . . . . s s s s
    letters     . . . . . . s s s s
    meeting     . . . . . . s s s s
    sequence    . . . . . . s s s s
  `,
  ),
  sight('MeetingChange', 'closed', 'visitor . . . . . . s s s s'),
  sight('MeetingChange', 'planned', 'membership . . . . . . s s s s'),
];
