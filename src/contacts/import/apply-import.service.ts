import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/id.js';
import { Contact } from '../contact.entity.js';
import type { CheckedRow } from './check-rows.js';
import { ContactImport } from './contact-import.entity.js';
import { ContactImportsService } from './contact-imports.service.js';
import { type ApplyContactImportInput, OnDuplicate } from './contact-imports.types.js';
import { fillGaps } from './fill-gaps.sql.js';
import { GapFilling } from './gap-filling.js';
import { kindOf } from './import-outcome.service.js';
import { type ImportedContact, insertContacts } from './insert-contacts.sql.js';
import { duplicateOf, knownContacts } from './own-duplicates.js';
import type { RowDetails } from './row-details.js';
import { type SettledRow, settleRows } from './settle-rows.sql.js';

/** A row with the contact of the book that it is a duplicate of, if it is one. */
type MatchedRow = CheckedRow & { duplicateOfId: string | null };

@Injectable()
export class ApplyImportService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly imports: ContactImportsService,
  ) {}

  /**
   * Brings what can be read of an upload into the address book, in as many statements for many rows as for one.
   * @throws DomainError ALREADY_APPLIED; INVALID for a mapping that does not fit; NOT_FOUND
   */
  apply(viewer: Viewer, input: ApplyContactImportInput): Promise<ContactImport> {
    const act = { personId: viewer.personId, verb: 'applyContactImport', input, result: ContactImport };
    return this.acts.once(act, async (manager) => {
      const contactImport = await this.imports.lock(manager, viewer, input.importId);
      const { mapping } = input;
      const checked = contactImport.waits ? await this.imports.check(manager, viewer, { contactImport, mapping }) : [];
      const now = this.clock.now();
      contactImport.apply(now);
      await manager.save(contactImport);
      const known = await knownContacts(manager, viewer);
      const rows = checked.map((row) => ({ ...row, duplicateOfId: row.details && duplicateOf(row.details, known) }));
      const filling = await this.fillingOf(manager, rows, input.onDuplicate);
      const { added, settled } = settle(rows, filling, input.onDuplicate);
      await insertContacts(manager, { ownerId: viewer.personId, importId: contactImport.id, now }, added);
      await fillGaps(manager, filling.contacts);
      await settleRows(manager, settled);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact_import.applied',
        subject: contactImport,
        details: { added: added.length, filled: filling.contacts.length, onDuplicate: input.onDuplicate },
      });
      return contactImport;
    });
  }

  /** The contacts whose gaps are to be filled, held as they are until that is done. */
  private async fillingOf(
    manager: EntityManager,
    rows: readonly MatchedRow[],
    onDuplicate: OnDuplicate,
  ): Promise<GapFilling> {
    if (onDuplicate !== OnDuplicate.FILL_GAPS) return new GapFilling([]);
    const ids = new Set(rows.flatMap(({ duplicateOfId }) => duplicateOfId ?? []));
    const where = { id: In([...ids]) };
    const lock = { mode: 'for_no_key_update' } as const;
    return new GapFilling(await manager.find(Contact, { where, order: { id: 'ASC' }, lock }));
  }
}

/** What becomes of each row, and the contacts that are new by it. */
function settle(
  rows: readonly MatchedRow[],
  filling: GapFilling,
  onDuplicate: OnDuplicate,
): { added: ImportedContact[]; settled: SettledRow[] } {
  const added: ImportedContact[] = [];
  const add = (details: RowDetails['details']): string => {
    const id = newId();
    added.push({ id, details });
    return id;
  };
  const settled = rows.map(({ row: { id }, details, errors, duplicateOfId }): SettledRow => {
    const settledRow = { id, kind: kindOf(details, duplicateOfId), errors, filled: [] };
    if (details === null) return { ...settledRow, contactId: null, touched: false };
    if (duplicateOfId === null || onDuplicate === OnDuplicate.ADD) {
      return { ...settledRow, contactId: add(details), touched: true };
    }
    const filled = filling.fill(duplicateOfId, details);
    return { ...settledRow, filled, contactId: duplicateOfId, touched: filled.length > 0 };
  });
  return { added, settled };
}
