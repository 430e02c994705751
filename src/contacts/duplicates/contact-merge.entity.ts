import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { Details } from './merged-details.js';

/** A contact was merged into another of the same book: who he was before is kept, until he is erased. */
@Entity('contact_merges')
@ObjectType({ description: 'Two contacts of one address book were found to be one human, and merged.' })
export class ContactMerge {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the merge.' })
  id: string;

  /** Whose book it is; nobody else merges in it. */
  @Column('uuid')
  ownerId: string;

  @Column('uuid')
  keptId: string;

  /** Its own row stays as it was. */
  @Column('uuid')
  mergedId: string;

  /** The details of the kept one before; null once erased. */
  @Column('jsonb', { nullable: true })
  keptBefore: Details | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When they were merged.' })
  mergedAt: Date;
}
