import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { ErrorCode } from '../../platform/graphql/error-code.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { AcquaintanceStrength } from '../contact.entity.js';
import { ContactImport } from './contact-import.entity.js';
import { ContactImportRowKind } from './contact-import-row.entity.js';
import { type ColumnOfField, ContactImportField, type RowError } from './import-field.js';
import { mostColumns } from './read-row.js';

export const ContactImportConnection = connectionOf(ContactImport);

export const OnDuplicate = describedEnum('OnDuplicate', 'What to do with a row whose contact is there already.', {
  SKIP: 'Leave the contact as it is.',
  FILL_GAPS: 'Write into the contact what it has not; what it has stays.',
  ADD: 'Add another contact.',
});
export type OnDuplicate = (typeof OnDuplicate)[keyof typeof OnDuplicate];

@InputType({ description: 'What one column of an address book holds.' })
export class ContactImportMappingInput implements ColumnOfField {
  @Field(() => Int, { description: 'The column, counted from 1.' })
  column: number;

  @Field(() => ContactImportField, {
    description: 'What it holds. Of several columns for one field, the first that says something counts.',
  })
  field: ContactImportField;
}

const mappingDescription = 'What the columns hold; those left out count for nothing. Null for what is suggested.';

@ArgsType()
export class PreviewArguments {
  @Field(() => [ContactImportMappingInput], { nullable: true, description: mappingDescription })
  mapping: ContactImportMappingInput[] | null = null;
}

@InputType({ description: 'An import that is to be carried out.' })
export class ApplyContactImportInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The import, one of the viewer that waits.' })
  importId: string;

  @Field(() => [ContactImportMappingInput], { nullable: true, description: mappingDescription })
  @IsOptional()
  @ValidateNested({ each: true })
  @ArrayMaxSize(mostColumns)
  @Type(() => ContactImportMappingInput)
  mapping: ContactImportMappingInput[] | null = null;

  @Field(() => OnDuplicate, { description: 'What to do with rows whose contact is there already.' })
  onDuplicate: OnDuplicate;
}

@InputType({ description: 'An import that is to be taken back.' })
export class UndoContactImportInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The import, one of the viewer, applied at most 30 days ago.' })
  importId: string;
}

@InputType({ description: 'An import that is not wanted any more.' })
export class DiscardContactImportInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The import, one of the viewer that waits.' })
  importId: string;
}

@ObjectType({ description: 'The answer to an act on an import.' })
export class ContactImportPayload extends Payload {
  @Field(() => ContactImport, { nullable: true, description: 'The import as it is now; null when it was refused.' })
  contactImport?: ContactImport;
}

@ObjectType({ description: 'A column of an address book that waits.' })
export class ContactImportColumn {
  @Field(() => Int, { description: 'Its place, counted from 1.' })
  column: number;

  @Field({ description: 'Its heading, as the file has it.' })
  heading: string;

  @Field(() => [String], { description: 'What stands in it first, up to three values.' })
  samples: string[];

  @Field(() => ContactImportField, {
    nullable: true,
    description: 'What it is likely to hold, by its heading; null when the heading is not known.',
  })
  suggestedField: ContactImportField | null;
}

@ObjectType({ description: 'What is wrong with a row of an address book.' })
export class ContactImportError implements RowError {
  @Field(() => ContactImportField, { nullable: true, description: 'The field to blame; null for the row as a whole.' })
  field: ContactImportField | null;

  @Field(() => ErrorCode, { description: 'The reason, for programs.' })
  code: RowError['code'];

  @Field({ description: 'The reason, for people.' })
  message: string;
}

@ObjectType({ description: 'A contact as a row would add it.' })
export class ContactImportDetails {
  @Field({ description: 'The name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The company; null without one.' })
  company: string | null;

  @Field(() => String, { nullable: true, description: 'What he does there; null when not said.' })
  role: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address; null without one.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number in E.164; null without one.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'What he is by trade; null when not said.' })
  profession: string | null;

  @Field(() => String, { nullable: true, description: 'Where he works or lives; null when not said.' })
  place: string | null;

  @Field(() => AcquaintanceStrength, {
    nullable: true,
    description: 'How well the viewer knows him; null if not said.',
  })
  strength: AcquaintanceStrength | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day they last spoke; null when not said.' })
  lastSpokenOn: string | null;
}

@ObjectType({ description: 'A row of an address book: what would be made of it, or what was.' })
export class ContactImportRow {
  id: string;

  @Field(() => Int, { description: 'The line of the file on which it begins, from 1.' })
  line: number;

  @Field(() => ContactImportRowKind, { description: 'What it is.' })
  kind: ContactImportRowKind;

  @Field(() => ContactImportDetails, {
    nullable: true,
    description: 'What would be added; null with errors, and once the import was applied.',
  })
  details: ContactImportDetails | null;

  @Field(() => [ContactImportError], { description: 'What is wrong with it; empty when nothing is.' })
  errors: ContactImportError[];

  @Field(() => [ContactImportField], {
    description: 'Which gaps of the contact in the book it filled; empty when it filled none, or was undone.',
  })
  filled: ContactImportField[];

  duplicateOfId: string | null;
  contactId: string | null;
}

export const ContactImportRowConnection = connectionOf(ContactImportRow);

@ArgsType()
export class ContactImportRowsArguments extends PageArguments {
  @Field(() => ContactImportRowKind, { nullable: true, description: 'Only rows of this kind; null for all.' })
  kind: ContactImportRowKind | null = null;
}

@ObjectType({ description: 'What an import would make of an address book, or has made.' })
export class ContactImportOutcome {
  constructor(readonly all: ContactImportRow[]) {}

  @Field(() => Int, { description: 'How many rows are of nobody in the address book of the viewer.' })
  get newCount(): number {
    return this.count(ContactImportRowKind.NEW);
  }

  @Field(() => Int, { description: 'How many rows are of a contact the viewer has.' })
  get duplicateCount(): number {
    return this.count(ContactImportRowKind.DUPLICATE);
  }

  @Field(() => Int, { description: 'How many rows have errors, and are left out.' })
  get refusedCount(): number {
    return this.count(ContactImportRowKind.REFUSED);
  }

  private count(kind: ContactImportRowKind): number {
    return this.all.filter((row) => row.kind === kind).length;
  }
}

@ObjectType({ description: 'What the viewer may do with an import as it is now.' })
export class ContactImportAbilities {
  @Field({ description: 'Apply it.' })
  apply: boolean;

  @Field({ description: 'Discard it.' })
  discard: boolean;

  @Field({ description: 'Undo it.' })
  undo: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be undone; null when it cannot.' })
  undoUntil: Date | null;
}
