import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClubsModule } from '../clubs/clubs.module.js';
import { Attendance } from './attendance.entity.js';
import { AttendanceService } from './attendance.service.js';
import { AttendancesResolver, MembershipAttendanceResolver } from './attendances.resolver.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { ClubMeetingsAbilitiesResolver, ClubMeetingsResolver } from './club-meetings.resolver.js';
import { Meeting } from './meeting.entity.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';

/**
 * The gatherings of a club, and who was there. A meeting is planned, open and closed, or cancelled; only a closed one
 * counts, and it has exactly one letter for each member with a seat on its day. Letters are seen by the members of the
 * club and nobody else. Whom the members bring is in `visitors/`.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Meeting, Attendance]), ClubsModule, CalendarModule],
  providers: [
    MeetingsService,
    AttendanceService,
    MeetingsResolver,
    AttendancesResolver,
    ClubMeetingsResolver,
    ClubMeetingsAbilitiesResolver,
    MembershipAttendanceResolver,
  ],
  exports: [MeetingsService, AttendanceService],
})
export class MeetingsModule {}
