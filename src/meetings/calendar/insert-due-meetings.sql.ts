import type { EntityManager } from 'typeorm';

/**
 * Plans meetings of series: their keys ($1), series ($2), days by the rule ($3), starts ($4) and civil days ($5)
 * belong together, so that one statement plans them all. A day of a series that has its meeting already, and a
 * moment at which the club meets anyway, are passed over.
 */
const text = `
  INSERT INTO meetings (id, club_id, series_id, series_on, starts_at, held_on, minutes, place, state, created_at)
  SELECT due.id, s.club_id, s.id, due.series_on, due.starts_at, due.held_on, s.minutes, s.place, 'planned', $6
  FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[], $5::date[])
    AS due (id, series_id, series_on, starts_at, held_on)
  JOIN meeting_series s ON s.id = due.series_id
  ORDER BY due.starts_at, due.id
  ON CONFLICT DO NOTHING
  RETURNING id, held_on::text AS "heldOn"`;

export interface DueMeeting {
  id: string;
  seriesId: string;
  /** The civil day by the rule. */
  on: string;
  startsAt: Date;
  heldOn: string;
}

/** A meeting that a statement about many has changed or made. */
export interface ChangedMeeting {
  id: string;
  heldOn: string;
}

/** @returns those that were planned */
export function insertDueMeetings(manager: EntityManager, due: DueMeeting[], now: Date): Promise<ChangedMeeting[]> {
  return manager.query(text, [
    due.map(({ id }) => id),
    due.map(({ seriesId }) => seriesId),
    due.map(({ on }) => on),
    due.map(({ startsAt }) => startsAt),
    due.map(({ heldOn }) => heldOn),
    now,
  ]);
}
