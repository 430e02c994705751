import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { Leave } from './leave.entity.js';

export const LeaveConnection = connectionOf(Leave);

@InputType({ description: 'Days on which a member will be away.' })
export class RecordLeaveInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The membership of who goes.' })
  membershipId: string;

  @Field(() => DateScalar, { description: 'The first day he is away, on which he holds his seat.' })
  startsOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which he is back, after the first; null when that is not known.',
  })
  endsOn: string | null = null;
}

@InputType({ description: 'The end of a leave.' })
export class EndLeaveInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The leave to end.' })
  leaveId: string;

  @Field(() => DateScalar, {
    description:
      'The day from which he is back: not before the first of the leave, nor after the end it has already. If it is the first itself, the leave never was.',
  })
  endsOn: string;
}

@ObjectType({ description: 'The answer to an act on a leave.' })
export class LeavePayload extends Payload {
  @Field(() => Leave, { nullable: true, description: 'The leave as it is now; null when the act was refused.' })
  leave?: Leave;
}
