import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { Office, OfficeName } from './office.entity.js';

export const OfficeConnection = connectionOf(Office);

@InputType({ description: 'A new term in an office of a club.' })
export class AppointOfficerInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The membership of who shall hold it; its club is the one to serve.' })
  membershipId: string;

  @Field(() => OfficeName, { description: 'The office.' })
  office: OfficeName;

  @Field(() => DateScalar, { description: 'The first day of the term, on which the member holds his seat.' })
  startsOn: string;
}

@InputType({ description: 'The end of a term in an office.' })
export class EndOfficeInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The term to end.' })
  officeId: string;

  @Field(() => DateScalar, {
    description: 'The day from which it no longer holds: not before its first day, nor after the end it has already.',
  })
  endsOn: string;
}

@ObjectType({ description: 'The answer to an act on an office.' })
export class OfficePayload extends Payload {
  @Field(() => Office, { nullable: true, description: 'The term as it is now; null when the act was refused.' })
  office?: Office;
}
