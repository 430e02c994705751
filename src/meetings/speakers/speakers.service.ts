import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, pageSize, paginate } from '../../platform/graphql/connection.js';
import { authorise } from '../../platform/graphql/errors.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Meeting } from '../meeting.entity.js';
import { lockMeeting } from '../meeting-lookup.js';
import { proposeSpeakers } from './propose-speakers.js';
import { Speaker } from './speaker.entity.js';
import { speakerFacts, speakerFactsKey } from './speaker-facts.sql.js';
import { findSpeaker, requireAvailable } from './speaker-lookup.js';
import { canAssign } from './speakers.policy.js';
import type { AssignSpeakerInput, ReleaseSpeakerInput, SpeakerProposal } from './speakers.types.js';

@Injectable()
export class SpeakersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** Who is to speak in a meeting, in the order of assigning. */
  list(meeting: Meeting, page: PageArguments): Promise<Connection<Speaker>> {
    const speakers = this.dataSource.getRepository(Speaker).createQueryBuilder('speaker');
    speakers.where({ meetingId: meeting.id, releasedAt: IsNull() });
    return paginate(speakers, page, { property: 'assignedAt', direction: 'ASC' });
  }

  /**
   * The members of a club whose turn it is, the first first.
   * @param on the civil day for which they are sought; null for the club's today
   */
  async propose(
    club: Club,
    { on, first }: { on: string | null; first: number },
    loaders: Loaders,
  ): Promise<SpeakerProposal[]> {
    const key = speakerFactsKey(club.id, on ?? this.clock.today(club.timeZone));
    const proposed = proposeSpeakers((await loaders.load(speakerFacts, key)) ?? []);
    return proposed.slice(0, pageSize({ first, after: null })).map((facts) => {
      const { lastSpokeOn, educationUnitsMissing } = facts;
      return { facts, lastSpokeOn, educationUnitsMissing };
    });
  }

  /**
   * That he does not speak in the meeting already is left to the constraint, so that of two who assign him at once
   * one succeeds.
   * @throws DomainError NOT_FOUND, MEETING_NOT_OPEN, NOT_A_MEMBER, ON_LEAVE, ALREADY_SPEAKS
   */
  assign(viewer: Viewer, input: AssignSpeakerInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'assignSpeaker', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canAssign(viewer, await manager.findOneByOrFail(Club, { id: meeting.clubId })));
      meeting.requireState(['planned', 'open']);
      const seat = await requireAvailable(manager, meeting, {
        membershipId: input.membershipId,
        field: 'membershipId',
      });
      const speaker = await insert(manager, Speaker, {
        id: newId(),
        meetingId: meeting.id,
        clubId: meeting.clubId,
        membershipId: seat.id,
        assignedById: viewer.personId,
        assignedAt: this.clock.now(),
        releasedAt: null,
      });
      await this.record(manager, viewer, 'speaker.assigned', speaker);
      return meeting;
    });
  }

  /** @throws DomainError NOT_FOUND, also when he was released or swapped meanwhile, MEETING_NOT_OPEN */
  release(viewer: Viewer, input: ReleaseSpeakerInput): Promise<Meeting> {
    const act = { personId: viewer.personId, verb: 'releaseSpeaker', input, result: Meeting };
    return this.acts.once(act, async (manager) => {
      const asked = { id: input.speakerId, field: 'speakerId' };
      const { meetingId } = await findSpeaker(manager, viewer, asked);
      const meeting = await lockMeeting(manager, viewer, meetingId);
      authorise(canAssign(viewer, await manager.findOneByOrFail(Club, { id: meeting.clubId })));
      meeting.requireState(['planned', 'open'], 'speakerId');
      // Found again, now that nobody changes him any more.
      const speaker = await findSpeaker(manager, viewer, asked);
      speaker.releasedAt = this.clock.now();
      await manager.save(speaker);
      await this.record(manager, viewer, 'speaker.released', speaker);
      return meeting;
    });
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'speaker.assigned' | 'speaker.released',
    speaker: Speaker,
  ): Promise<void> {
    const { clubId, meetingId, membershipId } = speaker;
    return this.activity.record(manager, {
      actorId: viewer.personId,
      verb,
      subject: speaker,
      clubId,
      details: { meetingId, membershipId },
    });
  }
}
