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
import { Visitor } from './visitor.entity.js';
import { VisitorsResolver } from './visitors.resolver.js';
import { VisitorsService } from './visitors.service.js';

/**
 * The gatherings of a club: who was there, and whom the members brought. A meeting is planned, open and closed, or
 * cancelled; only a closed one counts, and it has exactly one letter for each member with a seat on its day.
 * Letters and visitors are seen by the members of the club and nobody else.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Meeting, Attendance, Visitor]), ClubsModule, CalendarModule],
  providers: [
    MeetingsService,
    AttendanceService,
    VisitorsService,
    MeetingsResolver,
    AttendancesResolver,
    VisitorsResolver,
    ClubMeetingsResolver,
    ClubMeetingsAbilitiesResolver,
    MembershipAttendanceResolver,
  ],
  exports: [MeetingsService, AttendanceService, VisitorsService],
})
export class MeetingsModule {}
