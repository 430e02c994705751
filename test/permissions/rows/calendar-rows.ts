import { type Sight, sight } from '../sights.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const calendarRows: Sight[] = [
  sight(
    'Meeting',
    'moved',
    `
    originalStartsAt  . . . . . s s s s s
    series            . . . . . s s s s s
  `,
  ),
  sight(
    'MeetingSeries',
    'series',
    `
    lastOn     . . . . . s s s s s
    firstOn    . . . . . s s s s s
    id         . . . . . s s s s s
    meetings   . . . . . s s s s s
    minutes    . . . . . s s s s s
    place      . . . . . s s s s s
    rule       . . . . . s s s s s
    startTime  . . . . . s s s s s
    viewerCan  . . . . . s s s s s
  `,
  ),
  sight('MeetingSeriesAbilities', 'series', 'end . . . . . t f t f f'),
  sight(
    'Holiday',
    'holiday',
    `
    from       . . . . . s s s s s
    id         . . . . . s s s s s
    name       . . . . . s s s s s
    to         . . . . . s s s s s
    viewerCan  . . . . . s s s s s
  `,
  ),
  sight('HolidayAbilities', 'holiday', 'remove . . . . . t f t f f'),
  sight(
    'CalendarFeed',
    'ownFeed',
    `
    createdAt  . . . . . . . . . s
    id         . . . . . . . . . s
    createdBy  . . . . . . . . . s
  `,
  ),
  sight(
    'CalendarFeed',
    'clubFeed',
    `
    club       . . . . . s . s . .
    createdAt  . . . . . s . s . .
    id         . . . . . s . s . .
    createdBy  . . . . . s . s . .
  `,
  ),
];
