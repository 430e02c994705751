import { Field, InputType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { ConsentBasis } from '../introduction.entity.js';
import { Consent, WithdrawalReason } from './consent.entity.js';

export const ConsentConnection = connectionOf(Consent);

@InputType({ description: "The basis on which a contact's details may be passed on." })
export class StateConsentInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The introduction with which they are passed on.' })
  introductionId: string;

  @Field(() => ConsentBasis, { description: 'The basis.' })
  consentBasis: ConsentBasis;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day of it by the clocks of the beneficiary's club: after today, at most five years on; null when it has no end.",
  })
  expiresOn: string | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether who introduced him hears what came of it; null to leave that as it is.',
  })
  outcomeBack: boolean | null = null;
}

@InputType({ description: 'The end of a consent.' })
export class WithdrawConsentInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The introduction whose details are no longer passed on.' })
  introductionId: string;

  @Field(() => WithdrawalReason, { nullable: true, description: 'Why; null when it is not said.' })
  reason: WithdrawalReason | null = null;
}
