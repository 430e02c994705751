import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEmail, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { connectionOf, PageArguments } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { PhoneNumber } from '../platform/graphql/phone.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine } from '../platform/graphql/text.js';
import { Membership } from './membership.entity.js';

export const MembershipConnection = connectionOf(Membership);

@ArgsType()
export class DirectoryArguments extends PageArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The civil day on which they hold or held a seat; null for today in the club's time zone.",
  })
  on: string | null = null;
}

@InputType({ description: 'A person whom Kring does not know yet.' })
export class NewPersonInput {
  @Field({ description: 'The given name, from 1 to 80 characters.' })
  @OneLine(80)
  givenName: string;

  @Field({ description: 'The family name, from 1 to 80 characters.' })
  @OneLine(80)
  familyName: string;

  @Field({ description: 'The e-mail address, used by one person only.' })
  @IsEmail()
  @MaxLength(200)
  email: string;

  @Field(() => String, {
    nullable: true,
    description: 'A phone number with its country code, kept in E.164; null for none.',
  })
  @PhoneNumber()
  phone: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: "A BCP 47 locale in Dutch, English or French with a country; null for the club's own.",
  })
  @IsOptional()
  @Matches(/^(nl|en|fr)-[A-Z]{2}$/, { message: 'locale must be nl, en or fr with a country, such as nl-BE' })
  locale: string | null = null;
}

@InputType({ description: 'A new seat in a club, for exactly one of a known person and a new one.' })
export class AdmitMemberInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club.' })
  clubId: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description: "A person known in the club's network, or in none; null when `newPerson` is given.",
  })
  personId: string | null = null;

  @Field(() => NewPersonInput, { nullable: true, description: 'A new person; null when `personId` is given.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewPersonInput)
  newPerson: NewPersonInput | null = null;

  @Field(() => UuidScalar, { description: 'The profession the seat is for; it has one live seat in the club.' })
  professionId: string;

  @Field({ description: "The name of the member's company, from 1 to 120 characters." })
  @OneLine(120)
  company: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the seat, at most a year ahead; null for today.',
  })
  joinedOn: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the seat is to be renewed, after the first; null for a year later.',
  })
  renewsOn: string | null = null;
}

@InputType({ description: 'What is to change about a seat; what is null stays as it is.' })
export class ChangeMembershipInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The membership to change.' })
  membershipId: string;

  @Field(() => UuidScalar, { nullable: true, description: 'The profession the seat shall be for.' })
  professionId: string | null = null;

  @Field(() => String, { nullable: true, description: "The name of the member's company, from 1 to 120 characters." })
  @IsOptional()
  @OneLine(120)
  company: string | null = null;
}

@InputType({ description: 'The renewal of a seat.' })
export class RenewMembershipInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The membership to renew.' })
  membershipId: string;

  @Field(() => DateScalar, { description: 'The day on which it is to be renewed next, after the day he joined.' })
  renewsOn: string;
}

@InputType({ description: 'The end of a seat. The offices of the member end with it.' })
export class EndMembershipInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The membership to end.' })
  membershipId: string;

  @Field(() => DateScalar, { description: 'The day from which the seat is empty, not before the day he joined.' })
  leftOn: string;
}

@ObjectType({ description: 'The answer to an act on a membership.' })
export class MembershipPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The membership as it is now; null when refused.' })
  membership?: Membership;
}

@ObjectType({ description: 'What the viewer may do with a membership. Screens ask this instead of guessing by role.' })
export class MembershipAbilities {
  /** For the fields that later modules add. */
  membership: Membership;

  @Field({ description: 'Change its company.' })
  changeCompany: boolean;

  @Field({ description: 'Change its profession.' })
  changeProfession: boolean;

  @Field({ description: 'Renew it.' })
  renew: boolean;

  @Field({ description: 'End it.' })
  end: boolean;

  @Field({ description: 'Appoint the member to an office, and end his terms.' })
  appointOfficer: boolean;
}
