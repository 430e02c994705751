import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { seatOn } from '../../members/seats.js';
import { Acts } from '../../platform/acts.js';
import { Clock, instantsOf, shiftDay } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { askLastsDays, currentAsks } from './current-asks.sql.js';
import { Presentation } from './presentation.entity.js';
import { canMarkFocus, canRecord, visiblePresentations } from './presentations.policy.js';
import type {
  MarkPresentationFocusInput,
  MeetingPresentationsArguments,
  RecordPresentationInput,
} from './presentations.types.js';

@Injectable()
export class PresentationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The presentations of a meeting, all or those under one seat, in the order in which they were recorded. */
  inMeeting(
    meeting: Meeting,
    { membershipId, ...page }: MeetingPresentationsArguments,
  ): Promise<Connection<Presentation>> {
    const under = membershipId === null ? {} : { membershipId };
    const presentations = this.presentations().where({ meetingId: meeting.id, ...under });
    return paginate(presentations, page, { property: 'recordedAt', direction: 'ASC' });
  }

  /** The presentations under a seat, the latest recorded first. */
  ofMember(seat: Membership, page: PageArguments): Promise<Connection<Presentation>> {
    const presentations = this.presentations().where({ membershipId: seat.id });
    return paginate(presentations, page, { property: 'recordedAt', direction: 'DESC' });
  }

  /** What the members of a club ask for now: the latest ask of each within eight weeks, of the latest meeting first. */
  asks(club: Club, page: PageArguments): Promise<Connection<Presentation>> {
    const today = this.clock.today(club.timeZone);
    const oldest = shiftDay(today, { days: -askLastsDays });
    const { since } = instantsOf(oldest, club.timeZone);
    const asks = this.presentations()
      .innerJoin(Meeting, 'meeting', 'meeting.id = presentation.meetingId')
      .where(`presentation.id IN (${currentAsks})`, { clubId: club.id, today, since });
    return paginate(asks, page, { of: 'meeting', property: 'startsAt', direction: 'DESC' });
  }

  /**
   * Records the turn of a member, or changes what was said of it. The meeting is locked, so that of two who record the
   * same turn at once one records and the other changes.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, NOT_A_MEMBER
   */
  record(viewer: Viewer, input: RecordPresentationInput): Promise<Presentation> {
    const act = { personId: viewer.personId, verb: 'recordPresentation', input, result: Presentation };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      const seat = await this.presenterIn(manager, viewer, meeting, input);
      const presentation = await this.turnOf(manager, viewer, seat, input);
      presentation.ask = input.ask ?? presentation.ask;
      if (input.focus !== null) presentation.markFocus(input.focus, viewer.personId, this.clock.now());
      await manager.save(presentation);
      await this.note(manager, viewer, 'presentation.recorded', presentation);
      return presentation;
    });
  }

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN */
  markFocus(viewer: Viewer, input: MarkPresentationFocusInput): Promise<Presentation> {
    const act = { personId: viewer.personId, verb: 'markPresentationFocus', input, result: Presentation };
    return this.acts.once(act, async (manager) => {
      const where = { ...visiblePresentations(viewer), id: input.presentationId };
      const { id, meetingId } = found(await manager.findOneBy(Presentation, where), 'presentation', 'presentationId');
      const meeting = await lockMeeting(manager, viewer, meetingId);
      const presentation = await manager.findOneByOrFail(Presentation, { id });
      authorise(canMarkFocus(viewer, await manager.findOneByOrFail(Membership, { id: presentation.membershipId })));
      meeting.requireState(['open'], 'presentationId');
      presentation.markFocus(input.focus, viewer.personId, this.clock.now());
      await manager.save(presentation);
      await this.note(manager, viewer, 'presentation.focus_marked', presentation);
      return presentation;
    });
  }

  /** The seat of whoever presents, if the viewer may record it as the meeting is now. */
  private async presenterIn(
    manager: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    { membershipId, focus }: RecordPresentationInput,
  ): Promise<Membership> {
    const { clubId, heldOn } = meeting;
    const seat =
      membershipId === null
        ? await seatOn(manager, clubId, viewer.personId, heldOn)
        : await manager.findOneBy(Membership, { id: membershipId, clubId });
    const isOwn = membershipId === null || (seat !== null && viewer.is(seat.personId));
    authorise(canRecord(viewer, meeting, isOwn));
    meeting.requireState(isOwn ? ['planned', 'open'] : ['open']);
    if (!seat?.isHeldOn(heldOn)) {
      throw new DomainError('NOT_A_MEMBER', 'This is no seat that was held in the club on that day.', ['membershipId']);
    }
    if (focus !== null) authorise(canMarkFocus(viewer, seat));
    return seat;
  }

  /** The turn as it was recorded before, or one to be recorded of which nothing is said yet. */
  private async turnOf(
    manager: EntityManager,
    viewer: Viewer,
    { id: membershipId, clubId }: Membership,
    { meetingId, kind }: RecordPresentationInput,
  ): Promise<Presentation> {
    const recorded = await manager.findOneBy(Presentation, { meetingId, membershipId, kind });
    if (recorded) return recorded;
    return manager.create(Presentation, {
      id: newId(),
      ...{ meetingId, clubId, membershipId, kind },
      ask: null,
      focus: null,
      focusMarkedById: null,
      focusMarkedAt: null,
      recordedById: viewer.personId,
      recordedAt: this.clock.now(),
    });
  }

  private note(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'presentation.recorded' | 'presentation.focus_marked',
    presentation: Presentation,
  ): Promise<void> {
    const { clubId, meetingId, membershipId, kind, focus } = presentation;
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: presentation,
      clubId,
      details: { meetingId, membershipId, kind, focus, asks: presentation.ask !== null },
    });
  }

  private presentations(): SelectQueryBuilder<Presentation> {
    return this.dataSource.getRepository(Presentation).createQueryBuilder('presentation');
  }
}
