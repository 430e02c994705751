import { type Sight, sight } from '../sights.js';
import { wholeDuplicates } from './duplicates-rows.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const rootRows: Sight[] = [
  sight(
    'Query',
    'all',
    `
    clubs        U e s s s s s s s s
    networks     U e s s s s s s s s
    professions  U s s s s s s s s s
    viewer       - s s s s s s s s s
    visitorRegistration s s s s s s s s s s
  `,
  ),
  sight('Query', 'ghent', 'club U - - s s s s s s s'),
  sight('Query', 'ghentRegion', 'region U - - s s s s s s s'),
  sight('Query', 'sara', 'person U - - s s s s s s s'),
  sight('Query', 'lena', 'person U - - s s s s s s s'),
  sight('Query', 'saraSeat', 'membership U - - s s s s s s s'),
  sight('Query', 'lenaSeat', 'membership U - - - - s s s s s'),
  sight('Query', 'carl', 'contact U - - - - - - - s s'),
  sight('Query', 'wim', 'contact U - - - - - - - s s'),
  sight('Query', 'kobe', 'contact U - - - - - - - - s'),
  sight('Query', 'carlIntro', 'introduction U - - - - - - - s s'),
  sight('Query', 'belowDeep', 'introduction U - - - - - - - - s'),
  sight('Query', 'carlReferral', 'referral U - - - - - - - s s'),
  sight('Query', 'fromVik', 'referral U - - - - - - - - s'),
  sight('Query', 'exact', 'deal U - - - - - - - s s'),
  sight('Query', 'own', 'deal U - - - - - - - - s'),
  sight('Query', 'closed', 'meeting U - - - - s s s s s'),
  sight('Query', 'asked', 'oneToOne U - - - - - - - s s'),
  sight('Query', 'metOnce', 'oneToOne U - - - - - - - s s'),
  sight(
    'Viewer',
    'viewer',
    `
    alerts             . e e e e e e e e s
    calendarFeeds      . e e e e e e e e s
    chains             . e e e e e e e e s
    chainsBegun        . e e e e e e e s e
    contactDuplicates  . e e e e e s s s s
    contacts           . s s s s s s s s s
    creditReceived     . e e e e e e e s e
    deals              . e e e e e s s s s
    dealsCredited      . e e e e e e e s e
    locale             . s s s s s s s s s
    memberships        . e s s e e s s s s
    oneToOnes          . e e e e e e e s s
    person             . s s s s s s s s s
    referralsGiven     . e e e e e e e s e
    referralsReceived  . e e e e e e e e s
    sessions           . s s s s s s s s s
    speakerSwaps       . e e e e e e e s s
  `,
  ),
];

/** Objects that hide nothing from whoever has come to them: all their fields. */
export const wholeObjects: Record<string, string> = {
  ...wholeDuplicates,
  AgendaTemplate: 'isDefault plannedSeconds points',
  AgendaTemplatePoint: 'office plannedSeconds title',
  AcquaintanceRow: 'membership ties',
  AcquaintanceTie: 'acquaintance membership',
  AmountBand: 'from below',
  AttendanceCounts: 'absent countableWeeks late medical present substitute',
  DealSum: 'amount deals',
  HeldOneToOne: 'between heldOn',
  DegreeReturn: 'amount deals degree share',
  IndirectShare: 'deals enoughData interval largestShare referenceShare share',
  MeetingAgenda: 'isTemplate plannedSeconds points running serverTime',
  LetterChange: 'after before membership',
  Money: 'amount currency',
  MemberCounts:
    'absent countableWeeks educationUnits late medical membership oneToOnes present referralsGivenInside referralsGivenOutside referralsReceivedInside referralsReceivedOutside substitute testimonials thanked thankedWithheld visitors',
  MonthReturn: 'direct indirect month',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  ReferralInMeeting: 'givenAt giver inside receiver',
  ReferralsReceived: 'converted count',
  ShareInterval: 'confidence high low method resamples seed',
  ThanksInMeeting: 'seller thanked thankedAt',
  SpeakerProposal: 'educationUnitsMissing lastSpokeOn membership',
  UserError: 'code field message',
  VisitorRegistration: 'clubName hasBegun inviterName locale minutes place startsAt timeZone',
};

/** What mutations answer: there when the act was done, null when it was refused, as acts.ts has it. */
export const payloads: Record<string, string> = {
  AlertPayload: 'alert errors',
  CalendarFeedPayload: 'feed errors',
  ClubPayload: 'club errors',
  ClubRulesPayload: 'rules errors',
  ContactPayload: 'contact errors',
  DealPayload: 'deal errors',
  EducationPayload: 'education errors',
  HolidayPayload: 'holiday errors',
  IntroductionPayload: 'introduction errors',
  LeavePayload: 'leave errors',
  MeetingPayload: 'meeting errors',
  MeetingSeriesPayload: 'series errors',
  MembershipPayload: 'membership errors',
  MemberSheetPayload: 'sheet errors',
  NewVisitorLinkPayload: 'link url qrCode errors',
  NewCalendarFeedPayload: 'feed url errors',
  OfficePayload: 'office errors',
  OneToOnePayload: 'oneToOne errors',
  PasswordPayload: 'errors',
  PasswordResetRequestPayload: 'errors',
  PersonPayload: 'person errors',
  PresentationPayload: 'presentation errors',
  ProfessionPayload: 'profession errors',
  ReferralPayload: 'referral errors',
  RegionDirectorPayload: 'directorship errors',
  RegionPayload: 'region errors',
  RegistrationPayload: 'errors',
  SessionPayload: 'session errors',
  SignInPayload: 'session token viewer errors',
  TestimonialPayload: 'testimonial errors',
  VisitorLinkPayload: 'link errors',
  SpeakerSwapPayload: 'swap errors',
  VisitorPayload: 'visitor errors',
};
