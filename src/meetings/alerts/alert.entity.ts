import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

export const AlertRule = describedEnum('AlertRule', 'Which rule of the club somebody came up against.', {
  ABSENCES: 'As many absences within the window as `absenceAlertCount`, with `latePerAbsence` times late as one.',
  SUBSTITUTES: 'More substitutes within the window than `substituteCap`.',
  VISITS: 'More meetings visited without a seat than `visitorVisitCap`.',
  OFFICE_TERM: 'One office held in a row for more months than `officeTermMonths`.',
  EDUCATION: 'A feature presentation after fewer education units than `educationUnitsBeforeFeature`.',
});
export type AlertRule = (typeof AlertRule)[keyof typeof AlertRule];

/** A rule of the club, somebody who came up against it, and on what evidence. Never changed: people decide about it. */
@Entity('alerts')
@ObjectType({
  description:
    'Says that somebody came up against a rule of the club: by which version of the rules, and on what evidence. What follows from it is for people to decide.',
})
export class Alert {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the alert.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('enum', { enum: AlertRule, enumName: 'alert_rule' })
  @Field(() => AlertRule, { description: 'The rule.' })
  rule: AlertRule;

  @Column('uuid')
  rulesId: string;

  @Column('uuid', { nullable: true })
  membershipId: string | null;

  /** The visitor as whom he came to the meeting that raised it; what counts is the human. */
  @Column('uuid', { nullable: true })
  visitorId: string | null;

  /** The closed meeting as of whose day the rule was judged. */
  @Column('uuid')
  meetingId: string;

  /** Exposed by the resolver, without the zeros at its end. */
  @Column('numeric', { precision: 6, scale: 2 })
  measured: string;

  /** The meeting, visitor or term of office without which it would not have been raised: never twice for the same. */
  @Column('uuid')
  lastEvidenceId: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  raisedAt: Date;
}
