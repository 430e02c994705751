import type { CountEntry, CountedSeat } from './recount-counts.js';
import type { AskedPeriod } from './return-report.js';

/** What a client knows of money: deals with their root, later adjustments, and splits that took the credit away. */
export type MoneyEntry =
  | {
      act: 'deal';
      dealId: string;
      sellerId: string;
      /** Null without a root: it counts for nobody. */
      rootId: string | null;
      closedOn: string;
      amountMinor: number;
      currency: string;
      visibility: 'exact' | 'band' | 'only_the_sum' | 'hidden';
    }
  | { act: 'adjustment'; dealId: string; day: string; amountMinor: number }
  /** A later one takes the place of an earlier one. */
  | { act: 'split'; dealId: string; personIds: string[] };

type DealEntry = Extract<MoneyEntry, { act: 'deal' }>;

/** Some money of one deal, on its day, and the seat it counts for. */
interface Part {
  seat: CountedSeat;
  deal: DealEntry;
  minor: number;
  /** Whether the viewer sees the amount of this very deal anyhow. */
  seen: boolean;
}

interface Sums {
  /** Minor units by currency. */
  shown: Map<string, number>;
  withheld: string[];
}

/** What each seat and all seats together were thanked for, and what of it a member of the club may be told. */
export function recountThanked(
  log: readonly CountEntry[],
  { seats, period, viewerId }: { seats: CountedSeat[]; period: AskedPeriod; viewerId: string },
): { ofSeat: (seat: CountedSeat) => Sums; total: Sums } {
  const parts = seats.flatMap((seat) => partsOf(log, seat, period, viewerId));
  const ofSeat = (seat: CountedSeat) =>
    sumsOf(
      parts.filter((part) => part.seat === seat),
      (currency) => unseen(parts, currency, [seat]),
    );
  const hiddenSeats = (currency: string) => seats.filter((seat) => ofSeat(seat).withheld.includes(currency));
  return { ofSeat, total: sumsOf(parts, (currency) => unseen(parts, currency, hiddenSeats(currency))) };
}

function partsOf(log: readonly CountEntry[], seat: CountedSeat, { from, to }: AskedPeriod, viewerId: string): Part[] {
  const { personId, joinedOn, leftOn } = seat;
  const isWithin = (day: string) => from <= day && day <= to;
  return log
    .filter((entry): entry is DealEntry => entry.act === 'deal' && entry.rootId === personId)
    .filter(({ closedOn }) => joinedOn <= closedOn && (!leftOn || closedOn < leftOn))
    .filter(({ visibility }) => visibility !== 'hidden')
    .flatMap((deal) => {
      const later = log.flatMap((entry) => (entry.act === 'adjustment' && entry.dealId === deal.dealId ? [entry] : []));
      const seen =
        deal.sellerId === viewerId || (deal.visibility === 'exact' && credited(log, deal).includes(viewerId));
      return [{ day: deal.closedOn, amountMinor: deal.amountMinor }, ...later]
        .filter(({ day }) => isWithin(day))
        .map(({ amountMinor }) => ({ seat, deal, minor: amountMinor, seen }));
    });
}

function credited(log: readonly CountEntry[], deal: DealEntry): (string | null)[] {
  const splits = log.flatMap((entry) => (entry.act === 'split' && entry.dealId === deal.dealId ? [entry] : []));
  return splits.at(-1)?.personIds ?? [deal.rootId];
}

/** How many sellers the viewer would be told something of by the money of these seats. */
function unseen(parts: Part[], currency: string, seats: CountedSeat[]): number {
  const telling = parts.filter((part) => !part.seen && part.deal.currency === currency && seats.includes(part.seat));
  return new Set(telling.map(({ deal }) => deal.sellerId)).size;
}

function sumsOf(parts: Part[], tellsOf: (currency: string) => number): Sums {
  const sums = new Map<string, number>();
  for (const { deal, minor } of parts) sums.set(deal.currency, (sums.get(deal.currency) ?? 0) + minor);
  const isShown = (currency: string) => ![1, 2].includes(tellsOf(currency));
  return {
    shown: new Map([...sums].filter(([currency]) => isShown(currency))),
    withheld: [...sums.keys()].filter((currency) => !isShown(currency)),
  };
}
