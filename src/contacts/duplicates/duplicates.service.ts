import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import {
  type Connection,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageSize,
  toConnection,
} from '../../platform/graphql/connection.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { Contact } from '../contact.entity.js';
import { findOwnContact } from '../own-contact.js';
import { countPairs, type PairRow, pairsPage } from './duplicate-pairs.sql.js';
import type { ContactDuplicate, DismissDuplicateInput, DuplicateReason } from './duplicates.types.js';

/** Which contacts of one's own book may be one human. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The pairs of the viewer's own book, the surest first. */
  async list({ personId }: Viewer, page: PageArguments): Promise<Connection<ContactDuplicate>> {
    const [place, id] = page.after === null ? [null, ''] : decodeCursor(page.after);
    const after: [string, string] | null = place === null ? null : [String(place), id];
    const rows = await pairsPage(this.dataSource, personId, { after, limit: pageSize(page) + 1 });
    const ids = rows.flatMap(({ firstId, secondId }) => [firstId, secondId]);
    const contacts = await this.dataSource.getRepository(Contact).findBy({ id: In(ids) });
    const byId = new Map(contacts.map((contact) => [contact.id, contact]));
    const places = new Map<ContactDuplicate, PairRow>();
    for (const row of rows) {
      const [first, second] = [byId.get(row.firstId), byId.get(row.secondId)];
      if (first && second) places.set({ first, second, reasons: reasonsOf(row) }, row);
    }
    return toConnection(
      [...places.keys()],
      page,
      (pair) => encodeCursor(places.get(pair)?.place, pair.second.id),
      () => countPairs(this.dataSource, personId),
    );
  }

  /**
   * Says of two contacts that they are two: the pair is not proposed again. Saying it again is no harm.
   * @returns the first of them
   * @throws DomainError NOT_FOUND, SAME_CONTACT
   */
  dismiss(viewer: Viewer, input: DismissDuplicateInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'dismissDuplicate', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const first = await findOwnContact(manager, viewer, { id: input.firstId, field: 'firstId' });
      const second = await findOwnContact(manager, viewer, { id: input.secondId, field: 'secondId' });
      if (first.id === second.id) throw new DomainError('SAME_CONTACT', 'These are one contact.', ['secondId']);
      await manager.query(
        `INSERT INTO dismissed_duplicates (first_id, second_id, owner_id, dismissed_at)
         VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4) ON CONFLICT DO NOTHING`,
        [first.id, second.id, viewer.personId, this.clock.now()],
      );
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact.duplicate_dismissed',
        subject: first,
        details: { otherId: second.id },
      });
      return first;
    });
  }
}

function reasonsOf({ sameEmail, samePhone, similarName }: PairRow): DuplicateReason[] {
  return [
    ...(sameEmail ? (['same_email'] as const) : []),
    ...(samePhone ? (['same_phone'] as const) : []),
    ...(similarName ? (['similar_name'] as const) : []),
  ];
}
