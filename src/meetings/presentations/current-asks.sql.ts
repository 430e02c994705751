/** For how many days an ask stays current when the member makes no other: eight weeks. */
export const askLastsDays = 56;

/** Where asks are looked for, each as SQL: the club, the day it is there, and the instant before which asks are old. */
export interface AskedIn {
  clubId: string;
  today: string;
  since: string;
}

/**
 * SQL, from FROM on: the asks that stand in a club (`asking`): of members with a seat today (`seat`), in a meeting
 * (`held`) that was not cancelled and not before an instant. One that its member has replaced since stands too.
 */
export function standingAsks({ clubId, today, since }: AskedIn): string {
  return `
  FROM meetings held
  JOIN presentations asking ON asking.meeting_id = held.id AND asking.ask IS NOT NULL
  JOIN memberships seat ON seat.id = asking.membership_id
    AND seat.joined_on <= ${today} AND (seat.left_on IS NULL OR seat.left_on > ${today})
  WHERE held.club_id = ${clubId} AND held.state <> 'cancelled'
    AND held.starts_at >= ${since}`;
}

/** SQL: the ids of the current asks of a club: of each member with a seat today the one of his latest meeting. */
export function currentAsksIn(club: AskedIn): string {
  return `
  SELECT DISTINCT ON (asking.membership_id) asking.id ${standingAsks(club)}
  ORDER BY asking.membership_id, held.starts_at DESC, asking.id DESC`;
}

/** The same with parameters: of a club (`:clubId`) on a day (`:today`), not before an instant (`:since`). */
export const currentAsks = currentAsksIn({ clubId: ':clubId', today: ':today', since: ':since' });

const civilToday = `($2::timestamptz AT TIME ZONE club.time_zone)::date`;

const inClub: AskedIn = {
  clubId: 'club.id',
  today: civilToday,
  since: `((${civilToday} - ${askLastsDays})::timestamp AT TIME ZONE club.time_zone)`,
};

/** SQL: the ids of the current asks of several clubs (`$1`) at an instant (`$2`). */
export const currentAsksOfClubs = `
  SELECT current.id FROM clubs club CROSS JOIN LATERAL (${currentAsksIn(inClub)}) current
  WHERE club.id = ANY ($1::uuid[])`;

/** SQL: the ids of those of some presentations (`$1`) whose asks stand at an instant (`$2`). */
export const standingOfPresentations = `
  SELECT standing.id FROM clubs club CROSS JOIN LATERAL (SELECT asking.id ${standingAsks(inClub)}) standing
  WHERE club.id IN (SELECT club_id FROM presentations WHERE id = ANY ($1)) AND standing.id = ANY ($1::uuid[])`;
