import { daysOfWorld } from './calendar.js';
import type { WorldRows } from './copy-text.js';
import type { Country } from './countries.js';
import { Dice } from './dice.js';
import { type Kind, keyOf } from './ids.js';
import type { Seat, WorldPlan } from './world-plan.js';

/** When meetings begin, in minutes after midnight where the club is, and how long they last. */
export const meetingStart = 7 * 60;
export const meetingMinutes = 90;
/** The weeks in which no club meets: nobody would come. */
const weeksWithout = [6, 32];

export interface HeldMeeting {
  id: string;
  day: number;
  /** When it started, in minutes since the first day of the world. */
  start: number;
}

/** What one club does in its year: who sits in it, when it meets, and where the rows go. */
export class ClubYear {
  readonly id: string;
  readonly country: Country;
  readonly seats: readonly Seat[];
  readonly meetings: readonly HeldMeeting[];
  private readonly counters = new Map<Kind, { beginning: string; next: number }>();

  constructor(
    readonly plan: WorldPlan,
    readonly club: number,
    readonly rows: WorldRows,
  ) {
    this.id = plan.clubId(club);
    this.country = plan.countryOf(club);
    this.seats = plan.seatsOf(club);
    this.meetings = Array.from({ length: daysOfWorld / 7 }, (_, week) => week)
      .filter((week) => !weeksWithout.includes(week))
      .map((week) => {
        const day = week * 7 + (club % 5);
        return { id: this.newKey('meeting'), day, start: this.local(day, meetingStart) };
      });
  }

  /** The member who keeps the records of the club. */
  get secretary(): Seat {
    return this.seats[2] as Seat;
  }

  /** Throws of its own for a subject, so that one does not shift the other. */
  dice(subject: number): Dice {
    return new Dice(this.plan.size.seed, this.club, subject);
  }

  newKey(kind: Kind): string {
    let counter = this.counters.get(kind);
    if (!counter) {
      counter = { beginning: this.plan.keys(kind, this.club), next: 0 };
      this.counters.set(kind, counter);
    }
    counter.next += 1;
    return keyOf(counter.beginning, counter.next - 1);
  }

  day(number: number): string {
    return this.plan.calendar.day(number);
  }

  instant(minute: number): string {
    return this.plan.calendar.instant(minute);
  }

  /** When it is so many minutes after midnight on a day where the club is. */
  local(day: number, minute: number): number {
    return this.plan.calendar.local(this.country.timeZone, day, minute);
  }
}
