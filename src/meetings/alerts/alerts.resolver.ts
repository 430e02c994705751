import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClubRules } from '../../clubs/club-rules.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { DecimalScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { Meeting } from '../meeting.entity.js';
import { meetingById, visitorById } from '../meetings.loaders.js';
import { canSeeRoom } from '../meetings.policy.js';
import { Visitor } from '../visitors/visitor.entity.js';
import { Alert } from './alert.entity.js';
import { AlertDecision } from './alert-decision.entity.js';
import type { AlertEvidence } from './alert-evidence.entity.js';
import { rulesById, standingDecision } from './alerts.loaders.js';
import { alertAbilitiesOf } from './alerts.policy.js';
import { AlertsService } from './alerts.service.js';
import {
  AlertAbilities,
  AlertDecisionConnection,
  AlertEvidenceConnection,
  AlertPayload,
  DecideAlertInput,
} from './alerts.types.js';
import { DecideAlertService } from './decide-alert.service.js';
import { limitOf } from './judge.js';

@Resolver(() => Alert)
export class AlertsResolver {
  constructor(
    private readonly alerts: AlertsService,
    private readonly deciding: DecideAlertService,
  ) {}

  @Query(() => Alert, { nullable: true, description: 'The alert; null when there is none the viewer may see.' })
  alert(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the alert.' }) id: string,
  ): Promise<Alert | null> {
    return this.alerts.find(viewer, id);
  }

  @Mutation(() => AlertPayload, {
    description:
      'Decides about an alert; the latest decision stands. For president, vice-president and membership committee, never about themselves.',
  })
  async decideAlert(@CurrentViewer() viewer: Viewer, @Input() input: DecideAlertInput): Promise<AlertPayload> {
    return { alert: await this.deciding.decide(viewer, input) };
  }

  @ResolveField(() => ClubRules, { description: 'The version of the rules by which it was raised.' })
  rulesVersion(@Parent() alert: Alert, @RequestLoaders() loaders: Loaders): Promise<ClubRules> {
    return loaders.loadExisting(rulesById, alert.rulesId);
  }

  @ResolveField(() => DecimalScalar, {
    description:
      'What was counted: absences, substitutes, meetings visited, months in office with the one that is begun, or education units.',
  })
  measured(@Parent() alert: Alert): string {
    return String(Number(alert.measured));
  }

  @ResolveField(() => DecimalScalar, { description: 'What that version of the rules says of it, in the same unit.' })
  async limit(@Parent() alert: Alert, @RequestLoaders() loaders: Loaders): Promise<string> {
    return limitOf(await loaders.loadExisting(rulesById, alert.rulesId), alert.rule);
  }

  @ResolveField(() => Membership, { nullable: true, description: 'Whom it is about; null for a visitor.' })
  membership(@Parent() { membershipId }: Alert, @RequestLoaders() loaders: Loaders): Promise<Membership> | null {
    return membershipId === null ? null : loaders.loadExisting(membershipById, membershipId);
  }

  @ResolveField(() => Visitor, { nullable: true, description: 'Whom it is about; null for a member.' })
  visitor(@Parent() { visitorId }: Alert, @RequestLoaders() loaders: Loaders): Promise<Visitor> | null {
    return visitorId === null ? null : loaders.loadExisting(visitorById, visitorId);
  }

  @ResolveField(() => AlertEvidenceConnection, {
    description: 'What it rests on, as it was when it was raised, in order of time.',
  })
  evidence(@Parent() alert: Alert, @Args() page: PageArguments): Promise<Connection<AlertEvidence>> {
    return this.alerts.evidence(alert, page);
  }

  @ResolveField(() => Meeting, {
    nullable: true,
    description: 'The meeting that raised it, as of whose day it was judged; null for whoever has left the club.',
  })
  meeting(
    @Parent() alert: Alert,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Meeting> | null {
    return canSeeRoom(viewer, alert) ? loaders.loadExisting(meetingById, alert.meetingId) : null;
  }

  @ResolveField(() => AlertDecision, {
    nullable: true,
    description: 'The decision that stands; null while nothing is decided.',
  })
  decision(@Parent() alert: Alert, @RequestLoaders() loaders: Loaders): Promise<AlertDecision | null> {
    return loaders.load(standingDecision, alert.id);
  }

  @ResolveField(() => AlertDecisionConnection, { description: 'All that was decided about it, the latest first.' })
  decisions(@Parent() alert: Alert, @Args() page: PageArguments): Promise<Connection<AlertDecision>> {
    return this.alerts.decisions(alert, page);
  }

  @ResolveField(() => AlertAbilities, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Parent() alert: Alert,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<AlertAbilities> {
    const seat = alert.membershipId === null ? null : await loaders.loadExisting(membershipById, alert.membershipId);
    return alertAbilitiesOf(viewer, alert, seat);
  }
}
