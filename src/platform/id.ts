import { v5, v7 } from 'uuid';

/** A new key: UUIDv7, so that keys made later sort later and inserts stay at the right edge of an index. */
export function newId(): string {
  return v7();
}

/** The key that follows from a name within a namespace, itself a key: UUIDv5, the same whenever it is asked for. */
export function derivedId(name: string, namespace: string): string {
  return v5(name, namespace);
}
