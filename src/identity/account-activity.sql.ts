import type { EntityManager } from 'typeorm';
import { newId } from '../platform/id.js';

/** What happens to persons and accounts. Neither details nor a club: who and when is all there is to keep. */
export interface AccountHappening {
  /** Null for what the command line did. */
  actorId: string | null;
  verb: `${'account' | 'person'}.${string}`;
  subjectId: string;
  happenedAt: Date;
}

/** By hand, because the activity module comes after this one; it reads the row like any other. */
const text = `
  INSERT INTO activities (id, happened_at, actor_id, verb, subject_type, subject_id, details)
  VALUES ($1, $2, $3, $4, split_part($4, '.', 1), $5, '{}')`;

export async function recordHappening(manager: EntityManager, happening: AccountHappening): Promise<void> {
  const { happenedAt, actorId, verb, subjectId } = happening;
  await manager.query(text, [newId(), happenedAt, actorId, verb, subjectId]);
}
