import type { SeatRow } from '../reports/counts/seats-in-period.sql.js';

/** A member as a file names him. */
export function nameOf({ givenName, familyName }: SeatRow): string {
  return `${givenName} ${familyName}`;
}
