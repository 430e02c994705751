import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClubsModule } from '../../clubs/clubs.module.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedsResolver, ViewerCalendarFeedsResolver } from './calendar-feeds.resolver.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { ClubCalendarAbilitiesResolver, ClubCalendarResolver } from './club-calendar.resolver.js';
import { FeedReader } from './feed-reader.service.js';
import { Holiday } from './holiday.entity.js';
import { HolidaysResolver } from './holidays.resolver.js';
import { HolidaysService } from './holidays.service.js';
import { MeetingCalendarResolver } from './meeting-calendar.resolver.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { MeetingSeriesResolver } from './meeting-series.resolver.js';
import { MeetingSeriesService } from './meeting-series.service.js';
import { MoveMeetingService } from './move-meeting.service.js';
import { SeriesExtension } from './series-extension.js';

/**
 * When a club meets. A series plans meetings by a rule of RFC 5545, at one time by the clocks of the club, for twelve
 * months ahead, and never twice for a day. A holiday cancels what is planned on its days, until it is removed. A
 * planned meeting can be moved. Calendar programs read all this at secret addresses, which can be revoked.
 */
@Module({
  imports: [TypeOrmModule.forFeature([MeetingSeries, Holiday, CalendarFeed]), ClubsModule],
  providers: [
    SeriesExtension,
    MeetingSeriesService,
    HolidaysService,
    MoveMeetingService,
    CalendarFeedsService,
    FeedReader,
    MeetingSeriesResolver,
    HolidaysResolver,
    MeetingCalendarResolver,
    CalendarFeedsResolver,
    ViewerCalendarFeedsResolver,
    ClubCalendarResolver,
    ClubCalendarAbilitiesResolver,
  ],
  exports: [SeriesExtension],
})
export class CalendarModule {}
