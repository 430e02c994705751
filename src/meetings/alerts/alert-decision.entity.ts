import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

export const AlertDecisionKind = describedEnum('AlertDecisionKind', 'What was decided about an alert.', {
  WARN: 'He is spoken to.',
  EXCUSE: 'The evidence is excused: it no longer counts when the rule is judged again.',
  START_PROBATION: 'He is on probation until a day.',
  OPEN_SEAT: 'His seat ends, and is open from a day on.',
});
export type AlertDecisionKind = (typeof AlertDecisionKind)[keyof typeof AlertDecisionKind];

/** What somebody decided about an alert. All decisions are kept; the latest stands. */
@Entity('alert_decisions')
@ObjectType({ description: 'What somebody decided about an alert. All decisions are kept; the latest stands.' })
export class AlertDecision {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the decision.' })
  id: string;

  @Column('uuid')
  alertId: string;

  @Column('enum', { enum: AlertDecisionKind, enumName: 'alert_decision_kind' })
  @Field(() => AlertDecisionKind, { description: 'What was decided.' })
  decision: AlertDecisionKind;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The last day of the probation; null without one.' })
  probationUntil: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day from which the seat is open; null if it is not.' })
  seatOpensOn: string | null;

  @Column('text')
  @Field({ description: 'Why. The board reads it, and the member himself.' })
  note: string;

  @Column('uuid')
  decidedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  decidedAt: Date;
}
