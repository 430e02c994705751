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
  referralsReceived: { count: number; converted: number | null } | null;
}

/** Null where it is withheld. */
export interface Sum {
  deals: number | null;
  amount: { amount: string } | null;
}

/** How referrals went on: what the table shows of the parts of a report that are read when asked for. */
export interface TableFollowUp {
  funnel: {
    stages: { stage: string; referrals: number | null; conversionToNext: number | null; medianDays: number | null }[];
    lost: number | null;
    declined: number | null;
  } | null;
  promises: {
    referrals: number;
    keptShare: number | null;
    withinTargetShare: number | null;
    medianHours: number | null;
  } | null;
}

export interface TableCurrency {
  currency: string;
  return: Sum;
  byDegree: (Sum & { degree: number; share: number | null })[];
  newReturn: Sum | null;
  repeatReturn: Sum | null;
  ownAcquisition: Sum | null;
  businessWithFellowMembers: Sum | null;
  returnFromReferrals: { amount: string } | null;
  indirectShare: {
    share: number | null;
    deals: number;
    enoughData: boolean;
    largestShare: number | null;
    referenceShare: number;
    interval: { low: number; high: number; confidence: number; resamples: number; seed: number } | null;
  };
}
