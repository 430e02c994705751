/** What a table needs of a report; a `ReturnReport` has it, and so has the answer to a query for these fields. */
export interface TableReport extends TablePeriod {
  club: { name: string };
  smallestGroup: number;
  before: TablePeriod;
}

export interface TablePeriod {
  from: string;
  to: string;
  currencies: TableCurrency[];
  suppressedCurrencies: string[];
  referralsReceived: { count: number; converted: number } | null;
}

export interface Sum {
  deals: number;
  amount: { amount: string };
}

export interface TableCurrency {
  currency: string;
  return: Sum;
  byDegree: (Sum & { degree: number; share: number | null })[];
  newReturn: Sum;
  repeatReturn: Sum;
  ownAcquisition: Sum | null;
  businessWithFellowMembers: Sum;
  returnFromReferrals: { amount: string };
  indirectShare: {
    share: number | null;
    deals: number;
    enoughData: boolean;
    largestShare: number | null;
    referenceShare: number;
    interval: { low: number; high: number; confidence: number; resamples: number; seed: number } | null;
  };
}
