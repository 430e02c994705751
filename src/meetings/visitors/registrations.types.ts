import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { OneLine } from '../../platform/graphql/text.js';

@ObjectType({ description: 'To what a link invites, as far as whoever has the link is told.' })
export class VisitorRegistration {
  @Field({ description: 'The name of the club that meets.' })
  clubName: string;

  @Field({ description: 'The name of the member who invites.' })
  inviterName: string;

  @Field(() => DateTimeScalar, { description: 'When the meeting starts.' })
  startsAt: Date;

  @Field({ description: 'The BCP 47 locale of the club, such as nl-BE: in what language to speak to him.' })
  locale: string;

  @Field({ description: 'The IANA time zone of the club, in which its start is told.' })
  timeZone: string;

  @Field(() => Int, { description: 'How long it lasts, in minutes.' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'Where it is; null when not noted.' })
  place: string | null;

  @Field({ description: 'Whether it has been opened; one can register until it is closed.' })
  hasBegun: boolean;
}

@InputType({ description: 'The registration of somebody for a meeting, by a link.' })
export class RegisterAsVisitorInput extends RecordingInput {
  @Field({ description: 'The token of the link: the last part of its path.' })
  @IsString()
  @MaxLength(1000)
  token: string;

  @Field({ description: 'His name, from 1 to 120 characters.' })
  @OneLine(120)
  name: string;

  @Field({ description: 'His e-mail address.' })
  @OneLine(200)
  @IsEmail()
  email: string;
}

@ObjectType({
  description:
    'The answer to a registration: without errors it was received. It is the same for whoever is known already.',
})
export class RegistrationPayload extends Payload {}
