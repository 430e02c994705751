import ical, { escape as escapeText, ICalEventStatus } from 'ical-generator';

/** Something that stands in a calendar. */
export interface CalendarEntry {
  /** Its UID: the same as long as it lives. */
  id: string;
  /** How often it was changed in a way that people must learn of: its SEQUENCE. */
  revision: number;
  /** When it was changed last, or else made. */
  changedAt: Date;
  startsAt: Date;
  minutes: number;
  summary: string;
  place: string | null;
  isCancelled: boolean;
}

/** How often a calendar program shall come for it, in seconds: every hour. */
const refreshSeconds = 3600;

/**
 * A calendar as RFC 5545 writes it. It depends on the entries alone and not on the moment, so that one that has not
 * changed is the same text.
 */
export function calendarText(name: string, entries: CalendarEntry[]): string {
  const calendar = ical({
    // The library writes a name as it is, unlike all other texts.
    name: escapeText(name, false),
    prodId: { company: 'Kring', product: 'Kring', language: 'EN' },
    ttl: refreshSeconds,
    events: entries.map((entry) => ({
      id: entry.id,
      sequence: entry.revision,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: entry.startsAt,
      end: new Date(entry.startsAt.getTime() + entry.minutes * 60_000),
      summary: entry.summary,
      location: entry.place,
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })),
  });
  // The last line ends like the others.
  return `${calendar.toString()}\r\n`;
}
