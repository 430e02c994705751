import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { connectionOf, PageArguments } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { PhoneNumber } from '../platform/graphql/phone.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine } from '../platform/graphql/text.js';
import { AcquaintanceStrength, Contact } from './contact.entity.js';

export const ContactConnection = connectionOf(Contact);

@ArgsType()
export class ContactsArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Only those who have each of these words, or one written like it, in name, role, company, profession or place; null for all. From 1 to 100 characters.',
  })
  @IsOptional()
  @OneLine(100)
  matching: string | null = null;

  @Field(() => AcquaintanceStrength, { nullable: true, description: 'Only those he knows so well; null for all.' })
  strength: AcquaintanceStrength | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only those with whom no talk on that day or later is noted; null for all.',
  })
  lastSpokenBefore: string | null = null;
}

/** What a contact can say of himself, too. */
@InputType({ isAbstract: true })
export abstract class OwnDetails extends RecordingInput {
  @Field({ description: 'The name of the contact, from 1 to 120 characters.' })
  @OneLine(120)
  name: string;

  @Field(() => String, { nullable: true, description: 'The company or organisation.' })
  @IsOptional()
  @OneLine(120)
  company: string | null = null;

  @Field(() => String, { nullable: true, description: 'What he does there, such as facility manager.' })
  @IsOptional()
  @OneLine(120)
  role: string | null = null;

  @Field(() => String, { nullable: true, description: 'An e-mail address.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email: string | null = null;

  @Field(() => String, { nullable: true, description: 'A phone number in E.164, such as +3292000000.' })
  @IsOptional()
  @PhoneNumber()
  phone: string | null = null;

  @Field(() => String, { nullable: true, description: 'What he is by trade, such as dentist or wholesaler in paper.' })
  @IsOptional()
  @OneLine(120)
  profession: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where he works or lives, such as Ghent.' })
  @IsOptional()
  @OneLine(120)
  place: string | null = null;
}

@InputType({ isAbstract: true })
abstract class ContactDetails extends OwnDetails {
  @Field(() => AcquaintanceStrength, { nullable: true, description: 'How well the viewer knows him.' })
  strength: AcquaintanceStrength | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'The day they last spoke, not in the future.' })
  lastSpokenOn: string | null = null;

  @Field({
    defaultValue: false,
    description: 'Whether he is kept out of all searching by others, whatever the viewer shares otherwise.',
  })
  isPrivate: boolean = false;
}

@InputType({ description: 'A new contact in the address book of the viewer.' })
export class AddContactInput extends ContactDetails {}

@InputType({ description: 'All details of a contact as they shall be from now on.' })
export class ChangeContactInput extends ContactDetails {
  @Field(() => UuidScalar, { description: 'The contact, one of the viewer.' })
  contactId: string;
}

@InputType({ description: 'A contact who is, or has become, a person of the clubs.' })
export class IdentifyContactInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The contact, whose details the viewer sees.' })
  contactId: string;

  @Field(() => UuidScalar, { description: 'The person he is.' })
  personId: string;
}

@InputType({ description: 'A talk the viewer had with a contact.' })
export class RecordTalkInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The contact, one of the viewer.' })
  contactId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day they spoke, not in the future; null for today in UTC.',
  })
  on: string | null = null;
}

@ObjectType({ description: 'The answer to an act on a contact.' })
export class ContactPayload extends Payload {
  @Field(() => Contact, { nullable: true, description: 'The contact as it is now; null when the act was refused.' })
  contact?: Contact;
}
