import { Temporal } from 'temporal-polyfill';

/** How many days a world lives: 52 weeks. */
export const daysOfWorld = 364;
export const minutesOfDay = 1440;
/** How many days before the first there are texts for: somebody may have joined eight years before. */
const daysBefore = 3000;

const times = Array.from({ length: minutesOfDay }, (_, minute) => {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return ` ${hour}:${rest}+00`;
});

/** The days of a world, counted from 0, and its instants, in minutes since its first day began in UTC. */
export class WorldCalendar {
  private readonly first: Temporal.PlainDate;
  private readonly days: string[];
  private readonly offsets = new Map<string, number[]>();

  constructor(until: string) {
    this.first = Temporal.PlainDate.from(until).subtract({ days: daysOfWorld - 1 });
    this.days = Array.from({ length: daysBefore + daysOfWorld + 400 }, (_, index) =>
      this.first.add({ days: index - daysBefore }).toString(),
    );
  }

  /** The beginning of the first day in UTC, in milliseconds since 1970. */
  get since(): number {
    return this.first.toZonedDateTime('UTC').epochMilliseconds;
  }

  day(number: number): string {
    return this.days[number + daysBefore] as string;
  }

  instant(minute: number): string {
    const day = Math.floor(minute / minutesOfDay);
    return this.day(day) + (times[minute - day * minutesOfDay] as string);
  }

  /** The instant at which it is so many minutes after midnight on a day in a time zone. */
  local(timeZone: string, day: number, minute: number): number {
    return day * minutesOfDay + minute - (this.offsetsOf(timeZone)[day] ?? 0);
  }

  /** By how many minutes the clocks of a time zone are ahead of UTC at noon, for each day. */
  private offsetsOf(timeZone: string): number[] {
    const known = this.offsets.get(timeZone);
    if (known) return known;
    const offsets = Array.from({ length: daysOfWorld }, (_, day) => {
      const noon = this.first.add({ days: day }).toZonedDateTime({ timeZone, plainTime: '12:00' });
      return Math.round(noon.offsetNanoseconds / 60_000_000_000);
    });
    this.offsets.set(timeZone, offsets);
    return offsets;
  }
}
