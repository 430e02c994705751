import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../clubs/club.entity.js';
import { ClubAbilities } from '../clubs/clubs.types.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { canAdmit, canAppoint } from './members.policy.js';
import { MembersService } from './members.service.js';
import { DirectoryArguments, MembershipConnection } from './members.types.js';
import type { Membership } from './membership.entity.js';
import type { Office } from './office.entity.js';
import { OfficesService } from './offices.service.js';
import { OfficeConnection } from './offices.types.js';

/** What this module adds to a club. */
@Resolver(() => Club)
export class ClubMembersResolver {
  constructor(
    private readonly directory: MembersService,
    private readonly board: OfficesService,
  ) {}

  @ResolveField(() => MembershipConnection, {
    description: 'Who holds a seat on a day, by profession. Of other days than today strangers to the club see less.',
  })
  members(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @Args() page: DirectoryArguments,
  ): Promise<Connection<Membership>> {
    return this.directory.directory(viewer, club, page);
  }

  @ResolveField(() => OfficeConnection, { description: "The board: the offices held today, the president's first." })
  offices(@Parent() club: Club, @Args() page: PageArguments): Promise<Connection<Office>> {
    return this.board.today(club, page);
  }
}

@Resolver(() => ClubAbilities)
export class ClubMembersAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Admit members, and change, renew and end memberships.' })
  admitMember(@Parent() { club }: ClubAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canAdmit(viewer, club);
  }

  @ResolveField(() => Boolean, { description: 'Appoint officers and end their terms.' })
  appointOfficer(@Parent() { club }: ClubAbilities, @CurrentViewer() viewer: Viewer): boolean {
    return canAppoint(viewer, club);
  }
}
