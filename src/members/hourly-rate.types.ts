import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { RecordingInput } from '../platform/graphql/payload.js';
import { DecimalScalar, UuidScalar } from '../platform/graphql/scalars.js';

@InputType({ description: "What an hour of the viewer's is worth to him, for the return on his effort." })
export class ChangeHourlyRateInput extends RecordingInput {
  @Field(() => UuidScalar, { description: "The viewer's own membership." })
  membershipId: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What an hour is worth from now on, in the club's currency, above zero; null to take it back.",
  })
  @IsOptional()
  @Matches(/^\d/, { message: 'hourlyRate must be above zero' })
  hourlyRate: string | null = null;
}
