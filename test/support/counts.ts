import type { Actor, Answer, TestApp } from './test-app.js';

const sums = 'thanked { amount currency } thankedWithheld';
/** Every figure of a member's counts and of the total, in the order of the columns. */
export const figures = `
  present absent late medical substitute countableWeeks referralsGivenInside referralsGivenOutside
  referralsReceivedInside referralsReceivedOutside visitors oneToOnes educationUnits testimonials ${sums}`;

const wholeCounts = `
  from to provisional openMeetings total { ${figures} }
  members(first: $first, after: $after, personId: $personId) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { membership { id person { givenName familyName } profession { name } } ${figures} }
  }`;

export interface AskedCounts {
  from?: string;
  to?: string;
  first?: number;
  after?: string;
  personId?: string;
}

/** Asks for the counts of a club with one page of its members, a hundred unless it is said otherwise. */
export function askCounts(app: TestApp, actor: Actor, clubId: string, asked: AskedCounts = {}): Promise<Answer> {
  return app.execute(
    actor,
    `query ($id: UUID!, $from: Date, $to: Date, $first: Int!, $after: String, $personId: UUID) {
      club(id: $id) { counts(from: $from, to: $to) { ${wholeCounts} } }
    }`,
    { id: clubId, first: 100, ...asked },
  );
}

/** The counts in an answer that must hold some. */
export function countsIn({ data, errors }: Answer): Answer['data'] {
  if (errors || !data?.club?.counts) throw new Error(JSON.stringify({ data, errors }));
  return data.club.counts;
}

/** The counts of one seat, on the page that was asked for. */
export function countsOf(counts: Answer['data'], { membershipId }: { membershipId: string }): Answer['data'] {
  type Node = { membership: { id: string } };
  return counts.members.nodes.find(({ membership }: Node) => membership.id === membershipId);
}
