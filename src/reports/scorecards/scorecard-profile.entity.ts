import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScorecardProfile } from './profile.js';

/** A profile of a network's own, as it was uploaded. Never changed: a new version is a new row. */
@Entity('scorecard_profiles')
export class OwnScorecardProfile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  networkId: string;

  /** The id within the content. */
  @Column('text')
  code: string;

  @Column('integer')
  version: number;

  @Column('jsonb')
  content: ScorecardProfile;

  @Column('uuid')
  addedById: string;

  @Column('timestamptz')
  addedAt: Date;
}
