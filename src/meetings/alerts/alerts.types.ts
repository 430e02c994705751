import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { SeveralLines } from '../../platform/graphql/text.js';
import { Alert } from './alert.entity.js';
import { AlertDecision, AlertDecisionKind } from './alert-decision.entity.js';
import { AlertEvidence } from './alert-evidence.entity.js';

export const AlertConnection = connectionOf(Alert);
export const AlertDecisionConnection = connectionOf(AlertDecision);
export const AlertEvidenceConnection = connectionOf(AlertEvidence);

@ArgsType()
export class AlertsArguments extends PageArguments {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those about which nothing is decided yet, false for the others; null for all.',
  })
  undecided: boolean | null = null;
}

@InputType({ description: 'A decision about an alert.' })
export class DecideAlertInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The alert, about somebody else.' })
  alertId: string;

  @Field(() => AlertDecisionKind, {
    description: 'What is decided. About a visitor it is WARN or EXCUSE: he has no seat.',
  })
  decision: AlertDecisionKind;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day of the probation, after today in the club's time zone and at most a year ahead; only for START_PROBATION.",
  })
  probationUntil: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day from which the seat is open, today in the club's time zone or later, at most a year ahead; only for OPEN_SEAT.",
  })
  seatOpensOn: string | null = null;

  @Field({ description: 'Why, from 1 to 1000 characters. The board reads it, and the member himself.' })
  @SeveralLines(1000)
  note: string;
}

@ObjectType({ description: 'The answer to a decision about an alert.' })
export class AlertPayload extends Payload {
  @Field(() => Alert, { nullable: true, description: 'The alert as it is now; null when the act was refused.' })
  alert?: Alert;
}

@ObjectType({ description: 'What the viewer may do with an alert.' })
export class AlertAbilities {
  @Field({ description: 'Decide about it: warn or excuse.' })
  decide: boolean;

  @Field({ description: 'Start a probation, or open the seat.' })
  decideOnSeat: boolean;
}
