import { DomainError } from '../../platform/graphql/errors.js';
import type { ContactImportFormat } from './contact-import.entity.js';
import { decodeText } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { mostColumns, mostRows, type ReadFile, unreadable } from './read-row.js';
import { readVcards } from './read-vcards.js';

/** @throws DomainError FILE_UNREADABLE, FILE_TOO_LONG */
export function readFile(bytes: Buffer): ReadFile & { format: ContactImportFormat } {
  const text = decodeText(bytes);
  if (text.includes('\0')) throw unreadable('This is no text file.');
  const isVcard = /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 1_000));
  const file = isVcard ? readVcards(text) : readCsv(text);
  if (file.rows.length === 0) throw unreadable('The file holds no contacts.');
  if (file.rows.length > mostRows) {
    throw new DomainError('FILE_TOO_LONG', `The file holds more than ${mostRows} contacts.`, ['file']);
  }
  if (file.columns.length > mostColumns) throw unreadable(`The file has more than ${mostColumns} columns.`);
  return { ...file, format: isVcard ? 'vcard' : 'csv' };
}
