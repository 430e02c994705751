import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/id.js';
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

  record(manager: EntityManager, happening: Happening): Promise<void> {
    return this.recordAll(manager, [happening]);
  }

  /** What happened at once, in one statement. */
  async recordAll(manager: EntityManager, happenings: Happening[]): Promise<void> {
    if (happenings.length === 0) return;
    const rows = happenings.map(({ actorId, verb, subject, clubId = null, details = {} }) => {
      const [subjectType = ''] = verb.split('.');
      return {
        ...{ id: newId(), happenedAt: this.clock.now(), actorId },
        ...{ verb, subjectType, subjectId: subject.id, clubId, details },
      };
    });
    await manager.insert(Activity, rows as never);
  }
}
