import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Contact } from '../contact.entity.js';
import { findOwnContact } from '../own-contact.js';
import { ContactMerge } from './contact-merge.entity.js';
import type { MergeContactsInput } from './duplicates.types.js';
import { lockChainsOf, wouldLoop } from './merge-loop.sql.js';
import { detailsOf, mergeDetails } from './merged-details.js';

/** Two contacts of one book that are one human become one contact; all that refers to either stays as it was. */
@Injectable()
export class MergeContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, SAME_CONTACT, ALREADY_MERGED, ALREADY_IDENTIFIED, INTRODUCTION_LOOP */
  merge(viewer: Viewer, input: MergeContactsInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'mergeContacts', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const { kept, merged } = await this.holdBoth(manager, viewer, input);
      if (kept.personId !== null && merged.personId !== null && kept.personId !== merged.personId) {
        throw new DomainError('ALREADY_IDENTIFIED', 'They are known as two persons of the clubs.', ['mergedId']);
      }
      if (await wouldLoop(manager, kept.id, merged.id)) {
        throw new DomainError('INTRODUCTION_LOOP', 'One human would stand twice in a chain.', ['mergedId']);
      }
      await insert(manager, ContactMerge, {
        id: newId(),
        ownerId: viewer.personId,
        keptId: kept.id,
        mergedId: merged.id,
        keptBefore: detailsOf(kept),
        mergedAt: this.clock.now(),
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact.merged',
        subject: kept,
        details: { mergedId: merged.id },
      });
      // What had gone up in the merged one goes up in the kept one: nothing points at what is merged itself.
      await manager.update(Contact, [{ id: merged.id }, { mergedIntoId: merged.id }], { mergedIntoId: kept.id });
      Object.assign(kept, mergeDetails(kept, merged, input.fromMerged));
      kept.personId ??= merged.personId;
      return manager.save(kept);
    });
  }

  /** What went up in a contact, one way or another: the latest first. */
  history({ id }: Contact, page: PageArguments): Promise<Connection<ContactMerge>> {
    const merges = this.dataSource
      .getRepository(ContactMerge)
      .createQueryBuilder('merge')
      .where('merge.keptId IN (SELECT id FROM contacts WHERE id = :id OR merged_into_id = :id)', { id });
    return paginate(merges, page, { property: 'mergedAt', direction: 'DESC' });
  }

  /**
   * Both as they are until the act is done. They are locked in the order of their keys, so that of two who merge the same
   * pair the other way round the second finds it done; and so that nothing is recorded of either meanwhile: a new
   * reference to a row waits for its lock. Chains are locked before, as everywhere.
   */
  private async holdBoth(
    manager: EntityManager,
    viewer: Viewer,
    { keptId, mergedId }: MergeContactsInput,
  ): Promise<{ kept: Contact; merged: Contact }> {
    const one = await findOwnContact(manager, viewer, { id: keptId, field: 'keptId' });
    const other = await findOwnContact(manager, viewer, { id: mergedId, field: 'mergedId' });
    if (keptId === mergedId) throw new DomainError('SAME_CONTACT', 'These are one contact.', ['mergedId']);
    if (one.id === other.id) throw alreadyMerged();
    await lockChainsOf(manager, one.id, other.id);
    const rows = await manager.find(Contact, {
      where: { id: In([one.id, other.id]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await lockChainsOf(manager, one.id, other.id);
    const [kept, merged] = [one.id, other.id].map((id) => rows.find((row) => row.id === id));
    if (!kept || !merged || kept.mergedIntoId !== null || merged.mergedIntoId !== null) throw alreadyMerged();
    found(kept.erasedAt === null ? kept : null, 'contact', 'keptId');
    found(merged.erasedAt === null ? merged : null, 'contact', 'mergedId');
    return { kept, merged };
  }
}

function alreadyMerged(): DomainError {
  return new DomainError('ALREADY_MERGED', 'One of them was merged already.', ['mergedId']);
}
