import { money } from '../../src/platform/money.js';
import { type MoneyEntry, recountThanked } from './recount-thanked.js';
import type { AskedPeriod } from './return-report.js';

/** A seat in the club that is counted. */
export interface CountedSeat {
  membershipId: string;
  personId: string;
  joinedOn: string;
  /** The day from which it is empty. */
  leftOn?: string | null;
}

/**
 * One thing a client knows it did, in the order in which it was done. Seats are named by `membershipId`, persons by
 * `personId`; every `day` is a civil day in the club of whoever it counts for.
 */
export type CountEntry =
  /** A letter; a later one of the same member for the same meeting takes its place. */
  | { act: 'letter'; meetingId: string; day: string; membershipId: string; letter: Letter }
  /** A visitor came to a meeting; `first` when he had not come to an earlier one of the club. */
  | { act: 'visit'; meetingId: string; day: string; inviterMembershipId: string; first: boolean }
  /** The meeting was not held, or is planned again: nothing of it counts. */
  | { act: 'cancelled'; meetingId: string }
  | {
      act: 'referral';
      giverMembershipId: string;
      receiverMembershipId: string;
      inside: boolean;
      givenOn: string;
      receivedOn: string;
    }
  /** Whoever recorded it: the same pair on the same day is one. */
  | { act: 'oneToOne'; personIds: [string, string]; day: string }
  /** Units in hundredths, negative for a correction. */
  | { act: 'units'; membershipId: string; day: string; hundredths: number }
  | { act: 'testimonial'; giverMembershipId: string; day: string }
  | MoneyEntry;

const letters = ['present', 'absent', 'late', 'medical', 'substitute'] as const;
export type Letter = (typeof letters)[number];

const figures = [
  ...letters,
  'countableWeeks',
  'referralsGivenInside',
  'referralsGivenOutside',
  'referralsReceivedInside',
  'referralsReceivedOutside',
  'visitors',
  'oneToOnes',
  'testimonials',
] as const;
type Figure = (typeof figures)[number];

/** All columns of one member, or of the total, by the names and in the forms of the API. */
export type Recounted = Record<Figure, number> & {
  educationUnits: string;
  thanked: { amount: string; currency: string }[];
  thankedWithheld: string[];
};

interface Asked {
  seats: CountedSeat[];
  period: AskedPeriod;
  /** The person who looks: what he may know decides which sums of money he is shown. */
  viewerId: string;
}

/** The counts, counted again by walking through the log once per seat. It shares nothing with the report. */
export function recountCounts(
  log: readonly CountEntry[],
  { seats, period, viewerId }: Asked,
): { members: Map<string, Recounted>; total: Recounted } {
  const counted = seats.filter(
    ({ joinedOn, leftOn }) => joinedOn <= period.to && (!leftOn || (leftOn > period.from && leftOn > joinedOn)),
  );
  const lasting = whatLasts(log);
  const money = recountThanked(log, { seats: counted, period, viewerId });
  const members = counted.map((seat): [string, Recounted] => {
    const { hundredths, ...plain } = recountSeat(lasting, seat, period);
    const { shown, withheld } = money.ofSeat(seat);
    return [seat.membershipId, { ...plain, ...moneyOf(shown, withheld), educationUnits: String(hundredths / 100) }];
  });
  const sum = (figureOf: (row: Recounted) => number) => members.reduce((total, [, row]) => total + figureOf(row), 0);
  const total = Object.fromEntries(figures.map((figure) => [figure, sum((row) => row[figure])]));
  return {
    members: new Map(members),
    total: {
      ...(total as Record<Figure, number>),
      ...moneyOf(money.total.shown, money.total.withheld),
      educationUnits: String(Math.round(sum((row) => Number(row.educationUnits) * 100)) / 100),
    },
  };
}

/** The log without letters that were replaced, without meetings that were not held, and each one-to-one once. */
function whatLasts(log: readonly CountEntry[]): CountEntry[] {
  const cancelled = new Set(log.flatMap((entry) => (entry.act === 'cancelled' ? [entry.meetingId] : [])));
  const lasting = new Map<string, CountEntry>();
  log.forEach((entry, place) => {
    if ('meetingId' in entry && cancelled.has(entry.meetingId)) return;
    let key = String(place);
    if (entry.act === 'letter') key = `${entry.meetingId} ${entry.membershipId}`;
    if (entry.act === 'oneToOne') key = [...entry.personIds].sort().concat(entry.day).join(' ');
    lasting.set(key, entry);
  });
  return [...lasting.values()];
}

function recountSeat(log: CountEntry[], seat: CountedSeat, { from, to }: AskedPeriod) {
  const { membershipId, personId, joinedOn, leftOn } = seat;
  const isWithin = (day: string) => from <= day && day <= to;
  const isHeld = (day: string) => joinedOn <= day && (!leftOn || day < leftOn);
  const row = {
    ...(Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>),
    hundredths: 0,
  };
  for (const entry of log) {
    if (entry.act === 'letter' && entry.membershipId === membershipId && isWithin(entry.day)) {
      row[entry.letter] += 1;
      row.countableWeeks += 1;
    } else if (entry.act === 'visit' && entry.inviterMembershipId === membershipId && isWithin(entry.day)) {
      if (entry.first) row.visitors += 1;
    } else if (entry.act === 'referral') {
      const { giverMembershipId, receiverMembershipId, inside, givenOn, receivedOn } = entry;
      if (giverMembershipId === membershipId && isWithin(givenOn)) {
        row[inside ? 'referralsGivenInside' : 'referralsGivenOutside'] += 1;
      }
      if (receiverMembershipId === membershipId && isWithin(receivedOn)) {
        row[inside ? 'referralsReceivedInside' : 'referralsReceivedOutside'] += 1;
      }
    } else if (entry.act === 'oneToOne' && entry.personIds.includes(personId)) {
      if (isWithin(entry.day) && isHeld(entry.day)) row.oneToOnes += 1;
    } else if (entry.act === 'units' && entry.membershipId === membershipId && isWithin(entry.day)) {
      row.hundredths += entry.hundredths;
    } else if (entry.act === 'testimonial' && entry.giverMembershipId === membershipId && isWithin(entry.day)) {
      row.testimonials += 1;
    }
  }
  return row;
}

function moneyOf(shown: Map<string, number>, withheld: string[]): Pick<Recounted, 'thanked' | 'thankedWithheld'> {
  const thanked = [...shown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, minor]) => money(String(minor), code));
  return { thanked, thankedWithheld: [...withheld].sort() };
}
