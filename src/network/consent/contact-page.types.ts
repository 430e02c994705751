import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Equals, IsString, MaxLength } from 'class-validator';
import { AcquaintanceStrength } from '../../contacts/contact.entity.js';
import { OwnDetails } from '../../contacts/contacts.types.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { ConsentBasis } from '../introduction.entity.js';
import type { HeldContact } from './held-contact.js';

const tokenDescription = 'The token of the link: the last part of its path.';

@ObjectType({ description: 'What one row of an address book holds of a contact: every field of it.' })
export class HeldDetails {
  @Field(() => String, { nullable: true, description: 'The name.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The company or organisation; null when not held.' })
  company: string | null;

  @Field(() => String, { nullable: true, description: 'What he does there; null when not held.' })
  role: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address; null when not held.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number in E.164; null when not held.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'What he is by trade; null when not held.' })
  profession: string | null;

  @Field(() => String, { nullable: true, description: 'Where he works or lives; null when not held.' })
  place: string | null;

  @Field(() => AcquaintanceStrength, {
    nullable: true,
    description: 'How well the member says he knows him; null when he does not say.',
  })
  strength: AcquaintanceStrength | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the member says they last spoke; null when not held.',
  })
  lastSpokenOn: string | null;

  @Field({ description: 'Whether the member keeps him out of all searching by others.' })
  isPrivate: boolean;

  @Field(() => DateTimeScalar, { description: 'Since when this is held.' })
  createdAt: Date;
}

@ObjectType({ description: 'An introduction of a contact, as far as it is told to himself.' })
export class HeldIntroduction {
  @Field(() => UuidScalar, { description: 'The key of the introduction, to withdraw a consent by.' })
  id: string;

  @Field({ description: 'The name of the member he was introduced to.' })
  beneficiaryName: string;

  @Field(() => String, {
    nullable: true,
    description: 'For what that member has his seat; null when he has none today.',
  })
  beneficiaryProfession: string | null;

  @Field(() => String, { nullable: true, description: 'The club of that member; null when he has no seat today.' })
  beneficiaryClub: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the member who introduced him; null when none did.',
  })
  introducerName: string | null;

  @Field(() => String, { nullable: true, description: 'For what need; null when none was stated.' })
  need: string | null;

  @Field(() => DateScalar, { description: 'The day it happened.' })
  happenedOn: string;

  @Field(() => ConsentBasis, { description: 'On what basis his details are passed on.' })
  consentBasis: ConsentBasis;

  @Field({ description: 'Whether he said so himself; if not, a member did.' })
  consentByContact: boolean;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  consentAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the basis ends; null when it has no end.' })
  consentExpiresAt: Date | null;

  @Field({ description: 'Whether who introduced him hears what came of it, also amounts.' })
  outcomeBack: boolean;
}

export const HeldIntroductionConnection = connectionOf(HeldIntroduction);

@ObjectType({ description: 'What a contact is asked, in whole sentences of his language.' })
export class ContactQuestion {
  @Field({ description: 'The version of the wording, to be sent with the answer.' })
  textVersion: string;

  @Field({ description: 'Who wants to pass on what to whom, and for what.' })
  details: string;

  @Field({ description: 'The question apart: whether who introduces him may hear what comes of it.' })
  outcome: string;

  @Field({ description: 'For how long it is kept.' })
  keeping: string;

  @Field({ description: 'How it is taken back.' })
  withdrawing: string;

  @Field({ description: 'What a no means.' })
  declining: string;
}

@ObjectType({ description: 'What is held of a contact, for himself: all of it, who holds it, and what he is asked.' })
export class ContactPage {
  /** What the page is about. Not told as it is. */
  held: HeldContact;

  @Field({ description: 'The language of the page: nl, en or fr.' })
  language: string;

  @Field({ description: 'The name of the member in whose address book he stands.' })
  memberName: string;

  @Field(() => String, { nullable: true, description: 'The club of that member; null when he has no seat today.' })
  memberClub: string | null;

  @Field({ description: 'What that address book holds of him.' })
  details: HeldDetails;

  @Field(() => [HeldDetails], { description: 'What it holds of him besides, from before entries were merged.' })
  duplicates: HeldDetails[];

  @Field(() => String, {
    nullable: true,
    description: 'As which person of the clubs he is known; null when he is known as none.',
  })
  identifiedAs: string | null;

  @Field(() => ContactQuestion, {
    nullable: true,
    description: 'What he is asked; null for nothing, or once answered.',
  })
  question: ContactQuestion | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When he answered; null while he has not.' })
  answeredAt: Date | null;

  @Field(() => DateTimeScalar, { description: 'Until when this address works.' })
  expiresAt: Date;
}

@InputType({ isAbstract: true })
abstract class ContactActInput extends RecordingInput {
  @Field({ description: tokenDescription })
  @IsString()
  @MaxLength(1000)
  token: string;
}

@InputType({ description: 'The yes of a contact.' })
export class AgreeAsContactInput extends ContactActInput {
  @Field({ description: 'The version of the wording he read.' })
  @IsString()
  @MaxLength(40)
  textVersion: string;

  @Field({ description: 'That his details are passed on: true. To say no, decline.' })
  @Equals(true, { message: 'detailsForward must be true; to say no, decline' })
  detailsForward: boolean;

  @Field({ description: 'Whether who introduces him may hear what comes of it, also amounts.' })
  outcomeBack: boolean;
}

@InputType({ description: 'The no of a contact. No reason is asked.' })
export class DeclineAsContactInput extends ContactActInput {}

@InputType({ description: 'A contact takes back that his details are passed on to a member.' })
export class WithdrawAsContactInput extends ContactActInput {
  @Field(() => UuidScalar, { description: 'The introduction, one of those on his page.' })
  introductionId: string;
}

@InputType({ description: 'All details of a contact as he wants them held from now on.' })
export class CorrectAsContactInput extends OwnDetails {
  @Field({ description: tokenDescription })
  @IsString()
  @MaxLength(1000)
  token: string;
}

@InputType({ description: 'A contact has all erased that is held of him in this address book. It cannot be undone.' })
export class EraseAsContactInput extends ContactActInput {}

@ObjectType({ description: 'The answer to what a contact does by his link: without errors it was done.' })
export class ContactActPayload extends Payload {}
