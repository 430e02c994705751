/** What has keys of its own in a world; the number of its place is part of the key. */
const kinds = [
  'region',
  'profession',
  'director',
  'club',
  'rules',
  'person',
  'seat',
  'office',
  'sharing',
  'contact',
  'meeting',
  'attendance',
  'visitor',
  'presentation',
  'education',
  'testimonial',
  'oneToOne',
  'introduction',
  'consent',
  'referral',
  'move',
  'deal',
  'adjustment',
] as const;
export type Kind = (typeof kinds)[number];

const fourDigits = Array.from({ length: 65_536 }, (_, number) => hex(number, 4));

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/**
 * The beginning of all keys of one kind in one club: in the form of UUIDv7, and nothing in it is by chance. The time
 * is that of the world's first day and a millisecond more for each club, so that the keys of a club lie together; the
 * kind and the seed take the place of what is random.
 * @param since the first day, in milliseconds since 1970
 */
export function keysOf(kind: Kind, { seed, since, club }: { seed: number; since: number; club: number }): string {
  const time = hex(since + club, 12);
  const digits = hex(seed, 7);
  const place = hex(kinds.indexOf(kind), 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-8${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/**
 * A key with that beginning. Its end looks random, as the end of every key does elsewhere, and is another one for
 * every number: an odd factor gives each of 2^32 numbers a product of its own.
 * @param number below 2^32, used once for the beginning
 */
export function keyOf(beginning: string, number: number): string {
  const end = Math.imul(number, 0x9e3779b1);
  return beginning + fourDigits[end >>> 16] + fourDigits[end & 65_535];
}
