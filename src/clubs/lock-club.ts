import type { EntityManager } from 'typeorm';
import { Club } from './club.entity.js';

/** The club, kept from changing until the transaction ends: whoever writes for all of it does so one after the other. */
export function lockClub(manager: EntityManager, id: string): Promise<Club> {
  return manager.findOneOrFail(Club, { where: { id }, lock: { mode: 'for_no_key_update' } });
}
