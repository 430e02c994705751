import type { Period } from '../../platform/period.js';
import type { SeatRow } from '../counts/seats-in-period.sql.js';
import { groupedBy } from './grouped-by.js';
import { type Reciprocity, reciprocityOf } from './reciprocity.js';
import type { MatrixFacts } from './referral-matrix.loaders.js';
import type { ReferralMatrix, ReferralMatrixRow, ReferralTally } from './referral-matrix.types.js';

/** Referrals with the seats of the matrix: null stands for all others. */
interface Entry extends ReferralTally {
  giver: SeatRow | null;
  receiver: SeatRow | null;
}

/** The matrix from its facts: a row for each seat with a cell for each of the others, all in the order of the seats. */
export function matrixOfClub({ seats, between }: MatrixFacts, period: Period): ReferralMatrix {
  const entries = entriesOf({ seats, between });
  const among = entries.flatMap(({ giver, receiver, ...tally }) =>
    giver && receiver ? { giver, receiver, ...tally } : [],
  );
  const reciprocity = reciprocityOf(seats, among);
  return {
    ...period,
    rows: rowsOf(seats, entries, reciprocity),
    pairs: reciprocity.pairs,
    among: sumOf(among),
    toOthers: sumOf(entries.filter(({ receiver }) => receiver === null)),
    fromOthers: sumOf(entries.filter(({ giver }) => giver === null)),
    reciprocity: reciprocity.ofClub,
  };
}

/** Of a seat that was not held on any day of the period, what was given or received counts as that of others. */
function entriesOf({ seats, between }: MatrixFacts): Entry[] {
  const byId = new Map(seats.map((seat) => [seat.membershipId, seat]));
  return between
    .map(({ giverMembershipId, receiverMembershipId, inside, outside }) => ({
      giver: byId.get(giverMembershipId ?? '') ?? null,
      receiver: byId.get(receiverMembershipId ?? '') ?? null,
      inside,
      outside,
    }))
    .filter(({ giver, receiver }) => giver !== null || receiver !== null);
}

function rowsOf(seats: readonly SeatRow[], entries: readonly Entry[], { ofPerson }: Reciprocity): ReferralMatrixRow[] {
  const givenFrom = groupedBy(entries, ({ giver }) => giver);
  const receivedIn = groupedBy(entries, ({ receiver }) => receiver);
  return seats.map((seat) => {
    const given = givenFrom.get(seat) ?? [];
    const received = receivedIn.get(seat) ?? [];
    return {
      seat,
      cells: cellsOf(seat, seats, given),
      toOthers: sumOf(given.filter(({ receiver }) => receiver === null)),
      fromOthers: sumOf(received.filter(({ giver }) => giver === null)),
      given: sumOf(given),
      received: sumOf(received),
      reciprocity: ofPerson(seat.personId),
    };
  });
}

function cellsOf(own: SeatRow, seats: readonly SeatRow[], given: readonly Entry[]) {
  const toSeat = new Map(given.map((entry) => [entry.receiver, entry]));
  return seats
    .filter((seat) => seat !== own)
    .map((seat) => ({ seat, inside: toSeat.get(seat)?.inside ?? 0, outside: toSeat.get(seat)?.outside ?? 0 }));
}

function sumOf(tallies: readonly ReferralTally[]): ReferralTally {
  return tallies.reduce(
    (sum, { inside, outside }) => ({ inside: sum.inside + inside, outside: sum.outside + outside }),
    {
      inside: 0,
      outside: 0,
    },
  );
}
