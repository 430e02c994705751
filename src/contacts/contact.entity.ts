import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { UuidScalar } from '../platform/graphql/scalars.js';

export const AcquaintanceStrength = describedEnum('AcquaintanceStrength', 'How well a member knows a contact.', {
  WEAK: 'They have met; he would have to say again who he is.',
  FAMILIAR: 'They know each other and what the other does.',
  STRONG: 'He can call at any time, and is called back.',
});
export type AcquaintanceStrength = (typeof AcquaintanceStrength)[keyof typeof AcquaintanceStrength];

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

  /** Null once erased. */
  @Column('text', { nullable: true })
  name: string | null;

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

  /** In words of the owner: what he is by trade. */
  @Column('text', { nullable: true })
  profession: string | null;

  @Column('text', { nullable: true })
  place: string | null;

  /** How well the owner knows him; null when he does not say. */
  @Column('enum', { enum: AcquaintanceStrength, enumName: 'acquaintance_strength', nullable: true })
  strength: AcquaintanceStrength | null;

  @Column('date', { nullable: true })
  lastSpokenOn: string | null;

  /** Kept out of all that others may be led to him by, whatever his owner shares. */
  @Column('boolean')
  isPrivate: boolean;

  /** The contact of the same owner that stands for this one since they were merged. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  /** Since when nothing is left of him but his places in chains. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;

  /** The import he came by; null for whom his owner wrote down himself. */
  @Column('uuid', { nullable: true })
  importId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** They spoke on a day; one that is told late takes nothing back. */
  talk(on: string): void {
    if (this.lastSpokenOn === null || on > this.lastSpokenOn) this.lastSpokenOn = on;
  }
}
