import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { AcquaintanceStrength, Contact } from '../contact.entity.js';
import { ContactMerge } from './contact-merge.entity.js';
import type { Details } from './merged-details.js';

export const DuplicateReason = describedEnum('DuplicateReason', 'Why two contacts may be one human.', {
  SAME_EMAIL: 'They have the same e-mail address.',
  SAME_PHONE: 'They have the same phone number.',
  SIMILAR_NAME: 'Their names are alike, in whatever order, and neither company nor place speaks against it.',
});
export type DuplicateReason = (typeof DuplicateReason)[keyof typeof DuplicateReason];

export const ContactDetail = describedEnum(
  'ContactDetail',
  'A detail of a contact of which two can say different things.',
  {
    NAME: 'The name.',
    COMPANY: 'The company or organisation.',
    ROLE: 'What he does there.',
    EMAIL: 'The e-mail address.',
    PHONE: 'The phone number.',
    PROFESSION: 'What he is by trade.',
    PLACE: 'Where he works or lives.',
    STRENGTH: 'How well the owner knows him.',
  },
);
export type ContactDetail = (typeof ContactDetail)[keyof typeof ContactDetail];

@ObjectType({ description: "Two contacts of the viewer's own address book that may be one human." })
export class ContactDuplicate {
  @Field(() => Contact, { description: 'The one that was added first.' })
  first: Contact;

  @Field(() => Contact, { description: 'The one that was added later.' })
  second: Contact;

  @Field(() => [DuplicateReason], { description: 'Why they may be one, the surest reason first; at least one.' })
  reasons: DuplicateReason[];
}

export const ContactDuplicateConnection = connectionOf(ContactDuplicate);

@ObjectType({ description: 'What its owner had noted of a contact.' })
export class ContactDetailsBefore implements Details {
  @Field(() => String, { nullable: true, description: 'The name; null once erased.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The company; null when not noted.' })
  company: string | null;

  @Field(() => String, { nullable: true, description: 'What he did there; null when not noted.' })
  role: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address; null when not noted.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'The phone in E.164; null when not noted.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'What he was by trade; null when not noted.' })
  profession: string | null;

  @Field(() => String, { nullable: true, description: 'Where he worked or lived; null when not noted.' })
  place: string | null;

  @Field(() => AcquaintanceStrength, { nullable: true, description: 'How well his owner knew him; null if not noted.' })
  strength: AcquaintanceStrength | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day they had last spoken; null when not noted.' })
  lastSpokenOn: string | null;

  @Field({ description: 'Whether he was kept out of all searching by others.' })
  isPrivate: boolean;
}

export const ContactMergeConnection = connectionOf(ContactMerge);

@InputType({ description: 'Two contacts of the viewer that are one human.' })
export class MergeContactsInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The contact that stands for both from now on, one of the viewer.' })
  keptId: string;

  @Field(() => UuidScalar, { description: 'The contact that goes up in it, another one of the viewer.' })
  mergedId: string;

  @Field(() => [ContactDetail], {
    defaultValue: [],
    description:
      'The details to take from the merged one although the kept one has its own. What the kept one does not have is taken anyhow.',
  })
  @ArrayMaxSize(20)
  fromMerged: ContactDetail[] = [];
}

@InputType({ description: 'Two contacts of the viewer that look like one human and are two.' })
export class DismissDuplicateInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The one, a contact of the viewer.' })
  firstId: string;

  @Field(() => UuidScalar, { description: 'The other, a contact of the viewer; which is which does not matter.' })
  secondId: string;
}
