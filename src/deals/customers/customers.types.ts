import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { ConsentBasis, Introduction } from '../../network/introduction.entity.js';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { PhoneNumber } from '../../platform/graphql/phone.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { OneLine, SeveralLines } from '../../platform/graphql/text.js';
import { Customer } from './customer.js';
import { CustomerQuestionOutcome } from './customer-question.entity.js';
import { CustomerStage } from './customer-stage.js';

export const CustomerConnection = connectionOf(Customer);

@ArgsType()
export class CustomersArguments extends PageArguments {
  @Field(() => CustomerStage, { nullable: true, description: 'Only those at this stage; null for all stages.' })
  stage: CustomerStage | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those to ask now whom they could introduce him to, or only the others; null for all.',
  })
  toAsk: boolean | null = null;
}

@ObjectType({ description: 'How many customers a seller has, by where the relation stands.' })
export class CustomerCounts {
  @Field(() => Int, { description: 'How many are potential.' })
  potential: number;

  @Field(() => Int, { description: 'How many are new.' })
  new: number;

  @Field(() => Int, { description: 'How many are loyal.' })
  loyal: number;

  @Field(() => Int, { description: 'How many are former.' })
  former: number;

  @Field(() => Int, { description: 'How many to ask now whom they could introduce him to, of any stage.' })
  toAsk: number;
}

@ObjectType({ description: 'What the viewer may do with a customer of his.' })
export class CustomerAbilities {
  @Field({
    description:
      'Record whom he introduces; false for one of own acquisition: say first who brought him, by `recordIntroduction` with him as the introduced one.',
  })
  recordOnwardIntroduction: boolean;
}

/** A customer has no key of his own: he is named by what the viewer has of him. */
@InputType({ isAbstract: true })
export abstract class CustomerInput extends RecordingInput {
  @Field(() => UuidScalar, { nullable: true, description: 'The customer of this deal; the viewer made it.' })
  dealId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: 'The customer who is this contact.' })
  contactId: string | null = null;

  @Field(() => UuidScalar, { nullable: true, description: 'The customer who is this person of the clubs.' })
  personId: string | null = null;
}

@InputType({
  description:
    'What came of asking a customer, named by exactly one of `dealId`, `contactId` and `personId`, whom he could introduce the viewer to.',
})
export class AnswerCustomerQuestionInput extends CustomerInput {
  @Field(() => CustomerQuestionOutcome, { description: 'What came of it.' })
  outcome: CustomerQuestionOutcome;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From when on to ask again, after today: for LATER, and for nothing else.',
  })
  until: string | null = null;

  @Field(() => String, { nullable: true, description: 'A note for the viewer himself, from 1 to 500 characters.' })
  @IsOptional()
  @SeveralLines(500)
  note: string | null = null;
}

@InputType({
  description:
    'Somebody whom a customer, named by exactly one of `dealId`, `contactId` and `personId`, introduces to the viewer today.',
})
export class RecordOnwardIntroductionInput extends CustomerInput {
  @Field({ description: 'The name of who is introduced, from 1 to 120 characters.' })
  @OneLine(120)
  name: string;

  @Field(() => String, { nullable: true, description: 'What he does, such as facility manager.' })
  @IsOptional()
  @OneLine(120)
  role: string | null = null;

  @Field(() => String, { nullable: true, description: 'The company or organisation.' })
  @IsOptional()
  @OneLine(120)
  company: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'An e-mail address. A contact of the viewer that has it already is taken as it is.',
  })
  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email: string | null = null;

  @Field(() => String, { nullable: true, description: 'A phone number in E.164, such as +3292000000.' })
  @IsOptional()
  @PhoneNumber()
  phone: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'What he may need, from 1 to 500 characters: kept as the note of the question.',
  })
  @IsOptional()
  @SeveralLines(500)
  need: string | null = null;

  @Field(() => ConsentBasis, {
    defaultValue: ConsentBasis.NONE_YET,
    description: "On what basis the contact's details are passed on.",
  })
  consentBasis: ConsentBasis = 'none_yet';
}

@ObjectType({ description: 'The answer to an act on a customer.' })
export class CustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'The customer as he stands now; null when refused.' })
  customer?: Customer;
}

@ObjectType({ description: 'The answer to recording whom a customer introduces.' })
export class OnwardIntroductionPayload extends Payload {
  @Field(() => Introduction, { nullable: true, description: 'The introduction as it is now; null when refused.' })
  introduction?: Introduction;

  @Field(() => Customer, {
    nullable: true,
    description: 'The customer who made it, as he stands now; null when refused.',
  })
  customer?: Customer;
}
