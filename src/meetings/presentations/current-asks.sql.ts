/** For how many days an ask stays current when the member makes no other: eight weeks. */
export const askLastsDays = 56;

/**
 * SQL: the ids of the current asks of a club (`:clubId`): of each member with a seat today (`:today`) the presentation
 * with an ask in his latest meeting, which was not cancelled and not before an instant (`:since`).
 */
export const currentAsks = `
  SELECT DISTINCT ON (asking.membership_id) asking.id
  FROM meetings held
  JOIN presentations asking ON asking.meeting_id = held.id AND asking.ask IS NOT NULL
  JOIN memberships seat ON seat.id = asking.membership_id
    AND seat.joined_on <= :today AND (seat.left_on IS NULL OR seat.left_on > :today)
  WHERE held.club_id = :clubId AND held.state <> 'cancelled'
    AND held.starts_at >= :since
  ORDER BY asking.membership_id, held.starts_at DESC, asking.id DESC`;
