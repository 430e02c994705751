/**
 * Of the giver's club, or his seat, the referrals `r` that were given in the period of `asked`: on the civil day in his
 * own club. The days around the period are for the index, which knows instants alone; OFFSET 0 has it asked for both.
 */
const given = (subject: string): string => `
  CROSS JOIN LATERAL (
    SELECT * FROM referrals near
    WHERE near.${subject} = asked.subject_id
      AND near.given_at >= asked.from_day - interval '2 days' AND near.given_at < asked.to_day + interval '3 days'
    OFFSET 0
  ) r
  JOIN clubs c ON c.id = r.club_id
  WHERE (r.given_at AT TIME ZONE c.time_zone)::date BETWEEN asked.from_day AND asked.to_day`;

/** The same of the receiver's: on the civil day in his own club, as the referral has it. */
const received = (subject: string): string => `
  JOIN referrals r ON r.${subject} = asked.subject_id
  WHERE r.given_on BETWEEN asked.from_day AND asked.to_day`;

export const givenByClub = given('club_id');
export const givenBySeat = given('giver_membership_id');
export const receivedByClub = received('receiver_club_id');
export const receivedBySeat = received('receiver_membership_id');
