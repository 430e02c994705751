import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A contact whom a member of the club invited to a meeting, and who came or did not. */
@Entity('visitors')
@ObjectType({ description: 'Somebody without a seat whom a member invited to a meeting of the club.' })
export class Visitor {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the visit.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  contactId: string;

  @Column('uuid')
  invitedByMembershipId: string;

  @Column('uuid')
  invitedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When he was invited.' })
  invitedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded that he came; null until then.' })
  cameAt: Date | null;

  /** That he came stays as it was recorded first. */
  come(now: Date): void {
    this.cameAt ??= now;
  }
}
