import type { EntityManager } from 'typeorm';
import { Leave } from './leave.entity.js';

/** Whether a member is on leave on a civil day. */
export function isOnLeave(manager: EntityManager, membershipId: string, day: string): Promise<boolean> {
  return manager
    .createQueryBuilder(Leave, 'leave')
    .where({ membershipId })
    .andWhere('leave.startsOn <= :day AND (leave.endsOn IS NULL OR leave.endsOn > :day)', { day })
    .getExists();
}
