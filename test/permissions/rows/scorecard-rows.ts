import { type Sight, sight } from '../sights.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const scorecardRows: Sight[] = [
  sight(
    'ScorecardChoice',
    'scorecardChoice',
    `
    chosenAt        . . . s s s s s s s
    id              . . . s s s s s s s
    profileCode     . . . s s s s s s s
    profileVersion  . . . s s s s s s s
    validFrom       . . . s s s s s s s
  `,
  ),
];

/** What hides nothing from whoever has come to it. What these withhold of money, canaries and their own specs watch. */
export const wholeScorecards: Record<string, string> = {
  ScorecardProfile: 'builtIn code colours currency metrics months validFrom version window',
  ScorecardMetric: 'bands direction key latePerAbsence max per proportion',
  ScorecardBand: 'above max min points',
  ScorecardProportion: 'from fullAt perUnit',
  ScorecardColourRange: 'min name',
  Scorecard:
    'colour figures forecast from membership metrics most nextColour on pathToColour points profile provisional to weeks',
  ScorecardColour: 'letter min name',
  ScorecardNextColour: 'letter min name pointsMissing',
  ScorecardGap: 'band needed points value',
  ScorecardMetricScore: 'amount band direction divisor key max next per points value withheld',
  ScorecardFigures:
    'absent directReturn educationUnits indirectReturn late medical oneToOnes present referralsBecameCustomers referralsContactedInTime referralsGiven substitute testimonials thanked visitors',
  ScorecardStep: 'key needed pointsNow pointsThen',
  ScorecardPath: 'acts colour on points steps',
  MonthlyMetric: 'key max points value',
  MonthlyScorecard: 'colour metrics month most points profile scoredAt weeks',
  LeavingFigure: 'amount day figure',
  ForecastMetricScore: 'key leaving max points pointsChange value',
  ScorecardForecastMonth: 'assumedMeetings colour from metrics month most on points to weeks',
  ClubScorecardPeriod:
    'absenceRate becameCustomersShare from growth joined left referralsGiven referralsPerMemberPerMonth referralsReceived retention size sizeBefore to visitors visitorsJoinedShare',
  ClubScorecard:
    'absenceRate becameCustomersShare before from growth joined left referralsGiven referralsPerMemberPerMonth referralsReceived retention size sizeBefore to visitors visitorsJoinedShare',
};
