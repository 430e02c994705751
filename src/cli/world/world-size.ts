import { Temporal } from 'temporal-polyfill';
import { shiftDay } from '../../platform/clock.js';
import { Problem } from '../problem.js';

/** How large a world is and which one: all of it follows from these. */
export interface WorldSize {
  clubs: number;
  seed: number;
  /** How many contacts are in the address book of each member. */
  contacts: number;
  /** The last of the 364 days the world has lived, a civil day. */
  until: string;
}

/** What was said on the command line; `until` may be left out. */
export interface WorldOptions {
  clubs: string;
  seed: string;
  contacts: string;
  until?: string;
}

/** @throws Problem for what is no such number or day */
export function readWorldSize(options: WorldOptions, today: string): WorldSize {
  return {
    clubs: wholeNumber('--clubs', options.clubs, { least: 2, most: 50_000 }),
    seed: wholeNumber('--seed', options.seed, { least: 0, most: 99_999_999 }),
    contacts: wholeNumber('--contacts', options.contacts, { least: 12, most: 1000 }),
    until: options.until === undefined ? lastSundayBefore(today) : pastDay(options.until, today),
  };
}

function wholeNumber(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Problem(`${name} is a whole number from ${least} to ${most}.`);
}

function pastDay(text: string, today: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).toString() < today) return text;
  } catch {
    // No such day: said below as for any other text.
  }
  throw new Problem('--until is a day before today, such as 2026-01-31.');
}

/** The latest Sunday that is over. */
export function lastSundayBefore(today: string): string {
  return shiftDay(today, { days: -Temporal.PlainDate.from(today).dayOfWeek });
}
