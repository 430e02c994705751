import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: 'A contact whose details are to go, such as when he wishes it.' })
export class EraseContactInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The contact, one of the viewer.' })
  contactId: string;
}

@ObjectType({ description: 'A contact whose details will be erased because his referrals closed long ago.' })
export class ContactToBeErased {
  contactId: string;

  @Field(() => DateScalar, { description: 'The day, in UTC, on which his details are erased.' })
  erasesOn: string;
}

export const ContactToBeErasedConnection = connectionOf(ContactToBeErased);
