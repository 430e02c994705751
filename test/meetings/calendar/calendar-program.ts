import ICAL from 'ical.js';
import type { Actor, TestApp } from '../../support/test-app.js';
import { evening } from './club-calendar.js';

interface Entry {
  uid: string;
  summary: string;
  location: string;
  start: string;
  end: string;
  status: string;
  sequence: number;
  stamp: string;
  modified: string;
}

/** What a calendar program makes of a text. */
export function parse(text: string): { name: string; entries: Entry[] } {
  const parsed = new ICAL.Component(ICAL.parse(text));
  const entries = parsed.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, location, startDate, endDate, sequence } = new ICAL.Event(component);
    const property = (name: string) => String(component.getFirstPropertyValue(name));
    return {
      ...{ uid, summary, location, sequence },
      start: startDate.toString(),
      end: endDate.toString(),
      status: property('status'),
      stamp: property('dtstamp'),
      modified: property('last-modified'),
    };
  });
  // The parser leaves properties that are not in the standard as they are; their default type is that of a summary.
  const name = ICAL.Property.fromString(`SUMMARY:${parsed.getFirstPropertyValue('x-wr-calname')}`).getFirstValue();
  return { name: String(name), entries };
}

/** Fetches feeds of a server, at an instant. */
export class CalendarProgram {
  constructor(private readonly app: TestApp) {}

  /** @returns the address of a new feed, on this very server */
  async address(actor: Actor, clubId: string | null = null): Promise<string> {
    const { url } = await this.app.act(actor, 'createCalendarFeed', { clubId }, 'url');
    return this.app.url + new URL(url).pathname;
  }

  read(url: string, headers: Record<string, string> = {}, instant = evening): Promise<Response> {
    return this.app.at(instant, () => fetch(url, { headers }));
  }

  async entriesAt(url: string, instant = evening): Promise<Entry[]> {
    return parse(await (await this.read(url, {}, instant)).text()).entries;
  }
}
