import { type Sight, sight } from '../sights.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const countsRows: Sight[] = [
  sight(
    'ClubCounts',
    'ghent',
    `
    from          . . . . s . s s s s
    members       . . . . - . s s s s
    openMeetings  . . . . s . s s s s
    provisional   . . . . s . s s s s
    to            . . . . s . s s s s
    total         . . . . s . s s s s
  `,
  ),
  sight(
    'CountsTotal',
    'ghent',
    `
    absent                    . . . . s . s s s s
    countableWeeks            . . . . - . s s s s
    educationUnits            . . . . - . s s s s
    late                      . . . . s . s s s s
    medical                   . . . . s . s s s s
    oneToOnes                 . . . . - . s s s s
    present                   . . . . s . s s s s
    referralsGivenInside      . . . . - . s s s s
    referralsGivenOutside     . . . . - . s s s s
    referralsReceivedInside   . . . . - . s s s s
    referralsReceivedOutside  . . . . - . s s s s
    substitute                . . . . - . s s s s
    testimonials              . . . . - . s s s s
    thanked                   . . . . e . e e e s
    thankedWithheld           . . . . s . s s s e
    visitors                  . . . . - . s s s s
  `,
  ),
  sight(
    'AcquaintanceMatrix',
    'ghent',
    `
    from  . . . . . . s s s s
    rows  . . . . . . s s s s
    to    . . . . . . s s s s
  `,
  ),
];
