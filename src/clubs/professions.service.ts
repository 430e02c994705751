import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { canAddProfession } from './clubs.policy.js';
import { Profession } from './profession.entity.js';
import type { AddProfessionInput } from './regions.types.js';

@Injectable()
export class ProfessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The whole catalogue, by name; it holds nothing private. */
  list(page: PageArguments): Promise<Connection<Profession>> {
    const professions = this.dataSource.getRepository(Profession).createQueryBuilder('profession');
    return paginate(professions, page, { property: 'name', direction: 'ASC' });
  }

  add(viewer: Viewer, input: AddProfessionInput): Promise<Profession> {
    const act = { personId: viewer.personId, verb: 'addProfession', input, result: Profession };
    return this.acts.once(act, async (manager) => {
      authorise(canAddProfession(viewer));
      const profession = await insert(manager, Profession, {
        id: newId(),
        name: input.name,
        createdAt: this.clock.now(),
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'profession.added',
        subject: profession,
      });
      return profession;
    });
  }
}
