import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** The name of each text; texts are constants of the code, so that there are never more names than statements. */
const names = new Map<string, string>();

/**
 * Runs a statement that comes with many requests. It has a name, by which each connection plans it once and is asked for
 * it again; behind PgBouncer in transaction mode that takes version 1.21 or later.
 * @param text a constant: never made of what somebody sent, nor longer with more parameters
 */
export function queryPrepared<Rows>(
  source: DataSource | EntityManager,
  text: string,
  parameters: unknown[],
): Promise<Rows> {
  let name = names.get(text);
  if (!name) {
    name = `kring_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
  }
  // TypeORM hands on to the driver what it is given as the text, and the driver takes a text with its name as well.
  return source.query<Rows>({ name, text } as never, parameters);
}
