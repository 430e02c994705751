/**
 * Of the giver's club, or his seat, the referrals `r` that were given in the period of `asked`: on the civil day in his
 * own club. The days around the period are for the index, which knows instants alone.
 */
const given = (subject: string): string => `
  JOIN referrals r ON ${subject} = asked.subject_id
  JOIN clubs c ON c.id = r.club_id
  WHERE r.given_at >= asked.from_day - interval '2 days' AND r.given_at < asked.to_day + interval '3 days'
    AND (r.given_at AT TIME ZONE c.time_zone)::date BETWEEN asked.from_day AND asked.to_day`;

/** The same of the receiver's: on the civil day in his own club, as the referral has it. */
const received = (subject: string): string => `
  JOIN referrals r ON ${subject} = asked.subject_id
  WHERE r.given_on BETWEEN asked.from_day AND asked.to_day`;

export const givenByClub = given('r.club_id');
export const givenBySeat = given('r.giver_membership_id');
export const receivedByClub = received('r.receiver_club_id');
export const receivedBySeat = received('r.receiver_membership_id');
