import { type Sight, sight } from '../sights.js';
import { wholeDuplicates } from './duplicates-rows.js';
import { wholeMatrices } from './matrices-rows.js';
import { wholeRegions } from './region-rows.js';
import { wholeScorecards } from './scorecard-rows.js';

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
    contactPage  s s s s s s s s s s
    warmPaths    U s s s s s s s s s
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
    askMatches         . e e e e e e e s s
    calendarFeeds      . e e e e e e e e s
    chains             . e e e e e e e e s
    chainsBegun        . e e e e e e e s e
    contactImports     . e e e e e e e e s
    contactDuplicates  . e e e e e s s s s
    contacts           . s s s s s s s s s
    contactsToBeErased . e e e e e e e s e
    creditReceived     . e e e e e e e s e
    firstIntroductions . e e e e e e e e s
    customerCounts     . s s s s s s s s s
    customers          . e e e e e s s s s
    deals              . e e e e e s s s s
    introductionRequestsMade      . e e e e e e e s s
    introductionRequestsReceived  . e e e e e e e s e
    dealsCredited      . e e e e e e e s e
    directedRegions    . e s e s e e e e e
    locale             . s s s s s s s s s
    memberships        . e s s e e s s s s
    oneToOnes          . e e e e e e e s s
    person             . s s s s s s s s s
    referralsGiven     . e e e e e e e s e
    referralsReceived  . e e e e e e e e s
    sessions           . s s s s s s s s s
    sharing            . s s s s s s s s s
    speakerSwaps       . e e e e e e e s s
  `,
  ),
];

/** Objects that hide nothing from whoever has come to them: all their fields. */
export const wholeObjects: Record<string, string> = {
  ...wholeDuplicates,
  ...wholeScorecards,
  ...wholeMatrices,
  ...wholeRegions,
  AgendaTemplate: 'isDefault plannedSeconds points',
  AgendaTemplatePoint: 'office plannedSeconds title',
  AcquaintanceRow: 'membership ties',
  AcquaintanceTie: 'acquaintance membership',
  AmountBand: 'from below',
  ContactPage:
    'answeredAt details duplicates expiresAt export identifiedAs introductions language memberClub memberName question',
  ContactQuestion: 'declining details keeping outcome textVersion withdrawing',
  HeldDetails: 'company createdAt email isPrivate lastSpokenOn name phone place profession role strength',
  HeldIntroduction:
    'beneficiaryClub beneficiaryName beneficiaryProfession consentAt consentBasis consentByContact consentExpiresAt happenedOn id introducerName need outcomeBack',
  AttendanceCounts: 'absent countableWeeks late medical present substitute',
  // What these withhold of single sellers, canaries and their own specs watch.
  ChainRoot: 'beyondSecondDegree chains deepestDegree introductions person returns',
  ClubChain: 'begunOn beyondThirdDegree deepestDegree first introductions ofSecondDegree ofThirdDegree root',
  RootReturn: 'beyondSecondDegree currency lifetimeValue',
  CustomerCounts: 'former loyal new potential toAsk',
  CustomerQuestion: 'askedOn note outcome until',
  ContactImportColumn: 'column heading samples suggestedField',
  ContactImportDetails: 'company email lastSpokenOn name phone place profession role strength',
  ContactImportError: 'code field message',
  ContactImportOutcome: 'duplicateCount newCount refusedCount rows',
  ContactImportRow: 'contact details duplicateOf errors filled kind line',
  ContactToBeErased: 'contact erasesOn',
  DealSum: 'amount deals',
  DealsOfChains: 'amount deals',
  FirstIntroduction: 'beyondSecondDegree deals introduction lifetimeValue',
  HeldOneToOne: 'between heldOn',
  DegreeReturn: 'amount deals degree share',
  IndirectShare: 'deals enoughData interval largestShare referenceShare share',
  MatchedContact: 'contact matched',
  MatchedWord: 'askWord contactWord field',
  MeetingAgenda: 'isTemplate plannedSeconds points running serverTime',
  LetterChange: 'after before membership',
  Money: 'amount currency',
  MemberCounts:
    'absent countableWeeks educationUnits late medical membership oneToOnes present referralsGivenInside referralsGivenOutside referralsReceivedInside referralsReceivedOutside substitute testimonials thanked thankedWithheld visitors',
  MonthReturn: 'direct indirect month',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  ReferralInMeeting: 'givenAt giver inside receiver',
  ReferralsReceived: 'converted count',
  // What these withhold of few members, their own specs watch.
  ClubMedian: 'indirectShare keptShare members referralsReceived return',
  EffortByDegree: 'asked askedShare byMonth sold unmarked',
  MonthOfPresentations: 'asked month sold',
  Funnel: 'declined lost stages',
  FunnelStage: 'conversionToNext medianDays referrals stage',
  LifetimeValue: 'currency value',
  PromisesKept: 'early kept keptShare late medianHours overdue referrals targetReferrals withinTargetShare',
  ReturnOnEffort: 'fee hourlyRate indirectReturn meetingHours meetings oneToOneHours oneToOnes ratio seatDays timeCost',
  Sharing: 'level sharedContacts',
  ShareInterval: 'confidence high low method resamples seed',
  ThanksInMeeting: 'seller thanked thankedAt',
  SpeakerProposal: 'educationUnitsMissing lastSpokeOn membership',
  UserError: 'code field message',
  WarmPath: 'ask degree',
  WarmPaths: 'hint members refusal',
  VisitorRegistration: 'clubName hasBegun inviterName locale minutes place startsAt timeZone',
};

/** What mutations answer: there when the act was done, null when it was refused, as acts.ts has it. */
export const payloads: Record<string, string> = {
  AlertPayload: 'alert errors',
  CalendarFeedPayload: 'feed errors',
  ClubPayload: 'club errors',
  ClubRulesPayload: 'rules errors',
  ContactImportPayload: 'contactImport errors',
  ContactPayload: 'contact errors',
  ContactActPayload: 'errors',
  ContactLinkPayload: 'link errors',
  NewContactLinkPayload: 'link url qrCode errors',
  CustomerPayload: 'customer errors',
  DealPayload: 'deal errors',
  EducationPayload: 'education errors',
  HolidayPayload: 'holiday errors',
  IntroductionPayload: 'introduction errors',
  IntroductionRequestPayload: 'request errors',
  LeavePayload: 'leave errors',
  MeetingPayload: 'meeting errors',
  MeetingSeriesPayload: 'series errors',
  MembershipPayload: 'membership errors',
  MemberSheetPayload: 'sheet errors',
  NewVisitorLinkPayload: 'link url qrCode errors',
  NewCalendarFeedPayload: 'feed url errors',
  OfficePayload: 'office errors',
  OnwardIntroductionPayload: 'customer introduction errors',
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
  ScorecardChoicePayload: 'choice errors',
  ScorecardProfilePayload: 'profile errors',
  SessionPayload: 'session errors',
  SharingPayload: 'sharing errors',
  SignInPayload: 'session token viewer errors',
  TestimonialPayload: 'testimonial errors',
  VisitorLinkPayload: 'link errors',
  SpeakerSwapPayload: 'swap errors',
  VisitorPayload: 'visitor errors',
};
