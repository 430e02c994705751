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
    sheet        . . . - - - s s s s
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
    sheet        . . . - - - - - - -
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
    scorecardProfiles  . . . s s s s s s s
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
    asks          . . . - - - s s s s
    alerts        . . . - - - - s - -
    calendarFeeds . . . - - s - s - -
    agendaTemplate  . . . - - - s s s s
    acquaintance  . . . - - - s s s s
    chains        . . . - - - s s s s
    counts        . . . - s - s s s s
    currency      . . . s s s s s s s
    fee           . . . s s s s s s s
    feeMonths     . . . s s s s s s s
    holidays      . . . e e s s s s s
    id            . . . s s s s s s s
    locale        . . . s s s s s s s
    meetings      . . . e e s s s s s
    meetingsToCome . . . e e s s s s s
    meetingSeries . . . e e s s s s s
    members       . . . s s s s s s s
    name          . . . s s s s s s s
    proposedSpeakers . . . - - - s s s s
    offices       . . . s s s s s s s
    oneToOnesHeld . . . - - - s s s s
    region        . . . s s s s s s s
    returnReport  . . . - s - s s s s
    rules         . . . s s s s s s s
    scorecard     . . . - s - s s s s
    scorecardChoices  . . . s s s s s s s
    scorecards    . . . - - - - s - -
    timeZone      . . . s s s s s s s
    viewerCan     . . . s s s s s s s
    visitors      . . . - - - s s s s
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
    chooseScorecard . . . f f t f t f f
    keepCalendar    . . . f f t f t f f
    planMeeting     . . . f f t f t f f
    setAgendaTemplate  . . . f f f f t f f
  `,
  ),
  sight(
    'ClubRules',
    'rules',
    `
    absenceAlertCount            . . . s s s s s s s
    absenceWindow                . . . s s s s s s s
    absenceWindowMonths          . . . s s s s s s s
    contactRetentionMonths       . . . s s s s s s s
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
    education     . . . - - - s s s s
    educationUnits  . . . - - - s s s s
    presentations   . . . - - - s s s s
    testimonialsGiven     . . . - - - e e e e
    testimonialsReceived  . . . - - - s s s s
    heldToday     . . . t t t t t t t
    hourlyRate    . . . - - - - - - s
    id            . . . s s s s s s s
    joinedOn      . . . s s s s s s s
    leaves        . . . - - s s s s s
    offices       . . . s s s s s s s
    oneToOnesHeld . . . - - - s s s s
    person        . . . s s s s s s s
    probationUntil  . . . - - - - s - s
    profession    . . . s s s s s s s
    renewsOn      . . . - s s - s - s
    returnReport  . . . - - - - - - s
    scorecard     . . . - - - - s - s
    scorecardHistory  . . . - - - - s - s
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
    changeHourlyRate  . . . f f f f f f t
    changeProfession  . . . f f t f t f f
    end               . . . f f t f t f t
    giveTestimonial   . . . f f f t t t f
    recordEducation   . . . f f f f t f t
    recordLeave       . . . f f t f t f t
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
