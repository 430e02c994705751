import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MetricKey } from './profile.js';
import type { ScorecardColour } from './score.types.js';

/** What is kept of a metric. Money is not: whoever may see it finds it in the deals. */
export interface KeptMetric {
  key: MetricKey;
  /** Null also for money, and for shares of it. */
  value: number | null;
  points: number;
  max: number;
}

/** What a seat scored in a month that was complete, by the version of then. Never changed. */
@Entity('scorecard_results')
export class ScorecardResultOfMonth {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  /** Its first day. */
  @Column('date')
  month: string;

  @Column('text')
  profileCode: string;

  @Column('integer')
  profileVersion: number;

  @Column('integer')
  weeks: number;

  @Column('double precision')
  points: number;

  @Column('double precision')
  most: number;

  @Column('jsonb', { nullable: true })
  colour: ScorecardColour | null;

  @Column('jsonb')
  metrics: KeptMetric[];

  @Column('timestamptz')
  scoredAt: Date;
}
