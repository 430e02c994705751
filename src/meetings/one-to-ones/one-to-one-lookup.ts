import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { found } from '../../platform/graphql/errors.js';
import { OneToOne } from './one-to-one.entity.js';
import { visibleOneToOnes } from './one-to-ones.policy.js';

/** The one-to-one, or null when there is none of the viewer. */
export function findOneToOne(manager: EntityManager, viewer: Viewer, id: string): Promise<OneToOne | null> {
  return manager.findOneBy(
    OneToOne,
    visibleOneToOnes(viewer).map((visible) => ({ ...visible, id })),
  );
}

/**
 * The one-to-one, kept from changing until the transaction ends.
 * @throws DomainError NOT_FOUND
 */
export async function lockOneToOne(manager: EntityManager, viewer: Viewer, id: string): Promise<OneToOne> {
  const where = visibleOneToOnes(viewer).map((visible) => ({ ...visible, id }));
  const locked = await manager.findOne(OneToOne, { where, lock: { mode: 'for_no_key_update' } });
  return found(locked, 'one-to-one', 'oneToOneId');
}
