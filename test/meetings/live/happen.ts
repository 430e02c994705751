import { newId } from '../../../src/platform/id.js';

interface Database {
  query(text: string, values: unknown[]): Promise<unknown>;
}

export interface Happening {
  verb: string;
  clubId: string;
  actorId?: string | null;
  subjectId?: string;
  details?: object;
  happenedAt?: string;
}

/** Keeps an activity as a service would: for verbs of modules that are not of this one. @returns its id */
export async function happen(database: Database, happening: Happening): Promise<string> {
  const {
    verb,
    clubId,
    actorId = null,
    subjectId = newId(),
    details = {},
    happenedAt = '2026-03-05T07:30:00+01:00',
  } = happening;
  const id = newId();
  await database.query(
    `INSERT INTO activities (id, happened_at, actor_id, verb, subject_type, subject_id, club_id, details)
     VALUES ($1, $2, $3, $4, split_part($4, '.', 1), $5, $6, $7)`,
    [id, happenedAt, actorId, verb, subjectId, clubId, JSON.stringify(details)],
  );
  return id;
}
