import type { EntityManager } from 'typeorm';

/** The ids of all clubs, so many at a time, in the order of their keys. */
export async function* clubBatches(manager: EntityManager, size: number): AsyncGenerator<string[]> {
  let last = '00000000-0000-0000-0000-000000000000';
  while (true) {
    const rows = await manager.query<{ id: string }[]>('SELECT id FROM clubs WHERE id > $1 ORDER BY id LIMIT $2', [
      last,
      size,
    ]);
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id ?? last;
  }
}
