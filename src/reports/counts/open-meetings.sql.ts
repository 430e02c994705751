import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';

/** How many meetings on a day of the period are open still, at a place of the list asked about. */
export interface OpenMeetingsRow {
  place: number;
  openMeetings: number;
}

const text = `
  WITH ${askedPeriods}
  SELECT asked.place, count(*)::int AS "openMeetings"
  FROM asked JOIN meetings m ON m.club_id = asked.subject_id AND m.state = 'open'
    AND m.held_on BETWEEN asked.from_day AND asked.to_day
  GROUP BY asked.place`;

/** The open meetings; a club without any has no row. */
export function openMeetingsRows(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<OpenMeetingsRow[]> {
  return manager.query<OpenMeetingsRow[]>(text, askedParameters(asked));
}
