import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Profession } from '../clubs/profession.entity.js';
import type { Viewer } from '../identity/viewer.js';
import { Membership } from '../members/membership.entity.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise } from '../platform/graphql/errors.js';
import { Attendance, AttendanceLetter } from './attendance.entity.js';
import { changesOf, requireSeats, seatsWithoutLetter, writeLetters } from './letters.js';
import { Meeting } from './meeting.entity.js';
import { lockMeeting } from './meeting-lookup.js';
import { canLead } from './meetings.policy.js';
import type { LetterInput, RecordAllPresentInput, RecordAttendanceInput } from './meetings.types.js';

@Injectable()
export class AttendanceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The letters of a meeting, in the order of the directory: by profession. */
  list(meeting: Meeting, page: PageArguments): Promise<Connection<Attendance>> {
    const letters = this.dataSource
      .getRepository(Attendance)
      .createQueryBuilder('attendance')
      .innerJoin(Membership, 'seat', 'seat.id = attendance.membershipId')
      .innerJoin(Profession, 'profession', 'profession.id = seat.professionId')
      .where({ meetingId: meeting.id });
    return paginate(letters, page, { of: 'profession', property: 'name', direction: 'ASC' });
  }

  /**
   * Sets letters; each takes the place of the member's earlier one, which stays in the record of activity.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, NOT_A_MEMBER
   */
  record(viewer: Viewer, input: RecordAttendanceInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'recordAttendance', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canLead(viewer, meeting));
      meeting.requireState(['open']);
      await requireSeats(manager, meeting, input.letters);
      await this.set(manager, viewer, meeting, input.letters);
      return meeting;
    });
  }

  /**
   * Everybody with a seat that day who has no letter yet was present; letters that are there stay as they are.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN
   */
  recordAllPresent(viewer: Viewer, input: RecordAllPresentInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'recordAllPresent', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canLead(viewer, meeting));
      meeting.requireState(['open']);
      const present = { letter: AttendanceLetter.PRESENT, substituteName: null };
      const seats = await seatsWithoutLetter(manager, meeting).getMany();
      const letters = seats.map((seat) => ({ membershipId: seat.id, ...present }));
      if (letters.length > 0) await this.set(manager, viewer, meeting, letters);
      return meeting;
    });
  }

  /** Called with the meeting locked, and with letters of seats that were held on its day. */
  private async set(manager: EntityManager, viewer: Viewer, meeting: Meeting, letters: LetterInput[]): Promise<void> {
    const changes = await changesOf(manager, meeting, letters);
    await writeLetters(manager, letters, {
      meetingId: meeting.id,
      clubId: meeting.clubId,
      recordedById: viewer.personId,
      recordedAt: this.clock.now(),
    });
    await this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'meeting.attendance_recorded',
      subject: meeting,
      clubId: meeting.clubId,
      details: { changes },
    });
  }
}
