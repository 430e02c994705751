import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../../members/members.module.js';
import { Alert } from './alert.entity.js';
import { AlertDecision } from './alert-decision.entity.js';
import { AlertEvidence } from './alert-evidence.entity.js';
import { AlertDecisionsResolver, AlertEvidenceResolver } from './alert-parts.resolver.js';
import { AlertsResolver } from './alerts.resolver.js';
import { AlertsService } from './alerts.service.js';
import { DecideAlertService } from './decide-alert.service.js';
import { EvaluationService } from './evaluation.service.js';
import { ClubAlertsResolver, MembershipProbationResolver, ViewerAlertsResolver } from './whose-alerts.resolver.js';

/**
 * Rules with reasons. Whenever a meeting is closed or adjusted, the rules of the club in force on its day are judged
 * by pure functions over what is recorded; whoever comes up against one is told of in an alert that quotes the rule,
 * its version and the evidence. The same evidence never raises an alert twice, and evidence that was excused no
 * longer counts. Nothing follows by itself: people decide, never about themselves, and the latest decision stands.
 * The board sees the alerts of its club, a member those about himself.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Alert, AlertEvidence, AlertDecision]), MembersModule],
  providers: [
    AlertsService,
    DecideAlertService,
    EvaluationService,
    AlertsResolver,
    AlertEvidenceResolver,
    AlertDecisionsResolver,
    ClubAlertsResolver,
    ViewerAlertsResolver,
    MembershipProbationResolver,
  ],
  exports: [EvaluationService],
})
export class AlertsModule {}
