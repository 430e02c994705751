import { DomainError } from '../../platform/graphql/errors.js';
import type { RowError } from './import-field.js';

/** The most rows, and columns, that an address book may have. */
export const mostRows = 10_000;
export const mostColumns = 200;

export interface ReadRow {
  /** The line of the file on which it begins, from 1. */
  line: number;
  cells: string[];
  /** Why it cannot be read as a row at all; its cells are then empty. */
  errors: RowError[];
}

export interface ReadFile {
  columns: string[];
  rows: ReadRow[];
}

/** What is no address book. */
export function unreadable(message: string): DomainError {
  return new DomainError('FILE_UNREADABLE', message, ['file']);
}

export function unreadableRow(line: number, message: string): ReadRow {
  return { line, cells: [], errors: [{ field: null, code: 'INVALID', message }] };
}
