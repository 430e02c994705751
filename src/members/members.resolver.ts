import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../clubs/club.entity.js';
import { clubById, professionById } from '../clubs/clubs.loaders.js';
import { Profession } from '../clubs/profession.entity.js';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { AdmissionService } from './admission.service.js';
import { abilitiesOf, canSeeTerm } from './members.policy.js';
import { MembersService } from './members.service.js';
import {
  AdmitMemberInput,
  ChangeMembershipInput,
  EndMembershipInput,
  MembershipAbilities,
  MembershipPayload,
  RenewMembershipInput,
} from './members.types.js';
import { Membership } from './membership.entity.js';
import type { Office } from './office.entity.js';
import { OfficesService } from './offices.service.js';
import { OfficeConnection } from './offices.types.js';

@Resolver(() => Membership)
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly admission: AdmissionService,
    private readonly terms: OfficesService,
  ) {}

  @Query(() => Membership, {
    nullable: true,
    description: 'The membership; null when there is none the viewer may see.',
  })
  membership(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the membership.' }) id: string,
  ): Promise<Membership | null> {
    return this.members.find(viewer, id);
  }

  @Mutation(() => MembershipPayload, {
    description: 'Gives a person a seat. For president, vice-president, membership committee and administrators.',
  })
  async admitMember(@CurrentViewer() viewer: Viewer, @Input() input: AdmitMemberInput): Promise<MembershipPayload> {
    return { membership: await this.admission.admit(viewer, input) };
  }

  @Mutation(() => MembershipPayload, {
    description:
      'Changes what a seat is for. For president, vice-president, membership committee and administrators; the company also for the member himself.',
  })
  async changeMembership(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ChangeMembershipInput,
  ): Promise<MembershipPayload> {
    return { membership: await this.members.change(viewer, input) };
  }

  @Mutation(() => MembershipPayload, {
    description:
      'Sets when a seat is to be renewed next. For president, vice-president, membership committee and administrators.',
  })
  async renewMembership(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RenewMembershipInput,
  ): Promise<MembershipPayload> {
    return { membership: await this.members.renew(viewer, input) };
  }

  @Mutation(() => MembershipPayload, {
    description:
      "Ends a seat and its holder's offices. For the member himself, president, vice-president, membership committee and administrators.",
  })
  async endMembership(@CurrentViewer() viewer: Viewer, @Input() input: EndMembershipInput): Promise<MembershipPayload> {
    return { membership: await this.members.end(viewer, input) };
  }

  @ResolveField(() => Person, { description: 'The member.' })
  person(@Parent() seat: Membership, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, seat.personId);
  }

  @ResolveField(() => Club, { description: 'The club he sits in.' })
  club(@Parent() seat: Membership, @RequestLoaders() loaders: Loaders): Promise<Club> {
    return loaders.loadExisting(clubById, seat.clubId);
  }

  @ResolveField(() => Profession, { description: 'What the seat is for.' })
  profession(@Parent() seat: Membership, @RequestLoaders() loaders: Loaders): Promise<Profession> {
    return loaders.loadExisting(professionById, seat.professionId);
  }

  @ResolveField(() => OfficeConnection, { description: 'His terms in the offices of the club, the latest first.' })
  offices(@Parent() seat: Membership, @Args() page: PageArguments): Promise<Connection<Office>> {
    return this.terms.ofMember(seat, page);
  }

  @ResolveField(() => Boolean, { description: "Whether he holds it today, in the club's time zone." })
  async heldToday(@Parent() seat: Membership, @RequestLoaders() loaders: Loaders): Promise<boolean> {
    return this.members.isHeldToday(seat, await loaders.loadExisting(clubById, seat.clubId));
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'The day on which the seat is to be renewed; null for all but the member, the board, directors and administrators.',
  })
  async renewsOn(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string | null> {
    return canSeeTerm(viewer, seat, await loaders.loadExisting(clubById, seat.clubId)) ? seat.renewsOn : null;
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'The day from which the seat is empty; null while no end is set, and for all but the member, the board, directors and administrators.',
  })
  async leftOn(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string | null> {
    return canSeeTerm(viewer, seat, await loaders.loadExisting(clubById, seat.clubId)) ? seat.leftOn : null;
  }

  @ResolveField(() => MembershipAbilities, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Parent() membership: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<MembershipAbilities> {
    return abilitiesOf(viewer, membership, await loaders.loadExisting(clubById, membership.clubId));
  }
}
