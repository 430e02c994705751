import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { VisitorLink } from './visitor-link.entity.js';

@InputType({ description: 'A new link by which strangers register for a meeting.' })
export class CreateVisitorLinkInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The meeting, planned or open, of a club the viewer sits in.' })
  meetingId: string;
}

@InputType({ description: 'The end of a link.' })
export class RevokeVisitorLinkInput extends RecordingInput {
  @Field(() => UuidScalar, { description: "The link, one of the viewer's own." })
  linkId: string;
}

@ObjectType({ description: 'The answer to a new link: the only time that its address is told.' })
export class NewVisitorLinkPayload extends Payload {
  @Field(() => VisitorLink, { nullable: true, description: 'The link; null when the act was refused.' })
  link?: VisitorLink;

  @Field(() => String, {
    nullable: true,
    description:
      'Its address, to send to whom the viewer invites. It is told this once; null when the act was refused, and when it is sent again with the same key.',
  })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'The address as a QR code, an SVG image; null when `url` is.' })
  qrCode?: string | null;
}

@ObjectType({ description: 'The answer to an act on a link.' })
export class VisitorLinkPayload extends Payload {
  @Field(() => VisitorLink, { nullable: true, description: 'The link as it is now; null when the act was refused.' })
  link?: VisitorLink;
}
