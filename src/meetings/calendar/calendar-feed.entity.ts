import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** An address at which a calendar program finds meetings. Who knows it may read them, so only its hash is kept. */
@Entity('calendar_feeds')
@ObjectType({ description: 'A secret address at which a calendar program finds meetings, until it is revoked.' })
export class CalendarFeed {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the feed, which is not its address.' })
  id: string;

  @Column('uuid')
  madeById: string;

  /** The club whose meetings it lists; null for those of whoever made it. */
  @Column('uuid', { nullable: true })
  clubId: string | null;

  /** SHA-256 of the token in the address; the token itself is not kept. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
