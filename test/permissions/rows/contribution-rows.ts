import { type Sight, sight } from '../sights.js';

/** Presentations, testimonials, education. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const contributionRows: Sight[] = [
  sight(
    'Presentation',
    'presentation',
    `
    ask            . . . . . . s s s s
    focus          . . . . . . s s s s
    focusMarkedAt  . . . . . . s s s s
    focusMarkedBy  . . . . . . s s s s
    id             . . . . . . s s s s
    kind           . . . . . . s s s s
    meeting        . . . . . . s s s s
    membership     . . . . . . s s s s
    ownMatches     . . . . . . - - s -
    recordedAt     . . . . . . s s s s
    referrals      . . . . . . e e s s
    referralsGiven . . . . . . s s s s
    viewerCan      . . . . . . s s s s
  `,
  ),
  sight(
    'PresentationAbilities',
    'presentation',
    `
    answerAsk  . . . . . . t t t f
    change     . . . . . . f t f t
    markFocus  . . . . . . f f f t
  `,
  ),
  sight(
    'Testimonial',
    'testimonial',
    `
    giver     . . . . . . s s s s
    givenAt   . . . . . . s s s s
    givenOn   . . . . . . s s s s
    id        . . . . . . s s s s
    receiver  . . . . . . s s s s
    text      . . . . . . s s s s
  `,
  ),
  sight(
    'Education',
    'learnt',
    `
    earnedOn    . . . . . . s s s s
    id          . . . . . . s s s s
    membership  . . . . . . s s s s
    recordedAt  . . . . . . s s s s
    recordedBy  . . . . . . s s s s
    topic       . . . . . . s s s s
    units       . . . . . . s s s s
  `,
  ),
];
