import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import type { Club } from './club.entity.js';
import { regionById } from './clubs.loaders.js';
import { ClubsService } from './clubs.service.js';
import { ClubConnection } from './clubs.types.js';
import { Region } from './region.entity.js';
import type { RegionDirector } from './region-director.entity.js';
import { RegionsService } from './regions.service.js';
import {
  AppointDirectorInput,
  CreateRegionInput,
  EndDirectorshipInput,
  RegionConnection,
  RegionDirectorConnection,
  RegionDirectorPayload,
  RegionPayload,
} from './regions.types.js';

@Resolver(() => Region)
export class RegionsResolver {
  constructor(
    private readonly regions: RegionsService,
    private readonly clubs: ClubsService,
  ) {}

  @Query(() => Region, { nullable: true, description: 'The region; null when there is none the viewer may see.' })
  region(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the region.' }) id: string,
  ): Promise<Region | null> {
    return this.regions.find(viewer, id);
  }

  @Query(() => RegionConnection, { description: "The viewer's networks, by name: the tops of the region trees." })
  networks(@CurrentViewer() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Region>> {
    return this.regions.list(viewer, page);
  }

  @Mutation(() => RegionPayload, { description: 'Adds a country or region to the tree. For administrators.' })
  async createRegion(@CurrentViewer() viewer: Viewer, @Input() input: CreateRegionInput): Promise<RegionPayload> {
    return { region: await this.regions.create(viewer, input) };
  }

  @Mutation(() => RegionDirectorPayload, { description: 'Makes a person director of a region. For administrators.' })
  async appointDirector(
    @CurrentViewer() viewer: Viewer,
    @Input() input: AppointDirectorInput,
  ): Promise<RegionDirectorPayload> {
    return { directorship: await this.regions.appointDirector(viewer, input) };
  }

  @Mutation(() => RegionDirectorPayload, { description: "Ends a director's term. For administrators." })
  async endDirectorship(
    @CurrentViewer() viewer: Viewer,
    @Input() input: EndDirectorshipInput,
  ): Promise<RegionDirectorPayload> {
    return { directorship: await this.regions.endDirectorship(viewer, input) };
  }

  @ResolveField(() => Region, { nullable: true, description: 'The region right above; null for a network.' })
  parent(@Parent() region: Region, @RequestLoaders() loaders: Loaders): Promise<Region> | null {
    return region.parentId ? loaders.loadExisting(regionById, region.parentId) : null;
  }

  @ResolveField(() => RegionConnection, { name: 'regions', description: 'The regions right below, by name.' })
  below(
    @Parent() region: Region,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Region>> {
    return this.regions.list(viewer, page, region.id);
  }

  @ResolveField(() => ClubConnection, { name: 'clubs', description: 'The clubs of this very region, by name.' })
  clubsOf(
    @Parent() region: Region,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Club>> {
    return this.clubs.list(viewer, page, region.id);
  }

  @ResolveField(() => RegionDirectorConnection, { description: 'The terms of its directors, the latest first.' })
  directors(@Parent() region: Region, @Args() page: PageArguments): Promise<Connection<RegionDirector>> {
    return this.regions.directors(region, page);
  }
}
