import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/id.js';
import { findableContactsOf } from './findable-contact.sql.js';
import { Sharing } from './sharing.entity.js';
import type { ChangeSharingInput } from './sharing.types.js';

@Injectable()
export class SharingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** What the viewer shares; who never said anything shares with nobody. */
  async of({ personId, asOf }: Viewer): Promise<Sharing> {
    const sharings = this.dataSource.getRepository(Sharing);
    const said = await sharings.findOneBy({ personId });
    return said ?? sharings.create({ id: newId(), personId, level: 'nobody', changedAt: asOf });
  }

  /** How many of his contacts others can be led to: all that are not private. */
  async sharedContacts({ personId }: Sharing): Promise<number> {
    const [row] = await this.dataSource.query<{ contacts: number }[]>(
      `SELECT ${findableContactsOf('$1')} AS contacts`,
      [personId],
    );
    return row?.contacts ?? 0;
  }

  /** What he says last holds, also of two acts at once: the row of the person is the only one. */
  change({ personId }: Viewer, input: ChangeSharingInput): Promise<Sharing> {
    return this.acts.once({ personId, verb: 'changeSharing', input, result: Sharing }, async (manager) => {
      const { level } = input;
      const said = { id: newId(), personId, level, changedAt: this.clock.now() };
      await manager
        .createQueryBuilder()
        .insert()
        .into(Sharing)
        .values(said)
        .orUpdate(['level', 'changed_at'], ['person_id'])
        .execute();
      const sharing = await manager.findOneByOrFail(Sharing, { personId });
      await this.activity.record(manager, {
        actorId: personId,
        verb: 'sharing.changed',
        subject: sharing,
        details: { level },
      });
      return sharing;
    });
  }
}
