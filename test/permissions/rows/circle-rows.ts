import { type Sight, sight } from '../sights.js';

/** Contacts, introductions, referrals. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const circleRows: Sight[] = [
  sight(
    'Contact',
    'carl',
    `
    company  . . . . . . . . s s
    email    . . . . . . . . s s
    id       . . . . . . . . s s
    name     . . . . . . . . s s
    isPrivate    . . . . . . . . s -
    lastSpokenOn . . . . . . . . - -
    merges       . . . . . . . . s -
    person       . . . . . . . . s s
    phone        . . . . . . . . s s
    place        . . . . . . . . s s
    profession   . . . . . . . . s s
    role         . . . . . . . . s s
    strength     . . . . . . . . - -
  `,
  ),
  sight(
    'Contact',
    'wim',
    `
    company  . . . . . . . . s -
    email    . . . . . . . . s -
    name     . . . . . . . . s -
    person   . . . . . . . . s -
    phone    . . . . . . . . s -
    place    . . . . . . . . s -
    profession . . . . . . . . s -
    role     . . . . . . . . s s
  `,
  ),
  sight('Contact', 'kobe', 'name . . . . . . . . . s'),
  sight('Contact', 'dora', 'name . . . . . . . . . s'),
  sight('Contact', 'guest', 'name . . . . . . . . s .'),
  sight(
    'Introduction',
    'carlIntro',
    `
    acceptedAt         . . . . . . . . s s
    beneficiary        . . . . . . . . s s
    branch             . . . . . . . . s s
    consentAt          . . . . . . . . s s
    consentExpiresAt   . . . . . . . . - -
    consentBasis       . . . . . . . . s s
    degree             . . . . . . . . s s
    happenedOn         . . . . . . . . s s
    id                 . . . . . . . . s s
    introducedContact  . . . . . . . . s s
    introducer         . . . . . . . . s s
    lifetimeValue      . . . . . . . . - s
    onward             . . . . . . . . s s
    recordedAt         . . . . . . . . s s
    referral           . . . . . . . . s s
    return             . . . . . . . . - s
    root               . . . . . . . . s s
    viewerCan          . . . . . . . . s s
  `,
  ),
  sight(
    'Introduction',
    'doraIntro',
    `
    introducedContact  . . . . . . . . - s
    introducerContact  . . . . . . . . s s
    parent             . . . . . . . . s s
  `,
  ),
  sight(
    'Introduction',
    'nelIntro',
    `
    asker              . . . . . . . . s s
    consents           . . . . . . . . s e
    introducerContact  . . . . . . . . s s
    outcomeBack        . . . . . . . . t t
  `,
  ),
  sight('Introduction', 'personIntro', 'introducedPerson . . . . . . . . s s'),
  sight(
    'Introduction',
    'deepIntro',
    `
    onward  . . . . . . . . e s
    parent  . . . . . . . . - s
  `,
  ),
  sight('Introduction', 'vitoIntro', 'id . . . . . . . . . s'),
  sight('Introduction', 'belowDeep', 'id . . . . . . . . . s'),
  sight(
    'IntroductionAbilities',
    'carlIntro',
    `
    correctChain  . . . . . . . . f t
    refer         . . . . . . . . f f
    stateConsent  . . . . . . . . t f
  `,
  ),
  sight(
    'Referral',
    'carlReferral',
    `
    firstContactAt     . . . . . . . . s s
    givenAt            . . . . . . . . s s
    givenOn            . . . . . . . . s s
    giver              . . . . . . . . s s
    id                 . . . . . . . . s s
    inside             . . . . . . . . f f
    introduction       . . . . . . . . s s
    lifetimeValue      . . . . . . . . - s
    moves              . . . . . . . . s s
    need               . . . . . . . . s s
    promiseExperience  . . . . . . . . s s
    promisedAt         . . . . . . . . s s
    promisedFor        . . . . . . . . s s
    receiver           . . . . . . . . s s
    stage              . . . . . . . . s s
    viewerCan          . . . . . . . . s s
    warmth             . . . . . . . . s s
  `,
  ),
  sight('Referral', 'fromVik', 'need . . . . . . . . . s'),
  sight('ReferralAbilities', 'carlReferral', 'followUp . . . . . . . . f t'),
  sight(
    'ReferralMove',
    'declining',
    `
    declineReason  . . . . . . . . s s
    fromStage      . . . . . . . . s s
    id             . . . . . . . . s s
    movedAt        . . . . . . . . s s
    movedBy        . . . . . . . . s s
    note           . . . . . . . . s s
    toStage        . . . . . . . . s s
  `,
  ),
];
