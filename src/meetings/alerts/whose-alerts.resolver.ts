import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import type { Alert } from './alert.entity.js';
import { canSeeAlerts, canSeeProbation } from './alerts.policy.js';
import { AlertsService } from './alerts.service.js';
import { AlertConnection, AlertsArguments } from './alerts.types.js';
import { probationUntil } from './probation.sql.js';

/** What alerts add to a club. */
@Resolver(() => Club)
export class ClubAlertsResolver {
  constructor(private readonly alertsOfClubs: AlertsService) {}

  @ResolveField(() => AlertConnection, {
    nullable: true,
    description: 'Who came up against its rules, the latest first; null for all but the board.',
  })
  alerts(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: AlertsArguments,
  ): Promise<Connection<Alert>> | null {
    return canSeeAlerts(viewer, club.id) ? this.alertsOfClubs.ofClub(viewer, club, page) : null;
  }
}

/** What alerts add to whoever asks. */
@Resolver(() => Viewer)
export class ViewerAlertsResolver {
  constructor(private readonly alertsAbout: AlertsService) {}

  @ResolveField(() => AlertConnection, { description: 'The alerts about himself, of any club, the latest first.' })
  alerts(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Alert>> {
    return this.alertsAbout.aboutSelf(viewer, page);
  }
}

/** What decisions about alerts add to a membership. */
@Resolver(() => Membership)
export class MembershipProbationResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'The last day of his probation; null when he is on none, and for all but the board of the club and himself.',
  })
  async probationUntil(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string | null> {
    if (!canSeeProbation(viewer, seat)) return null;
    const until = await loaders.load(probationUntil, seat.id);
    const { timeZone } = await loaders.loadExisting(clubById, seat.clubId);
    return until !== null && until >= this.clock.today(timeZone) ? until : null;
  }
}
