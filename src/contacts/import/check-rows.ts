import { setImmediate } from 'node:timers/promises';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AddContactInput } from '../contacts.types.js';
import { isInTheFuture } from '../last-spoken.js';
import type { ContactImportLine } from './contact-import-row.entity.js';
import { type ColumnOfField, ContactImportField, type RowError } from './import-field.js';
import { detailsOf, type Habits, type RowDetails } from './row-details.js';

export interface CheckedRow {
  row: ContactImportLine;
  /** As they would stand in the address book; null with errors. */
  details: RowDetails['details'] | null;
  errors: RowError[];
}

/** How the rows of one import are to be read. */
export interface Reading {
  mapping: readonly ColumnOfField[];
  habits: Habits;
  /** In UTC. */
  today: string;
}

/** After how many rows others get their turn. */
const rowsAtATime = 200;

/** Holds each row to the rules that `addContact` has, and the rows to each other: an e-mail address stands there once. */
export async function checkRows(rows: readonly ContactImportLine[], reading: Reading): Promise<CheckedRow[]> {
  const lineOfEmail = new Map<string, number>();
  const checked: CheckedRow[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % rowsAtATime === rowsAtATime - 1) await setImmediate();
    const each = await checkRow(row, reading);
    const email = each.details?.email?.toLowerCase();
    const earlier = email === undefined ? undefined : lineOfEmail.get(email);
    if (earlier !== undefined) {
      const message = `Line ${earlier} has the same e-mail address.`;
      checked.push({ row, details: null, errors: [{ field: ContactImportField.EMAIL, code: 'TAKEN', message }] });
      continue;
    }
    if (email !== undefined) lineOfEmail.set(email, row.line);
    checked.push(each);
  }
  return checked;
}

async function checkRow(row: ContactImportLine, { mapping, habits, today }: Reading): Promise<CheckedRow> {
  if (row.errors.length > 0) return { row, details: null, errors: row.errors };
  const { details, errors } = detailsOf(row.cells, mapping, habits);
  const input = plainToInstance(AddContactInput, details);
  const refused = await validate(input, { stopAtFirstError: true });
  errors.push(...refused.map(({ property, constraints }) => errorOf(property, details.name, constraints)));
  if (details.lastSpokenOn !== null && isInTheFuture(details.lastSpokenOn, today)) {
    const message = 'They cannot have spoken in the future.';
    errors.push({ field: ContactImportField.LAST_SPOKEN_ON, code: 'DATE_OUT_OF_RANGE', message });
  }
  if (errors.length > 0) return { row, details: null, errors };
  const { name, company, role, email, phone, profession, place } = input;
  return { row, details: { ...details, name, company, role, email, phone, profession, place }, errors };
}

function errorOf(property: string, name: string, constraints: Record<string, string> = {}): RowError {
  const field = Object.values(ContactImportField).find((each) => each === property) ?? null;
  if (property === 'name' && name === '') return { field, code: 'INVALID', message: 'The row has no name.' };
  return { field, code: 'INVALID', message: Object.values(constraints)[0] ?? 'It does not have its form.' };
}
