/**
 * SQL: whether an instant lies on a civil day (`:day`) in the time zone of the club, which is joined as `club`.
 * @param instant the property that holds the instant, such as `referral.givenAt`
 */
export function onDay(instant: string): string {
  const since = `${instant} >= :day::timestamp AT TIME ZONE club.timeZone`;
  const until = `${instant} < (:day::date + 1)::timestamp AT TIME ZONE club.timeZone`;
  return `(${since} AND ${until})`;
}
