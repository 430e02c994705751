import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { MembershipAbilities } from '../../members/members.types.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { periodKey } from '../by-period.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRecord, canSeeRoom } from '../meetings.policy.js';
import type { Education } from './education.entity.js';
import { canRecord } from './education.policy.js';
import { EducationService } from './education.service.js';
import { EducationConnection } from './education.types.js';
import { educationUnits } from './education-units.sql.js';

@Resolver(() => Membership)
export class MembershipEducationResolver {
  constructor(private readonly service: EducationService) {}

  @ResolveField(() => EducationConnection, {
    nullable: true,
    description: 'What he learnt, the latest first; null for all but the members of the club and himself.',
  })
  education(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Education>> | null {
    return canSeeRecord(viewer, seat) ? this.service.ofMember(seat, page) : null;
  }

  @ResolveField(() => DecimalScalar, {
    nullable: true,
    description:
      'How many education units he earned in a period, with two decimal places; null for all but the members of the club and himself.',
  })
  educationUnits(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args('from', { type: () => DateScalar, description: 'The first day that counts.' }) from: string,
    @Args('to', { type: () => DateScalar, description: 'The last day that counts.' }) to: string,
  ): Promise<string> | null {
    const key = periodKey(seat.id, from, to);
    return canSeeRecord(viewer, seat) ? loaders.loadExisting(educationUnits, key) : null;
  }
}

@Resolver(() => MembershipAbilities)
export class MembershipEducationAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Record education units of the member.' })
  recordEducation(@Parent() { membership }: MembershipAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canRecord(viewer, membership);
  }
}

@Resolver(() => Meeting)
export class MeetingEducationResolver {
  constructor(private readonly service: EducationService) {}

  @ResolveField(() => EducationConnection, {
    nullable: true,
    description:
      'What members of the club learnt on its day, in the order of recording; null for all but the members of the club.',
  })
  education(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Education>> | null {
    return canSeeRoom(viewer, meeting) ? this.service.onDayOf(meeting, page) : null;
  }
}
