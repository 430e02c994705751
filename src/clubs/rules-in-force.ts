import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { ClubRules } from './club-rules.entity.js';

/** The rules of a club that hold on a civil day: the latest version that had begun by then, else the first. */
export async function rulesInForceOn(manager: EntityManager, clubId: string, day: string): Promise<ClubRules> {
  const begun = await manager.findOne(ClubRules, {
    where: { clubId, validFrom: LessThanOrEqual(day) },
    order: { version: 'DESC' },
  });
  return begun ?? manager.findOneOrFail(ClubRules, { where: { clubId }, order: { version: 'ASC' } });
}
