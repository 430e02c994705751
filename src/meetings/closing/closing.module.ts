import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertsModule } from '../alerts/alerts.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { AdjustingService } from './adjusting.service.js';
import { AdjustmentsResolver, ReopeningsResolver } from './adjustments.resolver.js';
import { ClosingResolver } from './closing.resolver.js';
import { ClosingService } from './closing.service.js';
import { MeetingAdjustment } from './meeting-adjustment.entity.js';
import { MeetingClosingAbilitiesResolver, MeetingClosingResolver } from './meeting-closing.resolver.js';
import { MeetingReopening } from './meeting-reopening.entity.js';
import { MissingResolver } from './missing.resolver.js';
import { MissingService } from './missing.service.js';

/**
 * The end of a meeting, and what comes after. It is closed when everybody with a seat has a letter; whatever else is
 * missing is only told. From then on a letter changes by an adjusting entry alone, with author and reason, which the
 * database sees to; or the meeting is reopened, for a month, and closed again. Each closing and each adjustment has
 * the rules of the club judge again.
 */
@Module({
  imports: [TypeOrmModule.forFeature([MeetingAdjustment, MeetingReopening]), AlertsModule, CalendarModule],
  providers: [
    ClosingService,
    AdjustingService,
    MissingService,
    ClosingResolver,
    MeetingClosingResolver,
    MeetingClosingAbilitiesResolver,
    MissingResolver,
    AdjustmentsResolver,
    ReopeningsResolver,
  ],
  exports: [ClosingService],
})
export class ClosingModule {}
