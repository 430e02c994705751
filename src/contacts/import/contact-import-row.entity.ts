import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import type { ContactImportField, RowError } from './import-field.js';

export const ContactImportRowKind = describedEnum('ContactImportRowKind', 'What a row of an address book is.', {
  NEW: 'Nobody in the address book of the viewer has its e-mail address or phone number.',
  DUPLICATE: 'A contact of the viewer has the same e-mail address or phone number.',
  REFUSED: 'It has errors, and is left out.',
});
export type ContactImportRowKind = (typeof ContactImportRowKind)[keyof typeof ContactImportRowKind];

/** A contact as a file has it, until the import is applied; from then on, what became of it. */
@Entity('contact_import_rows')
export class ContactImportLine {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  importId: string;

  @Column('integer')
  line: number;

  /** As they stand in the file; none once the import was applied. */
  @Column('jsonb')
  cells: string[];

  /** While it waits, those of a row that cannot be read at all. */
  @Column('jsonb')
  errors: RowError[];

  /** Null while it waits: until then it depends on what the columns hold. */
  @Column('enum', { enum: ContactImportRowKind, enumName: 'contact_import_row_kind', nullable: true })
  kind: ContactImportRowKind | null;

  /** The contact that was added, filled or found there already; null when it has gone. */
  @Column('uuid', { nullable: true })
  contactId: string | null;

  /** The gaps of that contact that were filled; undoing empties them again. */
  @Column('text', { array: true })
  filled: ContactImportField[];

  /** Of the contact as the import left it (contact-digest.sql.ts), if it added or filled him. */
  @Column('bytea', { nullable: true })
  contactDigest: Buffer | null;

  /** Whether the contact came by this row, and was not there before. */
  get addedContact(): boolean {
    return this.contactDigest !== null && this.filled.length === 0;
  }
}
