import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';

const travelled = new AsyncLocalStorage<Date>();

/** The only source of the present moment, so that a season can be played in its own time. */
@Injectable()
export class Clock {
  now(): Date {
    return travelled.getStore() ?? new Date();
  }

  /** The civil day (YYYY-MM-DD) it is now in an IANA time zone. */
  today(timeZone: string): string {
    return civilDay(this.now(), timeZone);
  }

  /** Runs the work with the clock standing still at the instant. Only the demo season and the tests travel. */
  at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return travelled.run(instant, work);
  }
}

/** The civil day (YYYY-MM-DD) of an instant in an IANA time zone. */
export function civilDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The first instant of a civil day (YYYY-MM-DD) in an IANA time zone, and that of the next day. */
export function instantsOf(day: string, timeZone: string): { since: Date; until: Date } {
  const date = Temporal.PlainDate.from(day);
  const begin = (of: Temporal.PlainDate): Date => new Date(of.toZonedDateTime(timeZone).epochMilliseconds);
  return { since: begin(date), until: begin(date.add({ days: 1 })) };
}

/** The civil day (YYYY-MM-DD) so much after a day, or before it where the number is negative. */
export function shiftDay(day: string, by: { days?: number; months?: number; years?: number }): string {
  return Temporal.PlainDate.from(day).add(by).toString();
}

/** The instant so many times 24 hours after an instant, or before it where the number is negative. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 86_400_000);
}
