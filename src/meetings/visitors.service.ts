import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Club } from '../clubs/club.entity.js';
import { Contact } from '../contacts/contact.entity.js';
import type { Viewer } from '../identity/viewer.js';
import { seatOn } from '../members/seats.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { Meeting } from './meeting.entity.js';
import { lockMeeting } from './meeting-lookup.js';
import { canInvite, canRecordVisit, visibleVisitors } from './meetings.policy.js';
import { Visitor } from './visitor.entity.js';
import type { InviteVisitorInput, RecordVisitInput } from './visitors.types.js';

@Injectable()
export class VisitorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** Who is invited to a meeting, in the order of inviting. */
  list(meeting: Meeting, page: PageArguments): Promise<Connection<Visitor>> {
    const visitors = this.dataSource.getRepository(Visitor).createQueryBuilder('visitor');
    return paginate(visitors.where({ meetingId: meeting.id }), page, { property: 'invitedAt', direction: 'ASC' });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, ALREADY_INVITED, ALREADY_A_MEMBER */
  invite(viewer: Viewer, input: InviteVisitorInput): Promise<Visitor> {
    const act = { personId: viewer.personId, verb: 'inviteVisitor', input, result: Visitor };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canInvite(viewer, meeting));
      meeting.requireState(['planned', 'open']);
      const contact = await this.guestOf(manager, viewer, input.contactId, meeting);
      const club = await manager.findOneByOrFail(Club, { id: meeting.clubId });
      const seat = await seatOn(manager, club.id, viewer.personId, this.clock.today(club.timeZone));
      const visitor = await insert(manager, Visitor, {
        id: newId(),
        meetingId: meeting.id,
        clubId: club.id,
        contactId: contact.id,
        invitedByMembershipId: found(seat, 'meeting', 'meetingId').id,
        invitedById: viewer.personId,
        invitedAt: this.clock.now(),
        cameAt: null,
      });
      await this.record(manager, viewer, 'visitor.invited', visitor);
      return visitor;
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN before the meeting is opened */
  recordVisit(viewer: Viewer, input: RecordVisitInput): Promise<Visitor> {
    const act = { personId: viewer.personId, verb: 'recordVisit', input, result: Visitor };
    return this.acts.once(act, async (manager) => {
      const visible = { ...visibleVisitors(viewer), id: input.visitorId };
      const locked = await manager.findOne(Visitor, { where: visible, lock: { mode: 'for_no_key_update' } });
      const visitor = found(locked, 'visitor', 'visitorId');
      authorise(canRecordVisit(viewer, visitor));
      const meeting = await manager.findOneByOrFail(Meeting, { id: visitor.meetingId });
      meeting.requireState(['open', 'closed'], 'visitorId');
      visitor.come(this.clock.now());
      await this.record(manager, viewer, 'visitor.came', visitor);
      return manager.save(visitor);
    });
  }

  /** The viewer's own contact, who has no seat in the club that meets: a visitor is somebody from outside. */
  private async guestOf(manager: EntityManager, viewer: Viewer, contactId: string, meeting: Meeting): Promise<Contact> {
    const own = await manager.findOneBy(Contact, { id: contactId, ownerId: viewer.personId });
    const contact = found(own, 'contact', 'contactId');
    const { personId } = contact;
    if (personId !== null && (await seatOn(manager, meeting.clubId, personId, meeting.heldOn))) {
      throw new DomainError('ALREADY_A_MEMBER', 'The contact has a seat in this club on that day.', ['contactId']);
    }
    return contact;
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'visitor.invited' | 'visitor.came',
    visitor: Visitor,
  ): Promise<void> {
    const { clubId, meetingId, contactId, invitedById } = visitor;
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: visitor,
      clubId,
      details: { meetingId, contactId, invitedById },
    });
  }
}
