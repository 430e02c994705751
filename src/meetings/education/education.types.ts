import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, DecimalScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine } from '../../platform/graphql/text.js';
import { Education } from './education.entity.js';

export const EducationConnection = connectionOf(Education);

@InputType({ description: 'Education units a member earned, or a correction of them.' })
export class RecordEducationInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club, in which the viewer sits.' })
  clubId: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description: "The membership in the club of whoever earned them; null for the viewer's own.",
  })
  membershipId: string | null = null;

  @Field(() => DecimalScalar, {
    description:
      'How many, from 0.01 to 100 with at most two decimal places; below zero, to -100, to correct what was recorded.',
  })
  @Matches(/^-?\d{1,3}(\.\d{1,2})?$/, { message: '$property must be a number to 100 with at most two decimal places' })
  units: string;

  @Field({ description: 'What he learnt, or for a correction why, in one line from 1 to 200 characters.' })
  @OneLine(200)
  topic: string;

  @Field(() => DateScalar, { description: 'The day on which they were earned, past or today, under the seat.' })
  earnedOn: string;
}

@ObjectType({ description: 'The answer to recording education units.' })
export class EducationPayload extends Payload {
  @Field(() => Education, { nullable: true, description: 'What was recorded; null when it was refused.' })
  education?: Education;
}
