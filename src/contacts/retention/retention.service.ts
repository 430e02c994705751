import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, civilDay, shiftDay } from '../../platform/clock.js';
import {
  type Connection,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageSize,
  refuseForeignCursor,
  toConnection,
} from '../../platform/graphql/connection.js';
import { notFound } from '../../platform/graphql/errors.js';
import { Jobs } from '../../platform/jobs.js';
import { Contact } from '../contact.entity.js';
import { eraseContact, eraseContacts } from '../erase-contact.js';
import { findOwnContact } from '../own-contact.js';
import {
  countErasures,
  type DueInClub,
  dueByClub,
  dueContacts,
  type Erasure,
  erasurePage,
  lockDueContacts,
  noticeDays,
} from './erasures.sql.js';
import type { EraseContactInput } from './retention.types.js';

/** How many contacts are erased in one transaction: what it locks is waited for by those who use them meanwhile. */
const batchSize = 500;

/** Sorts before every key. */
const noKey = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.registerScheduled({ name: 'erase_contacts', match: '15 3 * * *' }, async () => {
      await this.eraseDue();
    });
  }

  /** Erases a contact of the viewer's own address book, and what was merged into it. */
  erase(viewer: Viewer, input: EraseContactInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'eraseContact', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const { contactId: id } = input;
      const contact = await findOwnContact(manager, viewer, { id, field: 'contactId' });
      const inBook = await manager.findOne(Contact, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!inBook || inBook.mergedIntoId !== null || inBook.erasedAt !== null) throw notFound('contact', 'contactId');
      await eraseContact(manager, id, this.clock.now());
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact.erased',
        subject: contact,
        details: { because: 'owner' },
      });
      return manager.findOneByOrFail(Contact, { id });
    });
  }

  /**
   * Erases all contacts whose time is up, some at a time, each lot in a transaction of its own: broken off, it goes on
   * with the rest the next time.
   * @returns how many
   */
  async eraseDue(): Promise<number> {
    const day = this.clock.today('UTC');
    let erased = 0;
    let after = noKey;
    for (;;) {
      const due = await dueContacts(this.dataSource.manager, { day, after, limit: batchSize });
      if (due.length > 0) erased += await this.eraseBatch(due, day);
      if (due.length < batchSize) return erased;
      after = due.at(-1) ?? after;
    }
  }

  /** How many are due today, by club. */
  due(): Promise<DueInClub[]> {
    return dueByClub(this.dataSource.manager, this.clock.today('UTC'));
  }

  /** What will be erased in the viewer's address book within the days of notice, the next first. */
  async toBeErased(viewer: Viewer, page: PageArguments): Promise<Connection<Erasure>> {
    const { manager } = this.dataSource;
    const until = shiftDay(civilDay(viewer.asOf, 'UTC'), { days: noticeDays });
    const after = page.after === null ? null : decodeCursor(page.after);
    const rows = await erasurePage(
      manager,
      { ownerId: viewer.personId, until },
      { after: after && [String(after[0]), after[1]], limit: pageSize(page) + 1 },
    ).catch(refuseForeignCursor);
    return toConnection(
      rows,
      page,
      ({ erasesOn, contactId }) => encodeCursor(erasesOn, contactId),
      () => countErasures(manager, viewer.personId, until),
    );
  }

  private eraseBatch(contactIds: string[], day: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const due = await lockDueContacts(manager, contactIds, day);
      await eraseContacts(manager, due, this.clock.now());
      await this.activity.recordAll(
        manager,
        due.map((id) => ({
          actorId: null,
          verb: 'contact.erased',
          subject: { id },
          details: { because: 'retention' },
        })),
      );
      return due.length;
    });
  }
}
