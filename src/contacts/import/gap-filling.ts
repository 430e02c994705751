import type { Contact } from '../contact.entity.js';
import { ContactImportField } from './import-field.js';
import type { ImportedContact } from './insert-contacts.sql.js';
import type { RowDetails } from './row-details.js';

type Gap = Exclude<keyof RowDetails['details'], 'name'>;

/** What can be a gap; a name always is there. */
const gaps: [Gap, ContactImportField][] = [
  ['company', ContactImportField.COMPANY],
  ['role', ContactImportField.ROLE],
  ['email', ContactImportField.EMAIL],
  ['phone', ContactImportField.PHONE],
  ['profession', ContactImportField.PROFESSION],
  ['place', ContactImportField.PLACE],
  ['strength', ContactImportField.STRENGTH],
  ['lastSpokenOn', ContactImportField.LAST_SPOKEN_ON],
];

/** The gaps of contacts, row after row: what one row has filled is no gap for the next. */
export class GapFilling {
  private readonly details: Map<string, RowDetails['details']>;
  private readonly filled = new Set<string>();

  constructor(contacts: readonly Contact[]) {
    this.details = new Map(contacts.map((contact) => [contact.id, { ...contact, name: contact.name ?? '' }]));
  }

  /** Those of which something was filled, as they shall be. */
  get contacts(): ImportedContact[] {
    return [...this.details].flatMap(([id, details]) => (this.filled.has(id) ? [{ id, details }] : []));
  }

  /** Fills what the row knows and the contact does not. Nothing is filled of contacts that are not to be. */
  fill(contactId: string, row: RowDetails['details']): ContactImportField[] {
    const details = this.details.get(contactId);
    if (!details) return [];
    const open = gaps.filter(([gap]) => details[gap] === null && row[gap] !== null);
    if (open.length > 0) this.filled.add(contactId);
    Object.assign(details, Object.fromEntries(open.map(([gap]) => [gap, row[gap]])));
    return open.map(([, field]) => field);
  }
}
