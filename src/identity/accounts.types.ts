import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine } from '../platform/graphql/text.js';
import { longestPassword, shortestPassword } from './passwords.js';
import { KeepSignedInAs } from './sessions.types.js';

const newPasswordDescription = `From ${shortestPassword} to ${longestPassword} characters, not a common password and without the e-mail address.`;

@InputType({ description: 'A wish for a link with which to choose a new password.' })
export class RequestPasswordResetInput {
  @Field({ description: 'The e-mail address of the account.' })
  @OneLine(254)
  email: string;
}

@InputType({ description: 'A new password, by a link.' })
export class ResetPasswordInput {
  @Field({ description: 'The token of the link: the last part of its path.' })
  @IsString()
  @MaxLength(1000)
  token: string;

  @Field({ description: newPasswordDescription })
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}

@InputType({ description: 'A new password in place of the current one.' })
export class ChangePasswordInput {
  @Field({ description: 'The password until now.' })
  @IsString()
  @MaxLength(1000)
  currentPassword: string;

  @Field({ description: newPasswordDescription })
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}

@InputType({ description: 'An invitation to claim an account.' })
export class InvitePersonInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The person to invite, who has no account yet.' })
  personId: string;
}

@InputType({ description: 'The claim of an account, by the link of an invitation.' })
export class ClaimInvitationInput {
  @Field({ description: 'The token of the link: the last part of its path.' })
  @IsString()
  @MaxLength(1000)
  token: string;

  @Field({ description: newPasswordDescription })
  @IsString()
  @MaxLength(1000)
  password: string;

  @Field(() => KeepSignedInAs, { description: 'How the client keeps the session.' })
  keepSignedInAs: KeepSignedInAs;
}

@ObjectType({
  description: 'The answer to a wish for a link: the same whether or not the address has an account.',
})
export class PasswordResetRequestPayload extends Payload {}

@ObjectType({ description: 'The answer to a new password.' })
export class PasswordPayload extends Payload {}
