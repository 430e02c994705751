import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { regionById } from './clubs.loaders.js';
import { Region } from './region.entity.js';
import { RegionDirector } from './region-director.entity.js';

@Resolver(() => RegionDirector)
export class RegionDirectorsResolver {
  @ResolveField(() => Region, { description: 'The region he looks after.' })
  region(@Parent() term: RegionDirector, @RequestLoaders() loaders: Loaders): Promise<Region> {
    return loaders.loadExisting(regionById, term.regionId);
  }

  @ResolveField(() => Person, { description: 'The director.' })
  person(@Parent() term: RegionDirector, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, term.personId);
  }
}
