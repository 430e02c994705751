import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { ContactImport } from './contact-import.entity.js';
import { keepLatestUploads } from './forget-uploads.sql.js';
import { insertRows } from './insert-rows.sql.js';
import { readFile } from './read-file.js';

/** How many uploads of one person may wait at a time; another one discards the earliest. */
const mostWaiting = 5;

@Injectable()
export class UploadContactsService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what a file holds until its owner has decided; nothing comes into his address book.
   * @throws DomainError FILE_UNREADABLE, FILE_TOO_LONG; IDEMPOTENCY_KEY_REUSED when it came with another file
   */
  upload(viewer: Viewer, file: Buffer, idempotencyKey: string): Promise<ContactImport> {
    const input = { idempotencyKey, file: createHash('sha256').update(file).digest('hex') };
    const act = { personId: viewer.personId, verb: 'uploadContacts', input, result: ContactImport };
    return this.acts.once(act, async (manager) => {
      const { format, columns, rows } = readFile(file);
      const contactImport = await insert(manager, ContactImport, {
        id: newId(),
        ownerId: viewer.personId,
        format,
        state: 'uploaded',
        headings: columns,
        rowCount: rows.length,
        createdAt: this.clock.now(),
        appliedAt: null,
        undoneAt: null,
      });
      await insertRows(manager, contactImport.id, rows);
      await keepLatestUploads(manager, viewer.personId, mostWaiting);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact_import.uploaded',
        subject: contactImport,
        details: { format, rows: rows.length },
      });
      return contactImport;
    });
  }
}
