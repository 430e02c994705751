import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { ContactLink } from './contact-link.entity.js';

export const ContactLinkConnection = connectionOf(ContactLink);

@InputType({ description: 'A new address for a contact himself.' })
export class CreateContactLinkInput extends RecordingInput {
  @Field(() => UuidScalar, { description: "The contact, one of the viewer's own." })
  contactId: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'The introduction of him whose consent it asks for, and whose consent the viewer may state; null for a link that asks nothing.',
  })
  introductionId: string | null = null;

  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'The accepted request for an introduction to him whose consent it asks for: the viewer was asked and named this contact. Null otherwise.',
  })
  requestId: string | null = null;
}

@InputType({ description: 'The end of an address for a contact.' })
export class RevokeContactLinkInput extends RecordingInput {
  @Field(() => UuidScalar, { description: "The link, of a contact of the viewer's own." })
  linkId: string;
}

@ObjectType({
  description: 'The answer to a new link: the only time that its address is told. Kring sends it to nobody.',
})
export class NewContactLinkPayload extends Payload {
  @Field(() => ContactLink, { nullable: true, description: 'The link; null when the act was refused.' })
  link?: ContactLink;

  @Field(() => String, {
    nullable: true,
    description:
      'Its address, for the viewer to send to the contact. It is told this once; null when the act was refused, and when it is sent again with the same key.',
  })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'The address as a QR code, an SVG image; null when `url` is.' })
  qrCode?: string | null;
}

@ObjectType({ description: 'The answer to an act on a link for a contact.' })
export class ContactLinkPayload extends Payload {
  @Field(() => ContactLink, { nullable: true, description: 'The link as it is now; null when the act was refused.' })
  link?: ContactLink;
}
