import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { canSeeSettings } from './identity.policy.js';
import { Person } from './person.entity.js';
import { PersonsService } from './persons.service.js';
import { ChangeProfileInput, PersonAbilities, PersonPayload } from './persons.types.js';
import { CurrentViewer, type Viewer } from './viewer.js';

const forWhom = 'null without one, and for all but himself, his fellow members and the administrators of his network.';

@Resolver(() => Person)
export class PersonsResolver {
  constructor(private readonly persons: PersonsService) {}

  @Query(() => Person, { nullable: true, description: 'The person; null when there is none the viewer may see.' })
  person(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the person.' }) id: string,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Person | null> {
    return this.persons.find(viewer, id, loaders);
  }

  @Mutation(() => PersonPayload, { description: "Changes the viewer's own profile." })
  async changeProfile(@CurrentViewer() viewer: Viewer, @Input() input: ChangeProfileInput): Promise<PersonPayload> {
    return { person: await this.persons.changeProfile(viewer, input) };
  }

  @ResolveField(() => String, { nullable: true, description: `The e-mail address; ${forWhom}` })
  email(@Parent() person: Person, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return this.persons.detail(viewer, person, loaders, 'email');
  }

  @ResolveField(() => String, { nullable: true, description: `The phone number in E.164; ${forWhom}` })
  phone(@Parent() person: Person, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return this.persons.detail(viewer, person, loaders, 'phone');
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The BCP 47 locale in which Kring speaks to him, such as nl-BE; null for all but himself.',
  })
  locale(@Parent() person: Person, @CurrentViewer() viewer: Viewer): string | null {
    return canSeeSettings(viewer, person.id) ? person.locale : null;
  }

  @ResolveField(() => PersonAbilities, { description: 'What the viewer may do with him.' })
  viewerCan(
    @Parent() person: Person,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<PersonAbilities> {
    return this.persons.abilities(viewer, person, loaders);
  }
}
