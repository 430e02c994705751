import type { SeatRow } from '../counts/seats-in-period.sql.js';
import { ratioOf } from '../ratio.js';
import { groupedBy } from './grouped-by.js';
import type { ClubReciprocity, MemberReciprocity, ReferralPair, ReferralTally } from './referral-matrix.types.js';

/** What went from one seat to another, at least one referral. */
export interface Giving extends ReferralTally {
  giver: SeatRow;
  receiver: SeatRow;
}

/** What of the referrals within a club goes both ways. */
export interface Reciprocity {
  ofPerson: (personId: string) => MemberReciprocity;
  /** Those that only go one way first, then those with most referrals. */
  pairs: ReferralPair[];
  ofClub: ClubReciprocity;
}

interface Way extends ReferralTally {
  from: string;
  to: string;
}

/**
 * Reciprocity is between persons: who left and came back within the period is one.
 * @param seats all seats of the period, in the order in which members stand; of one person the last one last
 */
export function reciprocityOf(seats: readonly SeatRow[], givings: readonly Giving[]): Reciprocity {
  const ways = waysOf(givings);
  const wayBack = ({ from, to }: Way): Way | undefined => ways.get(`${to} ${from}`);
  const pairs = pairsOf(seats, ways);
  const waysFrom = groupedBy([...ways.values()], ({ from }) => from);
  const mutualPairs = pairs.filter(({ oneWay }) => !oneWay).length;
  return {
    ofPerson: (personId) => {
      const own = waysFrom.get(personId) ?? [];
      const gaveBack = own.filter(wayBack).length;
      return { gaveTo: own.length, gaveBack, share: ratioOf(gaveBack, own.length) };
    },
    pairs,
    ofClub: { pairs: pairs.length, mutualPairs, share: ratioOf(mutualPairs, pairs.length) },
  };
}

/** From one person to another, over all their seats. */
function waysOf(givings: readonly Giving[]): Map<string, Way> {
  const ways = new Map<string, Way>();
  for (const { giver, receiver, inside, outside } of givings) {
    const [from, to] = [giver.personId, receiver.personId];
    const way = ways.get(`${from} ${to}`) ?? { from, to, inside: 0, outside: 0 };
    ways.set(`${from} ${to}`, { ...way, inside: way.inside + inside, outside: way.outside + outside });
  }
  return ways;
}

/** A pair that goes both ways is found from either side, and told by whoever of the two stands first. */
function pairsOf(seats: readonly SeatRow[], ways: Map<string, Way>): ReferralPair[] {
  const places = new Map(seats.map(({ personId }, place) => [personId, place]));
  const placeOf = (personId: string): number => places.get(personId) ?? 0;
  const told = [...ways.values()].flatMap((way) => {
    const back = ways.get(`${way.to} ${way.from}`);
    const [one, other] = [placeOf(way.from), placeOf(way.to)];
    const [oneSeat, otherSeat] = [seats[one], seats[other]];
    if (!oneSeat || !otherSeat || (back && one > other)) return [];
    const given = { inside: way.inside, outside: way.outside };
    const givenBack = { inside: back?.inside ?? 0, outside: back?.outside ?? 0 };
    return [{ oneSeat, otherSeat, given, givenBack, oneWay: back === undefined, one, other }];
  });
  return told
    .sort((a, b) => Number(b.oneWay) - Number(a.oneWay) || sizeOf(b) - sizeOf(a) || a.one - b.one || a.other - b.other)
    .map(({ one, other, ...pair }, place) => ({ ...pair, place }));
}

function sizeOf({ given, givenBack }: Pick<ReferralPair, 'given' | 'givenBack'>): number {
  return given.inside + given.outside + givenBack.inside + givenBack.outside;
}
