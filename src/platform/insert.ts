import type { DeepPartial, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Inserts one new row and returns it as its entity. Unlike `save`, it does not ask first whether the row exists. */
export async function insert<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  row: DeepPartial<T>,
): Promise<T> {
  const made = manager.create(entity, row);
  await manager.insert(entity, made as never);
  return made;
}
