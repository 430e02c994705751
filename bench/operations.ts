import { randomUUID } from 'node:crypto';
import { periodBefore } from '../src/reports/period.js';
import type { Cast } from './cast.js';
import type { Call } from './process.js';

/** One thing that is compared: how each server is asked for it, the n-th time. */
export interface Operation {
  name: string;
  /** How many times as much the server may compute as the floor, and as PostGraphile, at most. */
  targets: { floor: number; postgraphile: number };
  kring(cast: Cast, n: number): object;
  floor(cast: Cast, n: number): { path: string; body: object };
  postgraphile(cast: Cast, n: number): object;
}

const graphql = (query: string, variables: object) => ({ query: query.replace(/\s+/g, ' '), variables });

const member: Operation = {
  name: 'one member',
  targets: { floor: 2.5, postgraphile: 0.7 },
  kring: ({ fellowSeatId }) =>
    graphql(
      `query ($id: UUID!) { membership(id: $id) { id company joinedOn renewsOn profession { name } club { name }
        person { id givenName familyName email phone } } }`,
      { id: fellowSeatId },
    ),
  floor: ({ fellowSeatId }) => ({ path: '/member', body: { id: fellowSeatId } }),
  postgraphile: ({ fellowSeatId }) =>
    graphql(
      `query ($id: UUID!) { membershipByRowId(rowId: $id) { rowId company joinedOn renewsOn
        professionByProfessionId { name } clubByClubId { name }
        personByPersonId { rowId givenName familyName email phone } } }`,
      { id: fellowSeatId },
    ),
};

const referrals: Operation = {
  name: 'a page of 50 referrals',
  targets: { floor: 2, postgraphile: 0.6 },
  kring: () =>
    graphql(
      `{ viewer { referralsReceived(first: 50) { nodes { id need stage warmth givenAt
        giver { givenName familyName } receiver { givenName familyName } introduction { introducedContact { name } } }
        pageInfo { hasNextPage } } } }`,
      {},
    ),
  floor: () => ({ path: '/referrals', body: {} }),
  postgraphile: ({ personId }) =>
    graphql(
      `query ($id: UUID!) { allReferrals(first: 50, orderBy: [GIVEN_AT_DESC], condition: { receiverId: $id }) {
        nodes { rowId need stage warmth givenAt giver { givenName familyName } receiver { givenName familyName }
          introduction { contactByIntroducedContactId { name } } }
        pageInfo { hasNextPage } } }`,
      { id: personId },
    ),
};

const reportFields = `currencies { currency return { deals amount { amount } }
  byDegree { degree deals amount { amount } share } newReturn { deals amount { amount } }
  repeatReturn { deals amount { amount } } byMonth { month direct { amount } indirect { amount } }
  indirectShare { share deals enoughData largestShare interval { low high } } returnFromReferrals { amount } }
  referralsReceived { count converted }`;

const report: Operation = {
  name: "a member's return report",
  targets: { floor: 2, postgraphile: 0.7 },
  kring: ({ seatId, period }) =>
    graphql(
      `query ($id: UUID!, $period: PeriodInput!) { membership(id: $id) { returnReport(period: $period) {
        ${reportFields} before { ${reportFields} } } } }`,
      { id: seatId, period },
    ),
  floor: ({ seatId, period }) => {
    const before = periodBefore(period);
    return { path: '/report', body: { seatId, ...period, beforeFrom: before.from, beforeTo: before.to } };
  },
  postgraphile: ({ seatId, period }) => {
    const before = periodBefore(period);
    const half = (name: string, from: string, to: string) => {
      const asked = `(seat: $id, firstDay: ${from}, lastDay: ${to})`;
      return `
        ${name}Degrees: benchReturnByDegree${asked} { nodes { currency degree deals amount repeatDeals repeatAmount amounts } }
        ${name}Months: benchReturnByMonth${asked} { nodes { currency month direct indirect } }
        ${name}Referred: benchReturnFromReferrals${asked} { nodes { currency amount } }
        ${name}Received: benchReferralsReceived${asked} { nodes { count converted } }`;
    };
    return graphql(
      `query ($id: UUID!, $from: Date!, $to: Date!, $beforeFrom: Date!, $beforeTo: Date!) {
        ${half('current', '$from', '$to')} ${half('before', '$beforeFrom', '$beforeTo')} }`,
      { id: seatId, ...period, beforeFrom: before.from, beforeTo: before.to },
    );
  },
};

/** The n-th of many contacts and receivers, so that no single one collects all. */
const given = ({ clubId, receiverSeatIds, contactIds }: Cast, n: number) => ({
  clubId,
  receiverSeatId: receiverSeatIds[n % receiverSeatIds.length] ?? '',
  contactId: contactIds[n % contactIds.length] ?? '',
  key: randomUUID(),
  need: 'A new roof before the winter.',
});

const give: Operation = {
  name: 'giving a referral',
  targets: { floor: 2.5, postgraphile: 1 },
  kring: (cast, n) => {
    const { clubId, receiverSeatId, contactId, key, need } = given(cast, n);
    return graphql(
      `mutation ($input: GiveReferralInput!) { giveReferral(input: $input) { referral { id stage } errors { code } } }`,
      {
        input: {
          clubId,
          need,
          warmth: 3,
          receiverMembershipId: receiverSeatId,
          prospect: { contactId },
          consentBasis: 'ASKED_AND_AGREED',
          idempotencyKey: key,
        },
      },
    );
  },
  floor: (cast, n) => ({ path: '/give', body: given(cast, n) }),
  postgraphile: (cast, n) => {
    const { clubId, receiverSeatId, contactId, key, need } = given(cast, n);
    return graphql(
      `mutation ($input: BenchGiveReferralInput!) { benchGiveReferral(input: $input) { result { rowId stage } } }`,
      { input: { key, giver: cast.personId, club: clubId, receiverSeat: receiverSeatId, contact: contactId, need } },
    );
  },
};

export const operations = [member, referrals, report, give];

/** The call of one of the compared servers. */
export function callOf(operation: Operation, server: 'kring' | 'floor' | 'postgraphile', cast: Cast, n: number): Call {
  if (server === 'floor') return { token: cast.token, ...operation.floor(cast, n) };
  return { token: cast.token, path: '/graphql', body: operation[server](cast, n) };
}
