import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { Visitor } from './visitor.entity.js';
import { VisitorStage } from './visitor-stage.js';

export const VisitorConnection = connectionOf(Visitor);

@ArgsType()
export class VisitorsArguments extends PageArguments {
  @Field(() => VisitorStage, { nullable: true, description: 'Only those who are in this stage; null for all.' })
  stage: VisitorStage | null = null;
}

@InputType({ description: 'An invitation of a contact to a meeting.' })
export class InviteVisitorInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The meeting, planned or open, of a club the viewer sits in.' })
  meetingId: string;

  @Field(() => UuidScalar, { description: "A contact of the viewer's own, without a seat in the club." })
  contactId: string;
}

@InputType({ description: 'Word that a visitor will come.' })
export class ConfirmVisitorInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The visitor, of a planned or open meeting.' })
  visitorId: string;
}

@InputType({ description: 'A visit that takes place.' })
export class RecordVisitInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The visitor, of an open meeting.' })
  visitorId: string;
}

@InputType({ description: 'A visit that does not take place.' })
export class RecordVisitorAbsenceInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The visitor, of an open meeting.' })
  visitorId: string;
}

@InputType({ description: 'Word with a visitor after his visit.' })
export class RecordVisitorFollowUpInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The visitor, who came to an open or closed meeting.' })
  visitorId: string;
}

@InputType({ description: 'The application of a visitor for a seat.' })
export class RecordVisitorApplicationInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The visitor, who came to an open or closed meeting.' })
  visitorId: string;
}

@ObjectType({ description: 'The answer to an act on a visitor.' })
export class VisitorPayload extends Payload {
  @Field(() => Visitor, { nullable: true, description: 'The visitor as he is now; null when the act was refused.' })
  visitor?: Visitor;
}

@ObjectType({ description: 'How to reach a visitor.' })
export class VisitorContactDetails {
  @Field(() => String, { nullable: true, description: 'His e-mail address; null when not noted.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'His phone number in E.164; null when not noted.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'His company; null when not noted.' })
  company: string | null;
}

@ObjectType({ description: 'What the viewer may do with a visitor as he is now.' })
export class VisitorAbilities {
  @Field({ description: 'Record that he will come.' })
  confirm: boolean;

  @Field({ description: 'Record that he came.' })
  recordVisit: boolean;

  @Field({ description: 'Record that he did not come.' })
  recordAbsence: boolean;

  @Field({ description: 'Record that he was followed up.' })
  recordFollowUp: boolean;

  @Field({ description: 'Record that he applied for a seat.' })
  recordApplication: boolean;
}
