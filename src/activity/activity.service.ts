import { Injectable } from '@nestjs/common';
import type { DeepPartial, EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Activity } from './activity.entity.js';

export interface Happening {
  /** Null for what Kring did by itself. */
  actorId: string | null;
  verb: `${string}.${string}`;
  subject: { id: string };
  clubId?: string;
  /** Ids and plain values only; names and addresses stay in their own tables. */
  details?: Record<string, unknown>;
}

/** Keeps what happened, in the transaction in which it happened. */
@Injectable()
export class ActivityService {
  constructor(private readonly clock: Clock) {}

  async record(manager: EntityManager, happening: Happening): Promise<void> {
    await insert(manager, Activity, this.rowOf(happening));
  }

  /** The same for many at once, in one statement. */
  async recordAll(manager: EntityManager, happenings: Happening[]): Promise<void> {
    if (happenings.length === 0) return;
    await manager.insert(Activity, happenings.map((happening) => this.rowOf(happening)) as never);
  }

  private rowOf(happening: Happening): DeepPartial<Activity> {
    const [subjectType = ''] = happening.verb.split('.');
    return {
      id: newId(),
      happenedAt: this.clock.now(),
      actorId: happening.actorId,
      verb: happening.verb,
      subjectType,
      subjectId: happening.subject.id,
      clubId: happening.clubId ?? null,
      details: happening.details ?? {},
    };
  }
}
