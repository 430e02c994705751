import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { Visitor } from './visitor.entity.js';

export const VisitorConnection = connectionOf(Visitor);

@InputType({ description: 'An invitation of a contact to a meeting.' })
export class InviteVisitorInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The meeting, planned or open, of a club the viewer sits in.' })
  meetingId: string;

  @Field(() => UuidScalar, { description: "A contact of the viewer's own, without a seat in the club." })
  contactId: string;
}

@InputType({ description: 'A visit that took place.' })
export class RecordVisitInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The visitor, of an open or closed meeting.' })
  visitorId: string;
}

@ObjectType({ description: 'The answer to an act on a visitor.' })
export class VisitorPayload extends Payload {
  @Field(() => Visitor, { nullable: true, description: 'The visitor as he is now; null when the act was refused.' })
  visitor?: Visitor;
}

@ObjectType({ description: 'What the viewer may do with a visitor.' })
export class VisitorAbilities {
  @Field({ description: 'Record that he came.' })
  recordVisit: boolean;
}
