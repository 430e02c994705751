import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

export const PresentationKind = describedEnum('PresentationKind', 'Which turn of a member in a meeting it is.', {
  WEEKLY: 'The short turn that everybody has, of about a minute.',
  FEATURE: 'The long turn of one member, of about ten minutes.',
});
export type PresentationKind = (typeof PresentationKind)[keyof typeof PresentationKind];

export const PresentationFocus = describedEnum('PresentationFocus', 'What a presentation was about.', {
  ASKS_FOR_REFERRAL: 'It told the others whom he wants to meet.',
  SELLS_TO_ROOM: 'It offered something to those who were there.',
});
export type PresentationFocus = (typeof PresentationFocus)[keyof typeof PresentationFocus];

/** The turn of a member in a meeting: one of each kind. What it was before is in the record of activity. */
@Entity('presentations')
@ObjectType({ description: 'The turn of a member in a meeting, with what he asks for.' })
export class Presentation {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the presentation.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('enum', { enum: PresentationKind, enumName: 'presentation_kind' })
  @Field(() => PresentationKind, { description: 'Which turn it is.' })
  kind: PresentationKind;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The introduction he seeks; null when none is noted.' })
  ask: string | null;

  @Column('enum', { enum: PresentationFocus, enumName: 'presentation_focus', nullable: true })
  @Field(() => PresentationFocus, { nullable: true, description: 'What it was about; null until it is marked.' })
  focus: PresentationFocus | null;

  @Column('uuid', { nullable: true })
  focusMarkedById: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the focus was marked last; null until it is.' })
  focusMarkedAt: Date | null;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was recorded first.' })
  recordedAt: Date;

  /** A later focus takes the place of the earlier one. */
  markFocus(focus: PresentationFocus, markedById: string, now: Date): void {
    this.focus = focus;
    this.focusMarkedById = markedById;
    this.focusMarkedAt = now;
  }
}
