import { money } from '../../platform/money.js';
import type { Period } from '../../platform/period.js';
import type { CountsSight } from '../reports.policy.js';
import { type Figure, figures } from './acts-by-seat.sql.js';
import type { ClubCounts, CountsTotal } from './club-counts.types.js';
import type { CountsFacts } from './counts-facts.loaders.js';
import type { MemberCounts } from './member-counts.types.js';
import type { SeatRow } from './seats-in-period.sql.js';
import { shownThanked } from './shown-thanked.js';
import type { ThankedRow } from './thanked-by-seat.sql.js';

/** The figures of one seat; what there is none of is 0. */
type Tally = Record<Figure, number> & { seat: SeatRow };
type Thanked = Pick<MemberCounts, 'thanked' | 'thankedWithheld'>;

const letters = ['present', 'absent', 'late', 'medical', 'substitute'] as const;

/** The counts of a club from the facts, as far as they are for somebody with that sight. */
export function countsOfClub(facts: CountsFacts, period: Period, sight: CountsSight): ClubCounts {
  const tallies = talliesOf(facts);
  const { bySeat, total } = thankedOf(facts.thanked, sight);
  return {
    ...period,
    openMeetings: facts.openMeetings,
    provisional: facts.openMeetings > 0,
    total: { ...totalOf(tallies, sight.fewestMembers), ...total },
    rows: sight.withMembers ? tallies.map((tally) => memberCounts(tally, bySeat(tally.seat))) : null,
  };
}

function talliesOf({ seats, figures: rows }: CountsFacts): Tally[] {
  const none = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>;
  const tallies = new Map(seats.map((seat): [string, Tally] => [seat.membershipId, { ...none, seat }]));
  for (const { membershipId, figure, amount } of rows) {
    const tally = tallies.get(membershipId);
    if (tally) tally[figure] = amount;
  }
  return [...tallies.values()];
}

function memberCounts({ educationHundredths, ...tally }: Tally, thanked: Thanked): MemberCounts {
  const countableWeeks = letters.reduce((sum, letter) => sum + tally[letter], 0);
  return { ...tally, countableWeeks, educationUnits: decimal(educationHundredths), ...thanked };
}

/** Sums to which some, yet fewer than so many persons contributed are null. */
function totalOf(tallies: Tally[], fewestMembers: number): Omit<CountsTotal, keyof Thanked> {
  const sumOf = (figure: Figure): number | null => {
    const contributing = tallies.filter((tally) => tally[figure] !== 0);
    const persons = new Set(contributing.map(({ seat }) => seat.personId)).size;
    if (persons > 0 && persons < fewestMembers) return null;
    return contributing.reduce((sum, tally) => sum + tally[figure], 0);
  };
  const sums = Object.fromEntries(figures.map((figure) => [figure, sumOf(figure)])) as Record<Figure, number | null>;
  const { educationHundredths, ...byThePiece } = sums;
  return {
    ...byThePiece,
    countableWeeks: letters.reduce<number | null>((sum, letter) => plus(sum, sums[letter]), 0),
    educationUnits: educationHundredths === null ? null : decimal(educationHundredths),
  };
}

function plus(sum: number | null, part: number | null): number | null {
  return sum === null || part === null ? null : sum + part;
}

/** What each seat and the whole club were thanked for, as far as it is shown. */
function thankedOf(rows: ThankedRow[], sight: CountsSight): { bySeat: (seat: SeatRow) => Thanked; total: Thanked } {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  const judged = currencies.map((currency) => {
    const cells = rows.filter((row) => row.currency === currency);
    const { shown, withheld, isTotalShown } = shownThanked(cells, {
      fewest: sight.fewestSellers,
      withMembers: sight.withMembers,
    });
    const amountMinor = cells.reduce((sum, cell) => sum + BigInt(cell.amountMinor), 0n);
    return { currency, shown, withheld, isTotalShown, amount: money(amountMinor, currency) };
  });
  const of = (seat: SeatRow) => (row: ThankedRow) => row.membershipId === seat.membershipId;
  return {
    bySeat: (seat) => ({
      thanked: judged.flatMap(({ shown }) =>
        shown.filter(of(seat)).map(({ amountMinor, currency }) => money(amountMinor, currency)),
      ),
      thankedWithheld: judged.flatMap(({ withheld }) => withheld.filter(of(seat)).map(({ currency }) => currency)),
    }),
    total: {
      thanked: judged.filter(({ isTotalShown }) => isTotalShown).map(({ amount }) => amount),
      thankedWithheld: judged.filter(({ isTotalShown }) => !isTotalShown).map(({ currency }) => currency),
    },
  };
}

/** From 150 hundredths to "1.5", and from 200 to "2". */
function decimal(hundredths: number): string {
  return (hundredths / 100).toString();
}
