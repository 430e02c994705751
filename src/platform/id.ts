import { v7 } from 'uuid';

/** A new key: UUIDv7, so that keys made later sort later and inserts stay at the right edge of an index. */
export function newId(): string {
  return v7();
}
