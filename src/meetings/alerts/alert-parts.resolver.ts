import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Office } from '../../members/office.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Meeting } from '../meeting.entity.js';
import { meetingById, visitorById } from '../meetings.loaders.js';
import { canSeeRoom } from '../meetings.policy.js';
import { Visitor } from '../visitors/visitor.entity.js';
import { AlertDecision } from './alert-decision.entity.js';
import { AlertEvidence } from './alert-evidence.entity.js';
import { officeById } from './alerts.loaders.js';

@Resolver(() => AlertEvidence)
export class AlertEvidenceResolver {
  @ResolveField(() => Meeting, {
    nullable: true,
    description:
      'The meeting of the letter, the visit or the presentation; null for what is of none, and for whoever has left the club.',
  })
  async meeting(
    @Parent() { meetingId }: AlertEvidence,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Meeting | null> {
    const meeting = meetingId === null ? null : await loaders.loadExisting(meetingById, meetingId);
    return meeting && canSeeRoom(viewer, meeting) ? meeting : null;
  }

  @ResolveField(() => Visitor, { nullable: true, description: 'The visit; null when it is something else.' })
  visitor(@Parent() { visitorId }: AlertEvidence, @RequestLoaders() loaders: Loaders): Promise<Visitor> | null {
    return visitorId === null ? null : loaders.loadExisting(visitorById, visitorId);
  }

  @ResolveField(() => Office, { nullable: true, description: 'The term of office; null when it is something else.' })
  office(@Parent() { officeId }: AlertEvidence, @RequestLoaders() loaders: Loaders): Promise<Office> | null {
    return officeId === null ? null : loaders.loadExisting(officeById, officeId);
  }
}

@Resolver(() => AlertDecision)
export class AlertDecisionsResolver {
  @ResolveField(() => Person, { description: 'Who decided.' })
  decidedBy(@Parent() decision: AlertDecision, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, decision.decidedById);
  }
}
