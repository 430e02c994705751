import type { Actor, Answer, TestApp } from './test-app.js';

export interface AskedPeriod {
  from: string;
  to: string;
}

const sum = '{ deals amount { amount currency } }';
const periodReturn = `
  from to suppressedCurrencies referralsReceived { count converted }
  currencies {
    currency return ${sum} newReturn ${sum} repeatReturn ${sum} ownAcquisition ${sum} businessWithFellowMembers ${sum}
    returnFromReferrals { amount currency }
    byDegree { degree deals amount { amount currency } share }
    byMonth { month direct { amount } indirect { amount } }
    indirectShare {
      share deals enoughData largestShare referenceShare
      interval { low high confidence method resamples seed }
    }
  }`;

const values = '{ currency value { deals amount { amount } } }';

/** The parts of a report that are read when asked for. */
export const wholeParts = `
  funnel { stages { stage referrals conversionToNext medianDays } lost declined }
  promises { referrals early kept late overdue keptShare targetReferrals withinTargetShare medianHours }
  lifetimeValue ${values} givenLifetimeValue ${values}
  returnOnEffort {
    indirectReturn { amount } seatDays fee { amount } meetings meetingHours oneToOnes oneToOneHours
    hourlyRate { amount } timeCost { amount } ratio
  }
  effortByDegree { asked sold unmarked askedShare byMonth { month asked sold } }
  clubMedian { members indirectShare return { amount } referralsReceived keptShare }`;

/** All of a report, the period before included. */
export const wholeReport = `
  club { id } membership { id } smallestGroup ${periodReturn} before { ${periodReturn} }`;

/** Asks for the report of a club; for the last twelve months without a period. */
export function askReturnOfClub(app: TestApp, actor: Actor, clubId: string, period?: AskedPeriod): Promise<Answer> {
  return app.execute(
    actor,
    `query ($id: UUID!, $period: PeriodInput) { club(id: $id) { returnReport(period: $period) { ${wholeReport} } } }`,
    { id: clubId, period },
  );
}

/** The parts of the report of a club, and of a seat, that are read when asked for. */
export async function partsOfClub(
  app: TestApp,
  actor: Actor,
  clubId: string,
  period: AskedPeriod,
): Promise<Answer['data']> {
  const query = `query ($id: UUID!, $period: PeriodInput) { club(id: $id) { returnReport(period: $period) { ${wholeParts} } } }`;
  return reportIn(await app.execute(actor, query, { id: clubId, period }));
}

export async function partsOfSeat(
  app: TestApp,
  actor: Actor,
  seatId: string,
  period: AskedPeriod,
): Promise<Answer['data']> {
  const query = `query ($id: UUID!, $period: PeriodInput) { membership(id: $id) { returnReport(period: $period) { ${wholeParts} } } }`;
  return reportIn(await app.execute(actor, query, { id: seatId, period }));
}

/** Asks for the report of a seat. */
export function askReturnOfSeat(app: TestApp, actor: Actor, seatId: string, period?: AskedPeriod): Promise<Answer> {
  return app.execute(
    actor,
    `query ($id: UUID!, $period: PeriodInput) {
      membership(id: $id) { returnReport(period: $period) { ${wholeReport} } }
    }`,
    { id: seatId, period },
  );
}

/** The report in an answer that must hold one. */
export function reportIn({ data, errors }: Answer): Answer['data'] {
  const report = (data?.club ?? data?.membership)?.returnReport;
  if (errors || !report) throw new Error(JSON.stringify({ data, errors }));
  return report;
}
