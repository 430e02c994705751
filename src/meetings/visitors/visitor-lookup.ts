import type { EntityManager } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import { sameContact } from '../../contacts/same-human.sql.js';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import { seatOn } from '../../members/seats.js';
import type { Clock } from '../../platform/clock.js';
import { found } from '../../platform/graphql/errors.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { Visitor } from './visitor.entity.js';
import { visibleVisitors } from './visitors.policy.js';

/** The visitor of a club the viewer sits in, or null. */
export function findVisitor(manager: EntityManager, viewer: Viewer, id: string): Promise<Visitor | null> {
  return manager.findOneBy(Visitor, { ...visibleVisitors(viewer), id });
}

/**
 * The visitor with his meeting, which is kept from changing until the transaction ends.
 * @throws DomainError NOT_FOUND
 */
export async function lockVisitor(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<{ visitor: Visitor; meeting: Meeting }> {
  const { meetingId } = found(await findVisitor(manager, viewer, id), 'visitor', 'visitorId');
  const meeting = await lockMeeting(manager, viewer, meetingId);
  return { visitor: await manager.findOneByOrFail(Visitor, { id }), meeting };
}

/**
 * The seat from which the viewer invites to a meeting: the one he holds today in the club that meets.
 * @throws DomainError NOT_FOUND
 */
export async function invitingSeat(
  manager: EntityManager,
  viewer: Viewer,
  { meeting: { clubId }, clock }: { meeting: Meeting; clock: Clock },
): Promise<Membership> {
  const { timeZone } = await manager.findOneByOrFail(Club, { id: clubId });
  return found(await seatOn(manager, clubId, viewer.personId, clock.today(timeZone)), 'meeting', 'meetingId');
}

/** The first visit to a meeting of the contact or of one that was merged with it. */
export function findVisitorOf(manager: EntityManager, meetingId: string, contactId: string): Promise<Visitor | null> {
  return manager
    .createQueryBuilder(Visitor, 'visitor')
    .where({ meetingId })
    .andWhere(
      `visitor.contactId IN (SELECT one.id FROM contacts c JOIN contacts one ON ${sameContact('c', 'one')}
        WHERE c.id = :contactId)`,
      { contactId },
    )
    .orderBy('visitor.invitedAt')
    .addOrderBy('visitor.id')
    .getOne();
}
