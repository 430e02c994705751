/** What directors alone come to; which of it is withheld from them is watched by the specs of regions. */
export const wholeRegions: Record<string, string> = {
  ClubComparison:
    'absenceRate club conversion growth indirectShare members months oneToOnesPerMember referralsPerMember return visitors',
  ClubReturnSeries: 'months value withheld',
  ClubSeries: 'months value withheld',
  RegionCounts:
    'absenceRate absent countableWeeks educationUnits late medical oneToOnes present referralsGivenInside referralsGivenOutside referralsReceived substitute testimonials visitors',
  RegionCurrencyReturn: 'byDegree byMonth currency indirectShare ownAcquisition return',
  RegionIndirectShare: 'deals enoughData interval referenceShare share',
  RegionMonthReturn: 'direct indirect month',
  RegionPeriod: 'clubs counts currencies from members membersJoined membersLeft referrals suppressedCurrencies to',
  RegionReferrals: 'contacted contactedInTime conversion customers given',
  RegionReport:
    'before clubs counts currencies from members membersJoined membersLeft referrals region smallestGroup suppressedCurrencies to',
  RegionShareInterval: 'confidence high low method',
};
