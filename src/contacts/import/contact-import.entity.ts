import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { daysAfter } from '../../platform/clock.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

export const ContactImportFormat = describedEnum('ContactImportFormat', 'In what form an address book was uploaded.', {
  CSV: 'A table as text, as spreadsheet programs and mail programs write it.',
  VCARD: 'Cards of version 3.0 or 4.0, as phones write them.',
});
export type ContactImportFormat = (typeof ContactImportFormat)[keyof typeof ContactImportFormat];

export const ContactImportState = describedEnum('ContactImportState', 'How far an import is.', {
  UPLOADED: 'It waits for its owner: nothing of it is in his address book.',
  APPLIED: 'What could be read is in his address book.',
  UNDONE: 'It was applied, and taken out again as far as it was untouched.',
  DISCARDED: 'It was never applied, and nothing is left of what was uploaded.',
});
export type ContactImportState = (typeof ContactImportState)[keyof typeof ContactImportState];

/** How long an import can be undone. */
export const undoDays = 30;

/** An address book that somebody brought along as a file. What was in it is kept only until he has decided. */
@Entity('contact_imports')
@ObjectType({ description: 'An address book that the viewer brought along as a file.' })
export class ContactImport {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the import.' })
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('enum', { enum: ContactImportFormat, enumName: 'contact_import_format' })
  @Field(() => ContactImportFormat, { description: 'The form of the file.' })
  format: ContactImportFormat;

  @Column('enum', { enum: ContactImportState, enumName: 'contact_import_state' })
  @Field(() => ContactImportState, { description: 'How far it is.' })
  state: ContactImportState;

  /** The headings, while the rows wait; a file without headings has somebody's details there. */
  @Column('text', { array: true })
  headings: string[];

  @Column('integer')
  @Field(() => Int, { description: 'How many contacts the file held.' })
  rowCount: number;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was applied; null when it was not.' })
  appliedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone; null when it was not.' })
  undoneAt: Date | null;

  get waits(): boolean {
    return this.state === ContactImportState.UPLOADED;
  }

  /** Until when it can be undone; null when it cannot. */
  get undoableUntil(): Date | null {
    if (this.appliedAt === null || this.state !== ContactImportState.APPLIED) return null;
    return daysAfter(this.appliedAt, undoDays);
  }

  /** @throws DomainError ALREADY_APPLIED, NOT_FOUND */
  apply(now: Date): void {
    this.requireWaiting();
    this.state = ContactImportState.APPLIED;
    this.headings = [];
    this.appliedAt = now;
  }

  /** @throws DomainError ALREADY_APPLIED, NOT_FOUND */
  discard(): void {
    this.requireWaiting();
    this.state = ContactImportState.DISCARDED;
    this.headings = [];
  }

  /** @throws DomainError NOTHING_TO_UNDO, UNDO_TOO_LATE */
  undo(now: Date): void {
    if (this.undoableUntil === null) {
      throw new DomainError('NOTHING_TO_UNDO', 'The import was not applied, or was undone already.', ['importId']);
    }
    if (now > this.undoableUntil) {
      throw new DomainError('UNDO_TOO_LATE', `An import can be undone for ${undoDays} days.`, ['importId']);
    }
    this.state = ContactImportState.UNDONE;
    this.undoneAt = now;
  }

  private requireWaiting(): void {
    if (this.waits) return;
    if (this.state === ContactImportState.DISCARDED) {
      throw new DomainError('NOT_FOUND', 'Nothing is left of what was uploaded.', ['importId']);
    }
    throw new DomainError('ALREADY_APPLIED', 'The import was applied already.', ['importId']);
  }
}
