import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { DatabaseListener } from '../../platform/database-listener.js';
import {
  badPage,
  type Connection,
  type PageArguments,
  pageSize,
  toConnection,
} from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { StreamEvent } from '../../platform/graphql/event-stream.js';
import { Loaders } from '../../platform/graphql/loaders.js';
import { readTogether } from '../../platform/graphql/read-together.js';
import { refusal } from '../../platform/graphql/refusal.js';
import type { Meeting } from '../meeting.entity.js';
import { findMeeting } from '../meeting-lookup.js';
import { canSeeRoom } from '../meetings.policy.js';
import { changesAfter, lastChange, type Place, placeKey } from './meeting-changes.sql.js';
import type { MeetingChange } from './meeting-changes.types.js';

/** What the trigger of the database notifies, with the id of the meeting. */
const channel = 'meeting_changes';

/** How many changes are read at once. */
const batch = 100;

/** How long a stream trusts in being woken, in milliseconds: then it looks by itself. */
const longestSleep = 15_000;

/** How long it counts who the viewer is, in milliseconds, while many changes are on their way to him. */
const viewerAge = 1_000;

const largestSequence = 2_147_483_647;

/** The field of the subscription, as the root value of its events has it. */
export interface ChangeEvent extends StreamEvent {
  root: { meetingChanged: MeetingChange };
}

/** What all who follow are told out of one reading, and loaders for the rows it names. */
interface News {
  changes: MeetingChange[];
  rows: Loaders;
}

@Injectable()
export class MeetingChangesService {
  /** Whoever waits for changes while others are being read shares the next reading, of whatever meeting. */
  private readonly newsAfter = readTogether((places) => this.readNews(places));

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: DatabaseListener,
  ) {}

  /** The changes of a meeting, the first first. A cursor is the number of a change. */
  async list(meeting: Meeting, page: PageArguments): Promise<Connection<MeetingChange>> {
    const place = placeKey({ meetingId: meeting.id, after: sequenceIn(page) });
    const changes = await changesAfter(this.dataSource, [place], pageSize(page) + 1);
    return toConnection(
      changes.get(place) ?? [],
      page,
      ({ sequence }) => String(sequence),
      () => this.last(meeting.id),
    );
  }

  /**
   * All changes after one, by default after the last there is now, and then each as it comes, for as long as the
   * viewer may see the room.
   * @param after a number; what a client that comes back has had already counts, if it is more
   * @throws GraphQLError NOT_FOUND for whoever may not see the room, BAD_USER_INPUT for a negative number
   */
  async follow(
    context: RequestContext<Viewer>,
    meetingId: string,
    after: number | null,
  ): Promise<AsyncGenerator<ChangeEvent>> {
    const { viewer } = context;
    const meeting = viewer && (await findMeeting(this.dataSource.manager, viewer, meetingId));
    if (!meeting || !canSeeRoom(viewer, meeting)) throw refusal('NOT_FOUND', 'There is no such meeting.', 404);
    if (after !== null && after < 0) throw refusal('BAD_USER_INPUT', 'after must not be negative.');
    const stream = streamOf(context);
    const had = readSequence(stream.lastEventId ?? '');
    const start = after === null && had === null ? await this.last(meeting.id) : Math.max(after ?? 0, had ?? 0);
    stream.beginAfter(String(start));
    return this.changes(context, meeting, start);
  }

  private async *changes(
    context: RequestContext<Viewer>,
    meeting: Meeting,
    start: number,
  ): AsyncGenerator<ChangeEvent> {
    const { gone } = streamOf(context);
    const meetingId = meeting.id;
    let after = start;
    // Set before the first look, so that no change falls between the look and the waiting.
    const alarm = this.listener.alarm(channel, meetingId);
    try {
      while (!gone.aborted) {
        const { changes, rows } = await this.news({ meetingId, after });
        // Asked after the changes were read: whoever lost his seat before one of them does not get it.
        let askedAt = performance.now();
        if (!(await stillSees(context, meeting, rows))) return;
        for (const change of changes) {
          if (performance.now() - askedAt > viewerAge) {
            askedAt = performance.now();
            if (!(await stillSees(context, meeting))) return;
          }
          after = change.sequence;
          yield { id: String(after), root: { meetingChanged: change } };
        }
        if (changes.length < batch) await alarm.wait(longestSleep, gone);
      }
    } finally {
      alarm.stop();
    }
  }

  private async news(place: Place): Promise<News> {
    const news = await this.newsAfter(placeKey(place));
    if (!news) throw new Error('A place was asked for and not answered.');
    return news;
  }

  private async readNews(places: readonly string[]): Promise<Map<string, News>> {
    const found = await changesAfter(this.dataSource, places, batch);
    const rows = new Loaders(this.dataSource);
    return new Map([...found].map(([place, changes]) => [place, { changes, rows }]));
  }

  private async last(meetingId: string): Promise<number> {
    return (await lastChange([meetingId], this.dataSource)).get(meetingId) ?? 0;
  }
}

/** Whether the one who follows still has a session and a seat. */
async function stillSees(context: RequestContext<Viewer>, meeting: Meeting, rows?: Loaders): Promise<boolean> {
  await context.renew(rows);
  return context.viewer !== null && canSeeRoom(context.viewer, meeting);
}

function streamOf({ stream }: RequestContext): NonNullable<RequestContext['stream']> {
  if (!stream) throw new Error('A subscription was begun without a stream.');
  return stream;
}

/** @throws GraphQLError BAD_USER_INPUT for a cursor that is no number of a change */
function sequenceIn({ after }: PageArguments): number {
  const sequence = after === null ? 0 : readSequence(after);
  if (sequence === null) throw badPage('after is not a cursor of this list.');
  return sequence;
}

function readSequence(text: string): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= largestSequence ? Number(text) : null;
}
