import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MonthlyScores } from './monthly-scores.service.js';
import { ScorecardChoice } from './scorecard-choice.entity.js';
import { ScorecardChoicesService } from './scorecard-choices.service.js';
import { ScorecardHistoryService } from './scorecard-history.service.js';
import { OwnScorecardProfile } from './scorecard-profile.entity.js';
import {
  ScorecardAbilitiesResolver,
  ScorecardChoicesResolver,
  ScorecardProfilesResolver,
} from './scorecard-profiles.resolver.js';
import { ScorecardProfilesService } from './scorecard-profiles.service.js';
import { ScorecardResultOfMonth } from './scorecard-result.entity.js';
import { ClubScorecardsResolver, MembershipScorecardResolver, ScorecardResolver } from './scorecards.resolver.js';
import { ScorecardsService } from './scorecards.service.js';

/**
 * Scorecards: what a member does, as points and a colour by a profile that is data. A club chooses its profile from a
 * day on, among Kring's and its network's own; a version once added never changes, and a month once scored keeps the
 * version it was scored with. A scorecard is for the member and the board of his club. To them it shows which band
 * money reached, and the amount only where the counts or the return would.
 */
@Module({
  imports: [TypeOrmModule.forFeature([OwnScorecardProfile, ScorecardChoice, ScorecardResultOfMonth])],
  providers: [
    ScorecardProfilesService,
    ScorecardChoicesService,
    ScorecardsService,
    ScorecardHistoryService,
    MonthlyScores,
    ScorecardProfilesResolver,
    ScorecardChoicesResolver,
    ScorecardAbilitiesResolver,
    MembershipScorecardResolver,
    ClubScorecardsResolver,
    ScorecardResolver,
  ],
  exports: [ScorecardsService],
})
export class ScorecardsModule {}
