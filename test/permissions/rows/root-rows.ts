import { type Sight, sight } from '../sights.js';

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
  sight(
    'Viewer',
    'viewer',
    `
    chains             . e e e e e e e e s
    chainsBegun        . e e e e e e e s e
    contacts           . s s s s s s s s s
    creditReceived     . e e e e e e e s e
    deals              . e e e e e s s s s
    dealsCredited      . e e e e e e e s e
    locale             . s s s s s s s s s
    memberships        . e s s e e s s s s
    person             . s s s s s s s s s
    referralsGiven     . e e e e e e e s e
    referralsReceived  . e e e e e e e e s
    sessions           . s s s s s s s s s
  `,
  ),
];

/** Objects that hide nothing from whoever has come to them: all their fields. */
export const wholeObjects: Record<string, string> = {
  AmountBand: 'from below',
  AttendanceCounts: 'absent countableWeeks late medical present substitute',
  DealSum: 'amount deals',
  DegreeReturn: 'amount deals degree share',
  IndirectShare: 'deals enoughData interval largestShare referenceShare share',
  LetterChange: 'after before membership',
  Money: 'amount currency',
  MonthReturn: 'direct indirect month',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  ReferralsReceived: 'converted count',
  ShareInterval: 'confidence high low method resamples seed',
  UserError: 'code field message',
};

/** What mutations answer: there when the act was done, null when it was refused, as acts.ts has it. */
export const payloads: Record<string, string> = {
  ClubPayload: 'club errors',
  ClubRulesPayload: 'rules errors',
  ContactPayload: 'contact errors',
  DealPayload: 'deal errors',
  IntroductionPayload: 'introduction errors',
  MeetingPayload: 'meeting errors',
  MembershipPayload: 'membership errors',
  OfficePayload: 'office errors',
  PasswordPayload: 'errors',
  PasswordResetRequestPayload: 'errors',
  PersonPayload: 'person errors',
  ProfessionPayload: 'profession errors',
  ReferralPayload: 'referral errors',
  RegionDirectorPayload: 'directorship errors',
  RegionPayload: 'region errors',
  SessionPayload: 'session errors',
  SignInPayload: 'session token viewer errors',
  VisitorPayload: 'visitor errors',
};
