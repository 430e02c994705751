import { Injectable } from '@nestjs/common';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { ContactImport } from './contact-import.entity.js';
import { ContactImportsService } from './contact-imports.service.js';
import type { UndoContactImportInput } from './contact-imports.types.js';
import { emptyFilledGaps } from './fill-gaps.sql.js';
import { removeImported } from './remove-imported.sql.js';

@Injectable()
export class UndoImportService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly imports: ContactImportsService,
  ) {}

  /**
   * Takes out of the address book what an import brought, as far as nobody has changed or used it since.
   * @throws DomainError NOTHING_TO_UNDO, UNDO_TOO_LATE, NOT_FOUND
   */
  undo(viewer: Viewer, input: UndoContactImportInput): Promise<ContactImport> {
    const act = { personId: viewer.personId, verb: 'undoContactImport', input, result: ContactImport };
    return this.acts.once(act, async (manager) => {
      const contactImport = await this.imports.lock(manager, viewer, input.importId);
      contactImport.undo(this.clock.now());
      const removed = await removeImported(manager, contactImport.id);
      await emptyFilledGaps(manager, contactImport.id);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact_import.undone',
        subject: contactImport,
        details: { removed },
      });
      return manager.save(contactImport);
    });
  }
}
