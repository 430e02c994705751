import { type Sight, sight } from '../sights.js';

/** Introduction requests. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const requestRows: Sight[] = [
  sight('Query', 'request', 'introductionRequest U - - - - - - - s s'),
  sight('Query', 'passedRequest', 'introductionRequest U - - - - - - - s -'),
  sight(
    'IntroductionRequest',
    'request',
    `
    asked       . . . . . . . . s s
    askedAt     . . . . . . . . s s
    askedBy     . . . . . . . . s s
    id          . . . . . . . . s s
    lapsesAt    . . . . . . . . s s
    lookingFor  . . . . . . . . s s
    message     . . . . . . . . s s
    movedAt     . . . . . . . . s -
    progress    . . . . . . . . s -
    remindsOn   . . . . . . . . s -
    requester   . . . . . . . . s s
    state       . . . . . . . . s s
    viewerCan   . . . . . . . . s s
  `,
  ),
  sight('IntroductionRequest', 'declinedRequest', 'note . . . . . . . . s -'),
  sight('IntroductionRequest', 'postponedRequest', 'postponedUntil . . . . . . . . s -'),
  sight('IntroductionRequest', 'withdrawnRequest', 'withdrawnAt . . . . . . . . s s'),
  sight('IntroductionRequest', 'passedRequest', 'parent . . . . . . . . s .'),
  sight(
    'IntroductionRequest',
    'acceptedRequest',
    `
    contact     . . . . . . . . s -
    viaContact  . . . . . . . . s -
  `,
  ),
  sight(
    'IntroductionRequest',
    'introducedRequest',
    `
    introducedAt  . . . . . . . . s s
    introduction  . . . . . . . . s s
  `,
  ),
  sight(
    'IntroductionRequestAbilities',
    'request',
    `
    accept               . . . . . . . . t f
    decline              . . . . . . . . t f
    passOn               . . . . . . . . t f
    postpone             . . . . . . . . t f
    recordContactAnswer  . . . . . . . . f f
    withdraw             . . . . . . . . f t
  `,
  ),
  sight('IntroductionRequestAbilities', 'declinedRequest', 'withdraw . . . . . . . . f t'),
  sight('IntroductionRequestAbilities', 'acceptedRequest', 'recordContactAnswer . . . . . . . . t f'),
  sight('IntroductionAbilities', 'personIntro', 'refer . . . . . . . . t f'),
];
