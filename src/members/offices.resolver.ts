import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { membershipById } from './members.loaders.js';
import { Membership } from './membership.entity.js';
import { Office } from './office.entity.js';
import { OfficesService } from './offices.service.js';
import { AppointOfficerInput, EndOfficeInput, OfficePayload } from './offices.types.js';

@Resolver(() => Office)
export class OfficesResolver {
  constructor(private readonly offices: OfficesService) {}

  @Mutation(() => OfficePayload, {
    description: 'Gives a member an office of his club. For president, vice-president and administrators.',
  })
  async appointOfficer(@CurrentViewer() viewer: Viewer, @Input() input: AppointOfficerInput): Promise<OfficePayload> {
    return { office: await this.offices.appoint(viewer, input) };
  }

  @Mutation(() => OfficePayload, {
    description: 'Ends a term in an office. For president, vice-president and administrators.',
  })
  async endOffice(@CurrentViewer() viewer: Viewer, @Input() input: EndOfficeInput): Promise<OfficePayload> {
    return { office: await this.offices.end(viewer, input) };
  }

  @ResolveField(() => Membership, { description: 'The membership of who holds it.' })
  membership(@Parent() office: Office, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, office.membershipId);
  }
}
