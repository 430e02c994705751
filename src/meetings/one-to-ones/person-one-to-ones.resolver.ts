import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonAbilities } from '../../identity/persons.types.js';
import { placesByPerson } from '../../identity/places.sql.js';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { Clock } from '../../platform/clock.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { OneToOne } from './one-to-one.entity.js';
import { OneToOnesService } from './one-to-ones.service.js';
import { OneToOneArguments, OneToOneConnection } from './one-to-ones.types.js';
import { seatInCommon } from './seat-in-common.js';

/** The one-to-ones of whoever asks. */
@Resolver(() => Viewer)
export class ViewerOneToOnesResolver {
  constructor(private readonly own: OneToOnesService) {}

  @ResolveField(() => OneToOneConnection, { description: 'His one-to-ones, the latest proposed or recorded first.' })
  oneToOnes(@Parent() viewer: Viewer, @Args() page: OneToOneArguments): Promise<Connection<OneToOne>> {
    return this.own.list(viewer, page);
  }
}

@Resolver(() => PersonAbilities)
export class PersonOneToOneAbilitiesResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => Boolean, { description: 'Propose a one-to-one to him: both sit in clubs of one network today.' })
  async proposeOneToOne(
    @Parent() { person }: PersonAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    const [mine, theirs] = await Promise.all(
      [viewer.personId, person.id].map((id) => loaders.loadExisting(placesByPerson, id)),
    );
    const seat = seatInCommon(mine ?? [], theirs ?? [], (timeZone) => this.clock.today(timeZone));
    return seat !== null && !viewer.is(person.id);
  }
}
