import { Injectable } from '@nestjs/common';
import { ActivityService } from '../../activity/activity.service.js';
import type { Person } from '../../identity/person.entity.js';
import { placesByPerson } from '../../identity/places.sql.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { newId } from '../../platform/id.js';
import { MemberSheet } from './member-sheet.entity.js';
import { openedByOneToOne, pairKey, sheetByPerson } from './member-sheets.loaders.js';
import type { ChangeMemberSheetInput } from './member-sheets.types.js';
import { canSeeSheet } from './one-to-ones.policy.js';

@Injectable()
export class MemberSheetsService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The sheet of a person, or null when there is none the viewer may see. */
  async of(viewer: Viewer, { id }: Person, loaders: Loaders): Promise<MemberSheet | null> {
    const sheet = await loaders.load(sheetByPerson, id);
    if (!sheet) return null;
    const [places, isOpenedToViewer] = await Promise.all([
      loaders.loadExisting(placesByPerson, id),
      loaders.loadExisting(openedByOneToOne, pairKey(viewer.personId, id)),
    ]);
    const person = { id, places, isOpenedToViewer };
    return canSeeSheet(viewer, person, (timeZone) => this.clock.today(timeZone)) ? sheet : null;
  }

  /** Writes the viewer's own sheet anew, whole. */
  change(viewer: Viewer, input: ChangeMemberSheetInput): Promise<MemberSheet> {
    const act = { personId: viewer.personId, verb: 'changeMemberSheet', input, result: MemberSheet };
    return this.acts.once(act, async (manager) => {
      const { idempotencyKey: _, ...texts } = input;
      const { personId } = viewer;
      await manager
        .createQueryBuilder()
        .insert()
        .into(MemberSheet)
        .values({ ...texts, id: newId(), personId, updatedAt: this.clock.now() })
        .orUpdate([...Object.keys(texts), 'updated_at'], ['person_id'])
        .execute();
      const sheet = await manager.findOneByOrFail(MemberSheet, { personId });
      await this.activity.record(manager, { actorId: personId, verb: 'member_sheet.changed', subject: sheet });
      return sheet;
    });
  }
}
