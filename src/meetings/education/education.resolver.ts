import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Education } from './education.entity.js';
import { EducationService } from './education.service.js';
import { EducationPayload, RecordEducationInput } from './education.types.js';

@Resolver(() => Education)
export class EducationResolver {
  constructor(private readonly education: EducationService) {}

  @Mutation(() => EducationPayload, {
    description:
      'Records education units. For the member himself, president, vice-president, secretary-treasurer and education officer.',
  })
  async recordEducation(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordEducationInput,
  ): Promise<EducationPayload> {
    return { education: await this.education.record(viewer, input) };
  }

  @ResolveField(() => Membership, { description: 'The membership of whoever earned them.' })
  membership(@Parent() education: Education, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, education.membershipId);
  }

  @ResolveField(() => Person, { description: 'Who recorded them.' })
  recordedBy(@Parent() education: Education, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, education.recordedById);
  }
}
