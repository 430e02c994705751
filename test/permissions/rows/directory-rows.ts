import { type Sight, sight } from '../sights.js';

/** Persons, sessions, regions, clubs, seats. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const directoryRows: Sight[] = [
  sight(
    'Person',
    'sara',
    `
    email        . . . - - s s s s s
    familyName   . . . s s s s s s s
    givenName    . . . s s s s s s s
    id           . . . s s s s s s s
    locale       . . . - - - - - - s
    memberships  . . . s s s s s s s
    phone        . . . - - s s s s s
    viewerCan    . . . s s s s s s s
  `,
  ),
  sight(
    'Person',
    'lena',
    `
    email        . . . - - - - - - -
    memberships  . . . e e s s s s s
    phone        . . . - - - - - - -
  `,
  ),
  sight('PersonAbilities', 'sara', 'changeProfile . . . f f f f f f t'),
  sight('PersonAbilities', 'ines', 'invite . . . f f t f t f f'),
  sight(
    'Session',
    'session',
    `
    client      . . . . . . . . . s
    createdAt   . . . . . . . . . s
    expiresAt   . . . . . . . . . s
    id          . . . . . . . . . s
    isCurrent   . . . . . . . . . f
    lastSeenAt  . . . . . . . . . s
  `,
  ),
  sight(
    'Region',
    'ghentRegion',
    `
    clubs      . . . s s s s s s s
    directors  . . . s s s s s s s
    id         . . . s s s s s s s
    kind       . . . s s s s s s s
    name       . . . s s s s s s s
    parent     . . . s s s s s s s
    regions    . . . s s s s s s s
  `,
  ),
  sight(
    'RegionDirector',
    'directorship',
    `
    endsOn    . . . s s s s s s s
    id        . . . s s s s s s s
    person    . . . s s s s s s s
    region    . . . s s s s s s s
    startsOn  . . . s s s s s s s
  `,
  ),
  sight(
    'Profession',
    'printer',
    `
    id    . s s s s s s s s s
    name  . s s s s s s s s s
  `,
  ),
  sight(
    'Club',
    'ghent',
    `
    acquaintance  . . . - - - s s s s
    counts        . . . - s - s s s s
    currency      . . . s s s s s s s
    fee           . . . s s s s s s s
    feeMonths     . . . s s s s s s s
    id            . . . s s s s s s s
    locale        . . . s s s s s s s
    meetings      . . . e e s s s s s
    members       . . . s s s s s s s
    name          . . . s s s s s s s
    offices       . . . s s s s s s s
    region        . . . s s s s s s s
    returnReport  . . . - s - s s s s
    rules         . . . s s s s s s s
    timeZone      . . . s s s s s s s
    viewerCan     . . . s s s s s s s
  `,
  ),
  sight(
    'ClubAbilities',
    'ghent',
    `
    admitMember     . . . f f t f t f f
    appointOfficer  . . . f f t f t f f
    change          . . . f f t f f f f
    changeRules     . . . f f t f t f f
    planMeeting     . . . f f t f t f f
  `,
  ),
  sight(
    'ClubRules',
    'rules',
    `
    absenceAlertCount            . . . s s s s s s s
    absenceWindow                . . . s s s s s s s
    absenceWindowMonths          . . . s s s s s s s
    educationUnitsBeforeFeature  . . . s s s s s s s
    educationWindowMonths        . . . s s s s s s s
    firstContactTargetHours      . . . s s s s s s s
    formerCustomerAfterMonths    . . . s s s s s s s
    id                           . . . s s s s s s s
    latePerAbsence               . . . s s s s s s s
    officeTermMonths             . . . s s s s s s s
    substituteCap                . . . s s s s s s s
    validFrom                    . . . s s s s s s s
    version                      . . . s s s s s s s
    visitorVisitCap              . . . s s s s s s s
  `,
  ),
  sight(
    'Membership',
    'saraSeat',
    `
    attendance    . . . - - - s s s s
    club          . . . s s s s s s s
    company       . . . s s s s s s s
    heldToday     . . . t t t t t t t
    id            . . . s s s s s s s
    joinedOn      . . . s s s s s s s
    offices       . . . s s s s s s s
    person        . . . s s s s s s s
    profession    . . . s s s s s s s
    renewsOn      . . . - s s - s - s
    returnReport  . . . - - - - - - s
    viewerCan     . . . s s s s s s s
  `,
  ),
  sight(
    'Membership',
    'vikSeat',
    `
    leftOn        . . . - s s - s - -
    returnReport  . . . - - - - - - -
  `,
  ),
  sight(
    'Membership',
    'lenaSeat',
    `
    company   . . . . . s s s s s
    leftOn    . . . . . s - s - -
    renewsOn  . . . . . s - s - -
  `,
  ),
  sight(
    'MembershipAbilities',
    'saraSeat',
    `
    appointOfficer    . . . f f t f t f f
    changeCompany     . . . f f t f t f t
    changeProfession  . . . f f t f t f f
    end               . . . f f t f t f t
    renew             . . . f f t f t f f
  `,
  ),
  sight(
    'Office',
    'presidency',
    `
    endsOn      . . . s s s s s s s
    id          . . . s s s s s s s
    membership  . . . s s s s s s s
    name        . . . s s s s s s s
    startsOn    . . . s s s s s s s
  `,
  ),
];
