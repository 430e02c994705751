import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { EvaluationService } from '../alerts/evaluation.service.js';
import { lockMeetingAndCalendar } from '../calendar/calendar-lock.js';
import { recordedBefore, requireSeats, writeLetters } from '../letters.js';
import { Meeting } from '../meeting.entity.js';
import type { LetterInput } from '../meetings.types.js';
import { canAdjust } from './closing.policy.js';
import type { AdjustMeetingInput } from './closing.types.js';
import { correctVisits } from './correct-visits.js';
import { MeetingAdjustment } from './meeting-adjustment.entity.js';

/** The part of an entry that says what it changes. */
type Change = Partial<MeetingAdjustment>;

@Injectable()
export class AdjustingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly evaluation: EvaluationService,
  ) {}

  /** The adjusting entries of a meeting, the latest first. */
  list(meeting: Meeting, page: PageArguments): Promise<Connection<MeetingAdjustment>> {
    const entries = this.dataSource.getRepository(MeetingAdjustment).createQueryBuilder('entry');
    return paginate(entries.where({ meetingId: meeting.id }), page, { property: 'adjustedAt', direction: 'DESC' });
  }

  /**
   * Corrects a closed meeting: an entry for each letter and visit that differs, and what is counted with it.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN unless it is closed, NOT_A_MEMBER, NOTHING_TO_ADJUST
   */
  adjust(viewer: Viewer, input: AdjustMeetingInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'adjustMeeting', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const { meeting } = await lockMeetingAndCalendar(manager, viewer, input.meetingId);
      authorise(canAdjust(viewer, meeting));
      meeting.requireState(['closed']);
      await requireSeats(manager, meeting, input.letters);
      const letters = await lettersThatDiffer(manager, meeting, input.letters);
      const visits = await correctVisits(manager, meeting, { visits: input.visits, now: this.clock.now() });
      if (letters.length + visits.length === 0) {
        throw new DomainError('NOTHING_TO_ADJUST', 'All of this is recorded so already.');
      }
      const changes: Change[] = [
        ...letters.map((each) => each.change),
        ...visits.map(({ visitorId, before, after }) => ({ visitorId, cameBefore: before, cameAfter: after })),
      ];
      const recording = { meetingId: meeting.id, clubId: meeting.clubId };
      const authorship = { reason: input.reason, adjustedById: viewer.personId, adjustedAt: this.clock.now() };
      // The entries come first: without them the database lets no letter of a closed meeting change.
      await manager.insert(
        MeetingAdjustment,
        changes.map((change) => ({ ...change, ...recording, ...authorship, id: newId() })),
      );
      if (letters.length > 0) {
        await writeLetters(
          manager,
          letters.map((each) => each.input),
          { ...recording, recordedById: viewer.personId, recordedAt: this.clock.now() },
        );
      }
      await this.record(manager, viewer, meeting, { letters: letters.map((each) => each.change), visits });
      await this.evaluation.evaluate(manager, meeting);
      return meeting;
    });
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    { letters, visits }: { letters: Change[]; visits: object[] },
  ): Promise<void> {
    const changes = letters.map(({ membershipId, letterBefore, letterAfter }) => ({
      membershipId,
      before: letterBefore,
      after: letterAfter,
    }));
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'meeting.adjusted',
      subject: meeting,
      clubId: meeting.clubId,
      details: { changes, visits },
    });
  }
}

/** The letters that are not recorded so, each with what it changes. Called with the meeting locked. */
async function lettersThatDiffer(
  manager: EntityManager,
  meeting: Meeting,
  letters: LetterInput[],
): Promise<{ input: LetterInput; change: Change }[]> {
  if (letters.length === 0) return [];
  const recorded = await recordedBefore(manager, meeting, letters);
  return letters
    .map((input) => {
      const before = recorded.get(input.membershipId);
      const change = {
        membershipId: input.membershipId,
        letterBefore: before?.letter ?? null,
        letterAfter: input.letter,
        substituteBefore: before?.substituteName ?? null,
        substituteAfter: input.substituteName,
      };
      return { input, change };
    })
    .filter(
      ({ change }) => change.letterBefore !== change.letterAfter || change.substituteBefore !== change.substituteAfter,
    );
}
