import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { Money } from '../platform/money.js';
import { Club } from './club.entity.js';
import { ClubRules } from './club-rules.entity.js';
import { regionById, rulesInForce } from './clubs.loaders.js';
import { canAdminister, canChangeRules } from './clubs.policy.js';
import { ClubsService } from './clubs.service.js';
import {
  ChangeClubInput,
  ChangeClubRulesInput,
  ClubAbilities,
  ClubConnection,
  ClubPayload,
  ClubRulesPayload,
  CreateClubInput,
} from './clubs.types.js';
import { Region } from './region.entity.js';

@Resolver(() => Club)
export class ClubsResolver {
  constructor(private readonly clubs: ClubsService) {}

  @Query(() => Club, { nullable: true, description: 'The club; null when there is none the viewer may see.' })
  club(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the club.' }) id: string,
  ): Promise<Club | null> {
    return this.clubs.find(viewer, id);
  }

  @Query(() => ClubConnection, { name: 'clubs', description: "The clubs of the viewer's networks, by name." })
  list(@CurrentViewer() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Club>> {
    return this.clubs.list(viewer, page);
  }

  @Mutation(() => ClubPayload, {
    description: 'Creates a club in a region, with the default rules. For administrators.',
  })
  async createClub(@CurrentViewer() viewer: Viewer, @Input() input: CreateClubInput): Promise<ClubPayload> {
    return { club: await this.clubs.create(viewer, input) };
  }

  @Mutation(() => ClubPayload, { description: "Changes a club's details. For administrators." })
  async changeClub(@CurrentViewer() viewer: Viewer, @Input() input: ChangeClubInput): Promise<ClubPayload> {
    return { club: await this.clubs.change(viewer, input) };
  }

  @Mutation(() => ClubRulesPayload, {
    description: "Adds a version of a club's rules. For its president, its vice-president and administrators.",
  })
  async changeClubRules(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ChangeClubRulesInput,
  ): Promise<ClubRulesPayload> {
    return { rules: await this.clubs.changeRules(viewer, input) };
  }

  @ResolveField(() => Region, { description: 'The region it belongs to.' })
  region(@Parent() club: Club, @RequestLoaders() loaders: Loaders): Promise<Region> {
    return loaders.loadExisting(regionById, club.regionId);
  }

  @ResolveField(() => Money, { description: 'What a seat costs for `feeMonths` months.' })
  fee(@Parent() club: Club): Money {
    return club.fee;
  }

  @ResolveField(() => ClubRules, { description: 'The rules in force today.' })
  rules(@Parent() club: Club, @RequestLoaders() loaders: Loaders): Promise<ClubRules> {
    return loaders.loadExisting(rulesInForce, club.id);
  }

  @ResolveField(() => ClubAbilities, { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() club: Club, @CurrentViewer() viewer: Viewer): ClubAbilities {
    return { club, change: canAdminister(viewer, club), changeRules: canChangeRules(viewer, club) };
  }
}
