import { type Cells, readCells } from './roles.js';

/**
 * What a role may find in a field of a subject:
 * `s` something, `t` true, `f` false, `e` an empty list, `-` null although there is something to hide,
 * `.` nothing at all: no answer ever brings him to the subject.
 */
export const marks = ['s', 't', 'f', 'e', '-', '.', 'U'];

/** The rows of one subject, by field. */
export interface Sight {
  type: string;
  /**
   * The name of an object of the permission world. A type without keys, such as abilities, is met on the way from
   * the subject that is named here.
   */
  subject: string;
  rows: Map<string, Cells>;
}

/** @param text a line per field: its name and its cells, in the order of `roles` */
export function sight(type: string, subject: string, text: string): Sight {
  const rows = new Map<string, Cells>();
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [field = '', ...cells] = line.trim().split(/\s+/);
    if (rows.has(field)) throw new Error(`${type}.${field} of ${subject} has two rows.`);
    const row = readCells(cells.join(' '));
    const unknown = Object.values(row).filter((mark) => !marks.includes(mark));
    if (unknown.length > 0) throw new Error(`${type}.${field} of ${subject}: what is ${unknown.join()}?`);
    rows.set(field, row);
  }
  return { type, subject, rows };
}
