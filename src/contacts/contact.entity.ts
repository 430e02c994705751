import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { UuidScalar } from '../platform/graphql/scalars.js';

/**
 * Somebody outside the clubs, in one member's address book. His details belong to him: the resolver shows them
 * to the owner, and to a receiver once there is a basis of consent (contact-access.ts).
 */
@Entity('contacts')
@ObjectType({
  description: "Somebody outside the clubs, in one member's address book. Until there is consent, others see the role.",
})
export class Contact {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the contact.' })
  id: string;

  @Column('uuid')
  ownerId: string;

  /** The person of the clubs this contact is or has become. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  company: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What he does, such as facility manager; null when not noted.' })
  role: string | null;

  @Column('citext', { nullable: true })
  email: string | null;

  /** E.164. */
  @Column('text', { nullable: true })
  phone: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
