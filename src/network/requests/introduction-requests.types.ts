import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine, SeveralLines } from '../../platform/graphql/text.js';
import { IntroductionRequest } from './introduction-request.entity.js';

export const IntroductionRequestConnection = connectionOf(IntroductionRequest);

@InputType({ description: 'That a fellow member is asked for an introduction.' })
export class RequestIntroductionInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The live seat of the fellow member who is asked, in a club of both.' })
  askedMembershipId: string;

  @Field({ description: 'Whom the viewer seeks, from 1 to 200 characters.' })
  @OneLine(200)
  lookingFor: string;

  @Field({ description: 'What can be forwarded to the contact as it is, from 1 to 2000 characters.' })
  @SeveralLines(2000)
  message: string;
}

@InputType({ isAbstract: true })
abstract class IntroductionRequestInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The introduction request.' })
  requestId: string;
}

@InputType({ description: 'That the viewer takes his request back.' })
export class WithdrawIntroductionRequestInput extends IntroductionRequestInput {}

@InputType({ description: 'That the viewer will ask a contact of his for consent.' })
export class AcceptIntroductionRequestInput extends IntroductionRequestInput {
  @Field(() => UuidScalar, { description: 'The contact he will introduce, in his own address book.' })
  contactId: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'Another contact of his who will make the introduction; null when he makes it himself. Not for a request that was passed on.',
  })
  viaContactId: string | null = null;
}

@InputType({ description: 'A quiet no: whoever asked is not told.' })
export class DeclineIntroductionRequestInput extends IntroductionRequestInput {
  @Field(() => String, { nullable: true, description: 'A note for the viewer alone, up to 1000 characters.' })
  @IsOptional()
  @SeveralLines(1000)
  note: string | null = null;
}

@InputType({ description: 'Not now: whoever asked is not told.' })
export class PostponeIntroductionRequestInput extends IntroductionRequestInput {
  @Field(() => DateScalar, {
    description: 'Until when, after today and at the latest on the day the request lapses.',
  })
  until: string;
}

@InputType({ description: 'A request that goes on, on behalf of the requester, to a member of another club.' })
export class PassOnIntroductionRequestInput extends IntroductionRequestInput {
  @Field(() => UuidScalar, {
    description:
      'A member of another club of the network whom the viewer knows, and who is no fellow of the requester.',
  })
  toPersonId: string;

  @Field({ description: 'What can be forwarded, from 1 to 2000 characters.' })
  @SeveralLines(2000)
  message: string;
}

@InputType({ description: 'What the contact answered when the viewer asked him.' })
export class RecordContactAnswerInput extends IntroductionRequestInput {
  @Field({ description: 'Whether the contact agrees that his details are passed on.' })
  agreed: boolean;

  @Field({ description: 'Whether the contact agrees that the viewer hears the sum of what came of it.' })
  outcomeBack: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of his consent, in the time zone of the viewer's club; null when it does not end.",
  })
  expiresOn: string | null = null;
}

@ObjectType({ description: 'The answer to an act on an introduction request.' })
export class IntroductionRequestPayload extends Payload {
  @Field(() => IntroductionRequest, {
    nullable: true,
    description: 'The request as it is now; null when the act was refused.',
  })
  request?: IntroductionRequest;
}

@ObjectType({ description: 'What the viewer may do with an introduction request as it is now.' })
export class IntroductionRequestAbilities {
  @Field({ description: 'Accept it with a contact of his.' })
  accept: boolean;

  @Field({ description: 'Decline it, quietly.' })
  decline: boolean;

  @Field({ description: 'Put it off to a later day.' })
  postpone: boolean;

  @Field({ description: 'Ask a member of another club on behalf of the requester.' })
  passOn: boolean;

  @Field({ description: 'Record what the contact answered.' })
  recordContactAnswer: boolean;

  @Field({ description: 'Take it back.' })
  withdraw: boolean;
}
