import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** In which table the objects of a type are. */
const tables: Record<string, string> = {
  Alert: 'alerts',
  AgendaPoint: 'agenda_points',
  Attendance: 'attendances',
  CalendarFeed: 'calendar_feeds',
  Club: 'clubs',
  // The key of a merged one is answered with the one that stands for it, and so in no answer.
  Contact: 'contacts WHERE merged_into_id IS NULL',
  ContactLink: 'contact_links',
  ContactImport: 'contact_imports',
  Deal: 'deals',
  Education: 'education_units',
  Holiday: 'holidays',
  Introduction: 'introductions',
  IntroductionRequest: 'introduction_requests',
  Leave: 'leaves',
  Meeting: 'meetings',
  MeetingSeries: 'meeting_series',
  Membership: 'memberships',
  Office: 'offices',
  OneToOne: 'one_to_ones',
  Person: 'persons',
  Presentation: 'presentations',
  Profession: 'professions',
  Referral: 'referrals',
  Region: 'regions',
  RegionDirector: 'region_directors',
  Session: 'sessions',
  Testimonial: 'testimonials',
  Speaker: 'speakers',
  SpeakerSwap: 'speaker_swaps',
  Visitor: 'visitors',
  VisitorLink: 'visitor_links',
};

/** All keys there are, of every network. */
export class Keys {
  private constructor(private readonly keys: Map<string, string[]>) {}

  static async read(database: DataSource): Promise<Keys> {
    const keys = new Map<string, string[]>();
    for (const [type, table] of Object.entries(tables)) {
      const rows = await database.query<{ id: string }[]>(`SELECT id FROM ${table} ORDER BY id`);
      keys.set(
        type,
        rows.map(({ id }) => id),
      );
    }
    return new Keys(keys);
  }

  /** @throws Error for a type of which it is not known where its objects are */
  of(type: string): string[] {
    const keys = this.keys.get(type);
    if (!keys) throw new Error(`Say in test/permissions/keys.ts in which table a ${type} is.`);
    return keys;
  }
}

/** A key of nothing. */
export const missing = (): string => randomUUID();
