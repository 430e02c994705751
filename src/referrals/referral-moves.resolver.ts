import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { ReferralMove } from './referral-move.entity.js';

@Resolver(() => ReferralMove)
export class ReferralMovesResolver {
  @ResolveField(() => Person, { description: 'Who moved it.' })
  movedBy(@Parent() move: ReferralMove, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, move.movedById);
  }
}
