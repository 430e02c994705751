import type { EntityManager } from 'typeorm';
import { askedParameters, askedPeriods, type SubjectPeriod } from '../asked-periods.js';
import { closedMeetings, inClosedMeetings } from './closed-meetings.sql.js';
import type { ReturnSubject } from './money-in-period.sql.js';

/** Presentations of one focus in one month, at a place of the list asked about. */
export interface PresentationsRow {
  place: number;
  /** YYYY-MM */
  month: string;
  /** Null for those whose focus nobody marked. */
  focus: 'asks_for_referral' | 'sells_to_room' | null;
  presentations: number;
  /** Who gave them. */
  presenters: string[];
}

const text = (subject: ReturnSubject): string => `
  WITH ${askedPeriods},
  ${closedMeetings(subject)}
  SELECT closed.place, to_char(closed.held_on, 'YYYY-MM') AS month, presentations.focus::text AS focus,
    count(*)::int AS presentations, array_agg(DISTINCT presenter.person_id::text) AS presenters
  ${inClosedMeetings(subject, 'presentations')}
  JOIN memberships presenter ON presenter.id = presentations.membership_id
  GROUP BY closed.place, month, presentations.focus`;

const texts = { club: text('club'), seat: text('seat') };

/** Presentations in closed meetings, by month and focus; what there is none of has no row. */
export function presentationsRows(
  manager: EntityManager,
  subject: ReturnSubject,
  asked: readonly SubjectPeriod[],
): Promise<PresentationsRow[]> {
  return manager.query<PresentationsRow[]>(texts[subject], askedParameters(asked));
}
