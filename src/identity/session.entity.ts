import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A session ends this many days after its last use … */
export const idleDays = 30;
/** … and this many days after the sign-in at the latest, however much it is used. */
export const longestDays = 180;

/** One sign-in of an account, on one device. It is live until it is revoked or expires. */
@Entity('sessions')
@ObjectType({ description: 'One sign-in of the viewer, on one device.' })
export class Session {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the session. It is not what signs in.' })
  id: string;

  @Column('uuid')
  accountId: string;

  /** SHA-256 of the token; the token itself is known to the client alone. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What the client called itself (its user agent) at the sign-in; null when it did not.',
  })
  client: string | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When the sign-in was.' })
  createdAt: Date;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was last used, give or take five minutes.' })
  lastSeenAt: Date;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: `When it ends: ${idleDays} days after its last use, at the latest ${longestDays} days after the sign-in.`,
  })
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
