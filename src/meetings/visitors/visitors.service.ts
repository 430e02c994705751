import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Contact } from '../../contacts/contact.entity.js';
import { findInBook } from '../../contacts/own-contact.js';
import type { Viewer } from '../../identity/viewer.js';
import { seatOn } from '../../members/seats.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { justInvited, Visitor } from './visitor.entity.js';
import { findVisitorOf, invitingSeat, lockVisitor } from './visitor-lookup.js';
import { inStage, statesFor, type VisitorStep } from './visitor-stage.js';
import { canInvite, canRecordVisit } from './visitors.policy.js';
import type {
  ConfirmVisitorInput,
  InviteVisitorInput,
  RecordVisitInput,
  RecordVisitorAbsenceInput,
  RecordVisitorApplicationInput,
  RecordVisitorFollowUpInput,
  VisitorsArguments,
} from './visitors.types.js';

/** The step each mutation records. */
const stepOf = {
  confirmVisitor: 'confirmed',
  recordVisit: 'came',
  recordVisitorAbsence: 'did_not_come',
  recordVisitorFollowUp: 'followed_up',
  recordVisitorApplication: 'applied',
} as const satisfies Record<string, VisitorStep>;

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

  /** All visitors of a club, or those in a stage: the newest meeting first. */
  listOf(club: Club, { stage, ...page }: VisitorsArguments): Promise<Connection<Visitor>> {
    const visitors = this.dataSource
      .getRepository(Visitor)
      .createQueryBuilder('visitor')
      .innerJoin(Meeting, 'meeting', 'meeting.id = visitor.meetingId AND meeting.clubId = visitor.clubId')
      .where({ clubId: club.id, ...(stage && inStage(stage)) });
    return paginate(visitors, page, { of: 'meeting', property: 'startsAt', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, ALREADY_INVITED, ALREADY_A_MEMBER */
  invite(viewer: Viewer, input: InviteVisitorInput): Promise<Visitor> {
    const act = { personId: viewer.personId, verb: 'inviteVisitor', input, result: Visitor };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canInvite(viewer, meeting));
      meeting.requireState(['planned', 'open']);
      const contact = await this.guestOf(manager, viewer, input.contactId, meeting);
      const seat = await invitingSeat(manager, viewer, { meeting, clock: this.clock });
      const visitor = await insert(manager, Visitor, {
        ...justInvited,
        id: newId(),
        meetingId: meeting.id,
        clubId: seat.clubId,
        contactId: contact.id,
        invitedByMembershipId: seat.id,
        invitedById: viewer.personId,
        invitedAt: this.clock.now(),
      });
      await this.record(manager, viewer, 'visitor.invited', visitor);
      return visitor;
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN unless planned or open, STAGE_NOT_REACHABLE */
  confirm(viewer: Viewer, input: ConfirmVisitorInput): Promise<Visitor> {
    return this.take(viewer, 'confirmVisitor', input);
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN unless open */
  recordVisit(viewer: Viewer, input: RecordVisitInput): Promise<Visitor> {
    return this.take(viewer, 'recordVisit', input);
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN unless open, STAGE_NOT_REACHABLE */
  recordAbsence(viewer: Viewer, input: RecordVisitorAbsenceInput): Promise<Visitor> {
    return this.take(viewer, 'recordVisitorAbsence', input);
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN unless open or closed, VISITOR_DID_NOT_COME, STAGE_NOT_REACHABLE */
  recordFollowUp(viewer: Viewer, input: RecordVisitorFollowUpInput): Promise<Visitor> {
    return this.take(viewer, 'recordVisitorFollowUp', input);
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN unless open or closed, VISITOR_DID_NOT_COME */
  recordApplication(viewer: Viewer, input: RecordVisitorApplicationInput): Promise<Visitor> {
    return this.take(viewer, 'recordVisitorApplication', input);
  }

  private take(viewer: Viewer, mutation: keyof typeof stepOf, input: RecordVisitInput): Promise<Visitor> {
    const step = stepOf[mutation];
    const act = { personId: viewer.personId, verb: mutation, input, result: Visitor };
    return this.acts.once(act, async (manager) => {
      const { visitor, meeting } = await lockVisitor(manager, viewer, input.visitorId);
      authorise(canRecordVisit(viewer, visitor));
      meeting.requireState(statesFor[step], 'visitorId');
      if (!visitor.take(step, this.clock.now(), viewer.personId)) return visitor;
      await this.record(manager, viewer, `visitor.${step}`, visitor);
      return manager.save(visitor);
    });
  }

  /** The viewer's own contact, who has no seat in the club that meets: a visitor is somebody from outside. */
  private async guestOf(manager: EntityManager, viewer: Viewer, contactId: string, meeting: Meeting): Promise<Contact> {
    const contact = found(await findInBook(manager, viewer.personId, { id: contactId }), 'contact', 'contactId');
    const { personId } = contact;
    if (personId !== null && (await seatOn(manager, meeting.clubId, personId, meeting.heldOn))) {
      throw new DomainError('ALREADY_A_MEMBER', 'The contact has a seat in this club on that day.', ['contactId']);
    }
    // The constraint sees only visits of this row, and not those of the rows that were merged into it.
    if (await findVisitorOf(manager, meeting.id, contact.id)) {
      throw new DomainError('ALREADY_INVITED', 'The contact is invited to it already.', ['contactId']);
    }
    return contact;
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'visitor.invited' | `visitor.${VisitorStep}`,
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
