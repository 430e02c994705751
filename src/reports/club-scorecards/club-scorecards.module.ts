import { Module } from '@nestjs/common';
import { ClubScorecardResolver } from './club-scorecards.resolver.js';
import { ClubScorecardsService } from './club-scorecards.service.js';

/**
 * How a club does as a whole: its size and growth, who stays, what its members do and what comes of it, against the
 * period before. Its members see it whole, but for what became of the referrals of fewer than three; a director of its
 * region sees figures to which five or more contributed.
 */
@Module({
  providers: [ClubScorecardsService, ClubScorecardResolver],
  exports: [ClubScorecardsService],
})
export class ClubScorecardsModule {}
