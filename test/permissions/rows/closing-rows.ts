import { type Sight, sight } from '../sights.js';

/** What follows on a meeting. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const closingRows: Sight[] = [
  sight('Query', 'absences', 'alert U - - - - - - s - s'),
  sight('Query', 'visits', 'alert U - - - - - - s - -'),
  sight(
    'MeetingAbilities',
    'closed',
    `
    adjust  . . . . . f f t f f
    reopen  . . . . . f f t f f
  `,
  ),
  sight(
    'MissingAtMeeting',
    'closed',
    `
    letters                    . . . . . . e e e e
    presentationsWithoutFocus  . . . . . . s s s s
    visitorsUndecided          . . . . . . e e e e
  `,
  ),
  sight('MissingAtMeeting', 'open', 'visitorsUndecided . . . . . . s s s s'),
  sight(
    'MeetingAdjustment',
    'adjustment',
    `
    adjustedAt        . . . . . . s s s s
    adjustedBy        . . . . . . s s s s
    cameAfter         . . . . . . - - - -
    cameBefore        . . . . . . - - - -
    id                . . . . . . s s s s
    letterAfter       . . . . . . s s s s
    letterBefore      . . . . . . s s s s
    membership        . . . . . . s s s s
    reason            . . . . . . s s s s
    substituteAfter   . . . . . . s s s s
    substituteBefore  . . . . . . s s s s
    visitor           . . . . . . - - - -
  `,
  ),
  sight(
    'MeetingReopening',
    'reopening',
    `
    closedAt    . . . . . . s s s s
    id          . . . . . . s s s s
    reason      . . . . . . s s s s
    reopenedAt  . . . . . . s s s s
    reopenedBy  . . . . . . s s s s
  `,
  ),
  sight(
    'Alert',
    'absences',
    `
    decision      . . . . . . . s . s
    decisions     . . . . . . . s . s
    evidence      . . . . . . . s . s
    id            . . . . . . . s . s
    limit         . . . . . . . s . s
    measured      . . . . . . . s . s
    meeting       . . . . . . . s . s
    membership    . . . . . . . s . s
    raisedAt      . . . . . . . s . s
    rule          . . . . . . . s . s
    rulesVersion  . . . . . . . s . s
    viewerCan     . . . . . . . s . s
    visitor       . . . . . . . - . -
  `,
  ),
  sight('Alert', 'visits', 'visitor . . . . . . . s . .'),
  sight(
    'AlertAbilities',
    'absences',
    `
    decide        . . . . . . . t . f
    decideOnSeat  . . . . . . . t . f
  `,
  ),
  sight(
    'AlertEvidence',
    'absence',
    `
    day      . . . . . . . s . s
    id       . . . . . . . s . s
    letter   . . . . . . . s . s
    meeting  . . . . . . . s . s
    office   . . . . . . . - . -
    units    . . . . . . . - . -
    visitor  . . . . . . . - . -
  `,
  ),
  sight(
    'AlertDecision',
    'decision',
    `
    decidedAt       . . . . . . . s . s
    decidedBy       . . . . . . . s . s
    decision        . . . . . . . s . s
    id              . . . . . . . s . s
    note            . . . . . . . s . s
    probationUntil  . . . . . . . s . s
    seatOpensOn     . . . . . . . - . -
  `,
  ),
];
