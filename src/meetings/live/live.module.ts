import { Module } from '@nestjs/common';
import { LiveMeetingResolver } from './live-meeting.resolver.js';
import { LetterChangesResolver, MeetingChangesResolver } from './meeting-changes.resolver.js';
import { MeetingChangesService } from './meeting-changes.service.js';

/**
 * A meeting as it goes on, for every device in the room. A trigger of the database numbers the activities that are of
 * a meeting, from 1 on, without gaps and in the order in which they are committed: whoever has seen a number has seen,
 * or is yet sent, all below it. Notifications only wake; what is sent is read from the table after the last that was
 * sent, so that nothing is lost when a connection breaks, on either side. Who no longer sees the room is sent nothing.
 */
@Module({ providers: [MeetingChangesService, MeetingChangesResolver, LetterChangesResolver, LiveMeetingResolver] })
export class LiveModule {}
