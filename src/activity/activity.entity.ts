import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that happened. Never changed, never deleted. */
@Entity('activities')
export class Activity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  happenedAt: Date;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** The subject's word and the act's, such as `referral.given`. */
  @Column('text')
  verb: string;

  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  @Column('uuid', { nullable: true })
  clubId: string | null;

  @Column('jsonb')
  details: Record<string, unknown>;
}
