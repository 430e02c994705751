import type { EntityManager } from 'typeorm';
import { firstVisit } from '../../meetings/visitors/first-visit.sql.js';
import { askedParameters, type SubjectPeriod } from '../asked-periods.js';
import { seatsInPeriod } from './seats-in-period.sql.js';

/** What is counted by the piece, but for education units: these in hundredths. */
export const figures = [
  'present',
  'absent',
  'late',
  'medical',
  'substitute',
  'referralsGivenInside',
  'referralsGivenOutside',
  'referralsReceivedInside',
  'referralsReceivedOutside',
  'visitors',
  'oneToOnes',
  'educationHundredths',
  'testimonials',
] as const;
export type Figure = (typeof figures)[number];

/** One figure of a seat at a place of the list asked about. */
export interface FigureRow {
  place: number;
  membershipId: string;
  figure: Figure;
  amount: number;
}

/** Of meetings that were or are being held, those on a day of the seat's period. */
const heldInPeriod = `m.state IN ('closed', 'open') AND m.held_on BETWEEN seats.from_day AND seats.to_day`;

const letters = `
  SELECT seats.place, seats.membership_id, a.letter::text AS figure, 1 AS amount
  FROM seats JOIN attendances a ON a.membership_id = seats.membership_id
  JOIN meetings m ON m.id = a.meeting_id AND ${heldInPeriod}`;

const visitors = `
  SELECT seats.place, seats.membership_id, 'visitors', 1
  FROM seats JOIN visitors v ON v.invited_by_membership_id = seats.membership_id AND v.came_at IS NOT NULL
  JOIN meetings m ON m.id = v.meeting_id AND ${heldInPeriod}
  WHERE ${firstVisit}`;

/** A referral counts for its giver on his own club's civil day, and for its receiver on that of his. */
const referral = (side: 'Given' | 'Received'): string => `
  SELECT seats.place, seats.membership_id,
    'referrals${side}' || CASE WHEN r.introduction_id IS NULL THEN 'Inside' ELSE 'Outside' END, 1
  FROM seats JOIN referrals r ON ${side === 'Given' ? 'r.giver_membership_id' : 'r.receiver_membership_id'} = seats.membership_id
  WHERE ${side === 'Given' ? '(r.given_at AT TIME ZONE seats.time_zone)::date' : 'r.given_on'}
    BETWEEN seats.from_day AND seats.to_day`;

/** They are between persons: each counts for the seat that was held on its day. */
const oneToOnes = (side: 'proposer_id' | 'partner_id'): string => `
  SELECT seats.place, seats.membership_id, 'oneToOnes', 1
  FROM seats JOIN one_to_ones o ON o.${side} = seats.person_id AND o.state = 'held'
  WHERE o.held_on BETWEEN seats.from_day AND seats.to_day AND seats.term @> o.held_on`;

const educationUnits = `
  SELECT seats.place, seats.membership_id, 'educationHundredths', (e.units * 100)::int
  FROM seats JOIN education_units e ON e.membership_id = seats.membership_id
  WHERE e.earned_on BETWEEN seats.from_day AND seats.to_day`;

const testimonials = `
  SELECT seats.place, seats.membership_id, 'testimonials', 1
  FROM seats JOIN testimonials t ON t.giver_membership_id = seats.membership_id
  WHERE t.given_on BETWEEN seats.from_day AND seats.to_day`;

const acts = [
  letters,
  visitors,
  referral('Given'),
  referral('Received'),
  oneToOnes('proposer_id'),
  oneToOnes('partner_id'),
  educationUnits,
  testimonials,
];

const text = `
  WITH ${seatsInPeriod},
  acts AS (${acts.join(' UNION ALL ')})
  SELECT place, membership_id AS "membershipId", figure, sum(amount)::int AS amount
  FROM acts GROUP BY place, membership_id, figure`;

/** All figures but money, by seat; what there is none of has no row. */
export function figureRows(manager: EntityManager, asked: readonly SubjectPeriod[]): Promise<FigureRow[]> {
  return manager.query<FigureRow[]>(text, askedParameters(asked));
}
