import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageByPlace, pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import {
  ReferralCell,
  ReferralCellConnection,
  ReferralMatrix,
  ReferralMatrixRow,
  ReferralMatrixRowConnection,
  ReferralPair,
  ReferralPairArguments,
  ReferralPairConnection,
} from './referral-matrix.types.js';

@Resolver(() => ReferralMatrix)
export class ReferralMatrixResolver {
  @ResolveField(() => ReferralMatrixRowConnection, {
    description: 'A row for every seat that was held on at least one day of the period, by family name.',
  })
  rows(@Parent() { rows }: ReferralMatrix, @Args() page: PageArguments): Connection<ReferralMatrixRow> {
    return pageOfList(rows, page, ({ seat }) => seat.membershipId);
  }

  @ResolveField(() => ReferralPairConnection, {
    description:
      'The pairs of members of whom at least one gave to the other: those that only go one way first, then those with most referrals.',
  })
  pairs(
    @Parent() { pairs }: ReferralMatrix,
    @Args() { oneWayOnly, ...page }: ReferralPairArguments,
  ): Connection<ReferralPair> {
    const asked = pairs.filter(({ oneWay }) => oneWay || !oneWayOnly);
    return pageByPlace(asked, page, {
      placeOf: ({ place, oneSeat }) => [place, oneSeat.membershipId],
      direction: 'ASC',
    });
  }
}

@Resolver(() => ReferralMatrixRow)
export class ReferralMatrixRowResolver {
  @ResolveField(() => Membership, { description: 'The seat whose row it is.' })
  membership(@Parent() { seat }: ReferralMatrixRow, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, seat.membershipId);
  }

  @ResolveField(() => ReferralCellConnection, {
    description: 'What he gave to each of the others, in the order of the rows.',
  })
  cells(@Parent() { cells }: ReferralMatrixRow, @Args() page: PageArguments): Connection<ReferralCell> {
    return pageOfList(cells, page, ({ seat }) => seat.membershipId);
  }
}

@Resolver(() => ReferralCell)
export class ReferralCellResolver {
  @ResolveField(() => Membership, { description: 'The seat in which they were received.' })
  membership(@Parent() { seat }: ReferralCell, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, seat.membershipId);
  }
}

@Resolver(() => ReferralPair)
export class ReferralPairResolver {
  @ResolveField(() => Membership, { description: 'The one: of a pair that only goes one way, who gave.' })
  one(@Parent() { oneSeat }: ReferralPair, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, oneSeat.membershipId);
  }

  @ResolveField(() => Membership, { description: 'The other.' })
  other(@Parent() { otherSeat }: ReferralPair, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, otherSeat.membershipId);
  }
}
