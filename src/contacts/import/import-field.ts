import { describedEnum } from '../../platform/graphql/enum.js';

export const ContactImportField = describedEnum('ContactImportField', 'What a column of an address book holds.', {
  NAME: 'The whole name.',
  FIRST_NAME: 'The given name, joined with the others to one name where there is no whole one.',
  MIDDLE_NAME: 'What stands between given and family name.',
  LAST_NAME: 'The family name.',
  COMPANY: 'The company or organisation.',
  ROLE: 'What he does there.',
  EMAIL: 'An e-mail address.',
  PHONE: 'A phone number; without a country code it is of the country of the club of the viewer.',
  PROFESSION: 'What he is by trade.',
  PLACE: 'Where he works or lives.',
  STRENGTH: 'How well the viewer knows him, in a word: weak, familiar or strong.',
  LAST_SPOKEN_ON: 'The day they last spoke.',
});
export type ContactImportField = (typeof ContactImportField)[keyof typeof ContactImportField];

/** Which column holds what. Of several columns for one field, the first that says something counts. */
export interface ColumnOfField {
  /** Counted from 1. */
  column: number;
  field: ContactImportField;
}

/** What is wrong with one row. It never quotes the row: what was written stays in the file. */
export interface RowError {
  /** Null when the row as a whole is to blame. */
  field: ContactImportField | null;
  code: 'INVALID' | 'TAKEN' | 'DATE_OUT_OF_RANGE';
  message: string;
}
