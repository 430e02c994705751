import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { BetweenArguments } from '../period.types.js';
import { AcquaintanceService } from './acquaintance.service.js';
import {
  AcquaintanceMatrix,
  AcquaintanceRow,
  AcquaintanceRowConnection,
  AcquaintanceTie,
  AcquaintanceTieConnection,
} from './acquaintance.types.js';

/** Who of a club knows whom. */
@Resolver(() => Club)
export class ClubAcquaintanceResolver {
  constructor(private readonly acquaintances: AcquaintanceService) {}

  @ResolveField(() => AcquaintanceMatrix, {
    nullable: true,
    description: 'Who of its members met whom, and who gave whom a referral. Null for all but its members.',
  })
  acquaintance(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() between: BetweenArguments,
  ): Promise<AcquaintanceMatrix | null> {
    return this.acquaintances.ofClub({ viewer, loaders }, club, between);
  }
}

@Resolver(() => AcquaintanceMatrix)
export class AcquaintanceMatrixResolver {
  @ResolveField(() => AcquaintanceRowConnection, {
    description: 'A row for everybody who holds a seat today, by family name.',
  })
  rows(@Parent() { rows }: AcquaintanceMatrix, @Args() page: PageArguments): Connection<AcquaintanceRow> {
    return pageOfList(rows, page, ({ seat }) => seat.membershipId);
  }
}

@Resolver(() => AcquaintanceRow)
export class AcquaintanceRowResolver {
  @ResolveField(() => Membership, { description: 'The member whose row it is.' })
  membership(@Parent() { seat }: AcquaintanceRow, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, seat.membershipId);
  }

  @ResolveField(() => AcquaintanceTieConnection, {
    description: 'A tie to each of the others, in the order of the rows.',
  })
  ties(@Parent() { ties }: AcquaintanceRow, @Args() page: PageArguments): Connection<AcquaintanceTie> {
    return pageOfList(ties, page, ({ seat }) => seat.membershipId);
  }
}

@Resolver(() => AcquaintanceTie)
export class AcquaintanceTieResolver {
  @ResolveField(() => Membership, { description: 'The member it leads to.' })
  membership(@Parent() { seat }: AcquaintanceTie, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, seat.membershipId);
  }
}
