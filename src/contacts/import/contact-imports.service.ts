import { Injectable } from '@nestjs/common';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { found } from '../../platform/graphql/errors.js';
import { Contact } from '../contact.entity.js';
import { inBookOf } from '../contacts.policy.js';
import { type CheckedRow, checkRows } from './check-rows.js';
import { ContactImport } from './contact-import.entity.js';
import { ContactImportLine } from './contact-import-row.entity.js';
import { importsOf } from './contact-imports.policy.js';
import type { DiscardContactImportInput } from './contact-imports.types.js';
import type { ColumnOfField } from './import-field.js';
import { localesOf } from './locales-of.sql.js';
import { mappingOf } from './mapping.js';
import type { Habits } from './row-details.js';

@Injectable()
export class ContactImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The import, or null when there is none of the viewer. */
  find(viewer: Viewer, id: string): Promise<ContactImport | null> {
    return this.dataSource.manager.findOneBy(ContactImport, { ...importsOf(viewer), id });
  }

  /** What the viewer brought along, the latest first. */
  list(viewer: Viewer, page: PageArguments): Promise<Connection<ContactImport>> {
    const imports = this.dataSource.getRepository(ContactImport).createQueryBuilder('import');
    return paginate(imports.where(importsOf(viewer)), page, { property: 'createdAt', direction: 'DESC' });
  }

  /** The contacts of the import that stand in the viewer's book: once it is undone, those that stayed. */
  contacts(viewer: Viewer, { id }: ContactImport, page: PageArguments): Promise<Connection<Contact>> {
    const contacts = this.dataSource.getRepository(Contact).createQueryBuilder('contact');
    const query = contacts.where({ ...inBookOf(viewer), importId: id });
    return paginate(query, page, { property: 'name', direction: 'ASC' });
  }

  /** The rows of an import by line, in the order of the file. */
  rows(manager: EntityManager, importId: string): Promise<ContactImportLine[]> {
    return manager.find(ContactImportLine, { where: { importId }, order: { line: 'ASC', id: 'ASC' } });
  }

  /**
   * What each row that waits would be with that mapping.
   * @throws DomainError INVALID for a mapping that does not fit the columns
   */
  async check(
    manager: EntityManager,
    viewer: Viewer,
    { contactImport, mapping }: { contactImport: ContactImport; mapping: ColumnOfField[] | null },
  ): Promise<CheckedRow[]> {
    const rows = await this.rows(manager, contactImport.id);
    return checkRows(rows, {
      mapping: mappingOf(contactImport.headings, mapping),
      habits: habitsIn(await localesOf(manager, viewer)),
      today: this.clock.today('UTC'),
    });
  }

  /** The import of the viewer, for this transaction alone. @throws DomainError NOT_FOUND */
  async lock(manager: EntityManager, viewer: Viewer, importId: string): Promise<ContactImport> {
    const where = { ...importsOf(viewer), id: importId };
    const contactImport = await manager.findOne(ContactImport, { where, lock: { mode: 'pessimistic_write' } });
    return found(contactImport, 'import', 'importId');
  }

  discard(viewer: Viewer, input: DiscardContactImportInput): Promise<ContactImport> {
    const act = { personId: viewer.personId, verb: 'discardContactImport', input, result: ContactImport };
    return this.acts.once(act, async (manager) => {
      const contactImport = await this.lock(manager, viewer, input.importId);
      contactImport.discard();
      await manager.delete(ContactImportLine, { importId: contactImport.id });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact_import.discarded',
        subject: contactImport,
      });
      return manager.save(contactImport);
    });
  }
}

/** The country of somebody tells how he writes numbers and days: that of his club, else of his own locale. */
function habitsIn(locales: string[]): Habits {
  const known = locales.map((locale) => locale.replace(/-x-.*$/, ''));
  const regions = known.map((locale) => new Intl.Locale(locale).maximize().region ?? '');
  const country = regions.find((region) => isSupportedCountry(region));
  return { country, monthFirst: country === 'US' };
}
