import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { PhoneNumber } from '../platform/graphql/phone.js';
import { OneLine } from '../platform/graphql/text.js';
import { Person } from './person.entity.js';

@InputType({ description: "The viewer's profile as it shall be from now on, whole." })
export class ChangeProfileInput extends RecordingInput {
  @Field({ description: 'The given name, from 1 to 80 characters.' })
  @OneLine(80)
  givenName: string;

  @Field({ description: 'The family name, from 1 to 80 characters.' })
  @OneLine(80)
  familyName: string;

  @Field(() => String, {
    nullable: true,
    description: 'A phone number with its country code, kept in E.164; null for none.',
  })
  @PhoneNumber()
  phone: string | null = null;

  @Field({ description: 'A BCP 47 locale in Dutch, English or French with a country, such as nl-BE.' })
  @Matches(/^(nl|en|fr)-[A-Z]{2}$/, { message: 'locale must be nl, en or fr with a country, such as nl-BE' })
  locale: string;
}

@ObjectType({ description: 'The answer to an act on a person.' })
export class PersonPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'The person as he is now; null when the act was refused.' })
  person?: Person;
}

@ObjectType({ description: 'What the viewer may do with a person. Screens ask this instead of guessing by role.' })
export class PersonAbilities {
  /** For the fields that later modules add. */
  person: Person;

  @Field({ description: 'Invite him to claim an account. False when he has one.' })
  invite: boolean;

  @Field({ description: 'Change his profile: everybody his own.' })
  changeProfile: boolean;
}
