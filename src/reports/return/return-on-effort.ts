import { type Money, money } from '../../platform/money.js';
import type { EffortRow } from './effort.sql.js';
import type { ReturnOnEffort } from './return-on-effort.types.js';

/** A one-to-one has no length of its own: this is what is usual. */
const minutesPerOneToOne = 60;
const daysPerYear = 365n;

/** What a club charges. */
export interface Fee {
  currency: string;
  feeMinor: string;
  feeMonths: number;
}

interface Effort {
  row: Omit<EffortRow, 'place'>;
  club: Fee;
  /** Null when it may not be shown. */
  indirectMinor: bigint | null;
  /** Null without a rate. */
  hourlyRateMinor: string | null;
  /** How many members must at least stand behind the hours. */
  fewestMembers: number;
}

/** Ratio = indirect return / (fee for the days of membership + hours x hourly rate). */
export function returnOnEffort({ row, club, indirectMinor, hourlyRateMinor, fewestMembers }: Effort): ReturnOnEffort {
  const { currency } = club;
  const feeMinor = feeFor(row.seatDays, club);
  const oneToOneMinutes = row.oneToOnes * minutesPerOneToOne;
  const minutes = row.meetingMinutes + oneToOneMinutes;
  const timeMinor = hourlyRateMinor === null ? null : costOf(minutes, BigInt(hourlyRateMinor));
  const costMinor = feeMinor + (timeMinor ?? 0n);
  const areHoursShown = row.members === 0 || row.members >= fewestMembers;
  return {
    indirectReturn: moneyOrNull(indirectMinor, currency),
    seatDays: row.seatDays,
    fee: money(feeMinor, currency),
    meetings: areHoursShown ? row.meetings : null,
    meetingHours: areHoursShown ? row.meetingMinutes / 60 : null,
    oneToOnes: areHoursShown ? row.oneToOnes : null,
    oneToOneHours: areHoursShown ? oneToOneMinutes / 60 : null,
    hourlyRate: moneyOrNull(hourlyRateMinor, currency),
    timeCost: moneyOrNull(timeMinor, currency),
    ratio: indirectMinor === null || costMinor === 0n ? null : Number(indirectMinor) / Number(costMinor),
  };
}

/**
 * The fee for so many days, in minor units, half a unit rounded up: fee x 12 x days / (the months it pays for x 365).
 * A seat held for 365 days costs the fee of twelve months.
 */
export function feeFor(seatDays: number, { feeMinor, feeMonths }: Fee): bigint {
  return rounded(BigInt(feeMinor) * 12n * BigInt(seatDays), BigInt(feeMonths) * daysPerYear);
}

function costOf(minutes: number, hourlyRateMinor: bigint): bigint {
  return rounded(BigInt(minutes) * hourlyRateMinor, 60n);
}

/** A quotient of what is not negative, half rounded up. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

function moneyOrNull(amountMinor: bigint | string | null, currency: string): Money | null {
  return amountMinor === null ? null : money(amountMinor, currency);
}
