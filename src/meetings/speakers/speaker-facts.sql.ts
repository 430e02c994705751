import { columnsOf, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { SpeakerFacts } from './propose-speakers.js';

/**
 * What is known of the members of clubs ($1) who hold their seats on civil days ($2); the arrays belong together.
 * The rules are those in force on the day, or the club's first before that (clubs/rules-in-force.ts). Education units
 * count from so many months before the day up to the day.
 */
const text = `
  SELECT asked.club_id || ' ' || asked.day AS key, seat.id AS "membershipId",
    seat.joined_on::text AS "joinedOn", spoke.last_on::text AS "lastSpokeOn",
    EXISTS (
      SELECT FROM leaves l WHERE l.membership_id = seat.id AND daterange(l.starts_on, l.ends_on) @> asked.day
    ) AS "isOnLeave",
    EXISTS (
      SELECT FROM speakers s JOIN meetings m ON m.id = s.meeting_id AND m.state IN ('planned', 'open')
      WHERE s.membership_id = seat.id AND s.released_at IS NULL
    ) AS "isAssigned",
    nullif(round(greatest(rules.education_units_before_feature - earned.units, 0), 2), 0)::text AS "educationUnitsMissing"
  FROM unnest($1::uuid[], $2::date[]) AS asked (club_id, day)
  JOIN memberships seat
    ON seat.club_id = asked.club_id AND daterange(seat.joined_on, seat.left_on) @> asked.day
  CROSS JOIN LATERAL (
    SELECT r.education_units_before_feature, r.education_window_months
    FROM club_rules r WHERE r.club_id = asked.club_id
    ORDER BY r.valid_from <= asked.day DESC, CASE WHEN r.valid_from <= asked.day THEN -r.version ELSE r.version END
    LIMIT 1
  ) rules
  CROSS JOIN LATERAL (
    SELECT max(m.held_on) AS last_on
    FROM presentations p JOIN meetings m ON m.id = p.meeting_id AND m.state = 'closed'
    WHERE p.membership_id = seat.id AND p.kind = 'feature'
  ) spoke
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(e.units), 0) AS units
    FROM education_units e
    WHERE e.membership_id = seat.id AND e.earned_on <= asked.day
      AND e.earned_on > asked.day - make_interval(months => rules.education_window_months)
  ) earned`;

/** The key under which `speakerFacts` loads: the club, and the civil day on which somebody shall speak. */
export function speakerFactsKey(clubId: string, day: string): string {
  return `${clubId} ${day}`;
}

/** In no order, by `speakerFactsKey`; a club in which nobody has a seat that day is not among the answers. */
export const speakerFacts: LoaderDeclaration<SpeakerFacts[]> = async (keys, dataSource) => {
  const rows = await dataSource.query<(SpeakerFacts & { key: string })[]>(text, columnsOf(keys));
  const found = new Map<string, SpeakerFacts[]>();
  for (const { key, ...facts } of rows) found.set(key, [...(found.get(key) ?? []), facts]);
  return found;
};
