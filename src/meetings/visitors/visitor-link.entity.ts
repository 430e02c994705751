import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** A member's own link by which strangers register for a meeting. At most one of his is live for each meeting. */
@Entity('visitor_links')
@ObjectType({ description: "A member's own link by which strangers register for a meeting. Only he sees it." })
export class VisitorLink {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the link. It is no part of its address.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('uuid')
  personId: string;

  /** SHA-256 of the token; the token itself is in the address alone. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked, or a newer one took its place; null while it is the latest.',
  })
  revokedAt: Date | null;

  /** The first time counts. */
  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}
