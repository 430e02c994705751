import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { connectionOf } from '../platform/graphql/connection.js';
import { describedEnum } from '../platform/graphql/enum.js';
import { Payload } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine } from '../platform/graphql/text.js';
import { Session } from './session.entity.js';
import { Viewer } from './viewer.js';

export const SessionConnection = connectionOf(Session);

export const KeepSignedInAs = describedEnum('KeepSignedInAs', 'How a client keeps its session.', {
  COOKIE: 'In a cookie that scripts cannot read: for browsers.',
  TOKEN: 'As a token it sends as `Authorization: Bearer <token>`: for all others.',
});
export type KeepSignedInAs = (typeof KeepSignedInAs)[keyof typeof KeepSignedInAs];

@InputType({ description: 'A sign-in.' })
export class SignInInput {
  @Field({ description: 'The e-mail address, in whatever capitals.' })
  @OneLine(254)
  email: string;

  @Field({ description: 'The password.' })
  @IsString()
  @MaxLength(1000)
  password: string;

  @Field(() => KeepSignedInAs, { description: 'How the client keeps the session.' })
  keepSignedInAs: KeepSignedInAs;
}

@InputType({ description: 'The end of a session.' })
export class RevokeSessionInput {
  @Field(() => UuidScalar, { description: 'The session to end, one of the viewer.' })
  sessionId: string;
}

@ObjectType({ description: 'The answer to a sign-in, or to an invitation that was claimed.' })
export class SignInPayload extends Payload {
  @Field(() => Session, { nullable: true, description: 'The new session; null when the act was refused.' })
  session?: Session;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the session. It is told this once; null when a cookie holds it or the act was refused.',
  })
  token?: string | null;

  @Field(() => Viewer, { nullable: true, description: 'Who has signed in; null when the act was refused.' })
  viewer?: Viewer;
}

@ObjectType({ description: 'The answer to an act on a session.' })
export class SessionPayload extends Payload {
  @Field(() => Session, { nullable: true, description: 'The session that was ended; null when the act was refused.' })
  session?: Session;
}
