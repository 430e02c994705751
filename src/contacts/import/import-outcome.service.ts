import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { CheckedRow } from './check-rows.js';
import { type ContactImport, ContactImportState } from './contact-import.entity.js';
import { type ContactImportLine, ContactImportRowKind } from './contact-import-row.entity.js';
import { ContactImportsService } from './contact-imports.service.js';
import {
  ContactImportOutcome,
  type ContactImportRow,
  type ContactImportRowsArguments,
} from './contact-imports.types.js';
import type { ColumnOfField } from './import-field.js';
import { duplicateOf, type KnownContacts, knownContacts } from './own-duplicates.js';

@Injectable()
export class ImportOutcomeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ContactImportsService,
  ) {}

  /**
   * What applying would do; null for what does not wait. Nothing is written.
   * @throws DomainError INVALID for a mapping that does not fit the columns
   */
  async preview(
    viewer: Viewer,
    contactImport: ContactImport,
    mapping: ColumnOfField[] | null,
  ): Promise<ContactImportOutcome | null> {
    if (!contactImport.waits) return null;
    const { manager } = this.dataSource;
    const checked = await this.imports.check(manager, viewer, { contactImport, mapping });
    const known = await knownContacts(manager, viewer);
    return new ContactImportOutcome(checked.map((row) => rowToCome(row, known)));
  }

  /** What applying did; null for what was not applied, or so long ago that its rows are forgotten. */
  async result({ id, state }: ContactImport): Promise<ContactImportOutcome | null> {
    if (state !== ContactImportState.APPLIED && state !== ContactImportState.UNDONE) return null;
    const rows = (await this.imports.rows(this.dataSource.manager, id)).flatMap(rowDone);
    return rows.length > 0 ? new ContactImportOutcome(rows) : null;
  }

  page({ all }: ContactImportOutcome, { kind, ...page }: ContactImportRowsArguments): Connection<ContactImportRow> {
    const rows = kind === null ? all : all.filter((row) => row.kind === kind);
    return pageOfList(rows, page, ({ id }) => id);
  }
}

function rowToCome({ row: { id, line }, details, errors }: CheckedRow, known: KnownContacts): ContactImportRow {
  const duplicateOfId = details && duplicateOf(details, known);
  return {
    id,
    line,
    details,
    errors,
    filled: [],
    contactId: null,
    duplicateOfId,
    kind: kindOf(details, duplicateOfId),
  };
}

/** What a row is: without details refused, without a contact who is there already new. */
export function kindOf(details: object | null, duplicateOfId: string | null): ContactImportRowKind {
  if (details === null) return ContactImportRowKind.REFUSED;
  return duplicateOfId === null ? ContactImportRowKind.NEW : ContactImportRowKind.DUPLICATE;
}

function rowDone(row: ContactImportLine): ContactImportRow[] {
  const { id, line, kind, errors, filled, contactId } = row;
  if (kind === null) return [];
  const wasThere = !row.addedContact;
  const [own, other] = wasThere ? [null, contactId] : [contactId, null];
  return [{ id, line, kind, errors, filled, details: null, contactId: own, duplicateOfId: other }];
}
