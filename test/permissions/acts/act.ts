import type { PermissionWorld } from '../permission-world.js';
import { type Cells, type Role, readCells } from '../roles.js';

export type Input = Record<string, unknown>;

/** A key the input takes: of what type the object is, and how an input brings it. */
export interface Key {
  type: string;
  /** What to change in the input; by default the field of that name. */
  put: (id: string) => Input;
  /** Those that are there for the act although nothing is told of them; why, is said beside them. */
  except?: (world: PermissionWorld) => string[];
}

/**
 * How a role fares that attempts the act on the subject with valid input: `ok`, `U` not signed in, `F` not allowed,
 * `N` there is no such thing, or the code of another refusal.
 */
export interface Act {
  cells: Cells;
  input: (world: PermissionWorld, role: Role) => Input;
  /** By its path in the input; the first is what the act is about. A text is the reason why none is foreign. */
  keys: Record<string, Key | string>;
  /** Answers as whoever signs in by it, and not as who asked. */
  signsIn?: boolean;
}

/** @param keys the type of the object whose key the field takes, or what there is to say of a path */
export function act(
  cells: string,
  input: Act['input'],
  keys: Record<string, string | Key | { never: string }> = {},
): Act {
  const read = Object.entries(keys).map(([path, key]): [string, Key | string] => {
    if (typeof key === 'string') return [path, { type: key, put: (id) => ({ [path]: id }) }];
    return [path, 'never' in key ? key.never : key];
  });
  return { cells: readCells(cells), input, keys: Object.fromEntries(read) };
}
