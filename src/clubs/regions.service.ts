import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Person } from '../identity/person.entity.js';
import { placesOf } from '../identity/places.sql.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { canAdminister, isWithinReach, visibleInNetwork } from './clubs.policy.js';
import { NetworkAdministrator } from './network-administrator.entity.js';
import { Region } from './region.entity.js';
import { RegionDirector } from './region-director.entity.js';
import type { AppointDirectorInput, CreateRegionInput, EndDirectorshipInput } from './regions.types.js';

const byName = { property: 'name', direction: 'ASC' } as const;

@Injectable()
export class RegionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The regions right below one, by name; without a parent, the viewer's networks. */
  list(viewer: Viewer, page: PageArguments, parentId?: string): Promise<Connection<Region>> {
    const regions = this.dataSource.getRepository(Region).createQueryBuilder('region').where(visibleInNetwork(viewer));
    return paginate(regions.andWhere({ parentId: parentId ?? IsNull() }), page, byName);
  }

  /** The regions somebody directs, by name, without those below another of them. */
  directedBy(viewer: Viewer, page: PageArguments): Promise<Connection<Region>> {
    const regions = this.dataSource.getRepository(Region).createQueryBuilder('region');
    const ids = [...viewer.directedRegionIds];
    regions.where('region.id = ANY (:ids)', { ids });
    return paginate(regions.andWhere('(region.parentId = ANY (:ids)) IS NOT TRUE', { ids }), page, byName);
  }

  /** The region, or null when there is none the viewer may see. */
  find(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<Region | null> {
    return manager.findOneBy(Region, { ...visibleInNetwork(viewer), id });
  }

  /** The terms of a region's directors, the latest first. */
  directors(region: Region, page: PageArguments): Promise<Connection<RegionDirector>> {
    const terms = this.dataSource.getRepository(RegionDirector).createQueryBuilder('term');
    return paginate(terms.where({ regionId: region.id }), page, { property: 'startsOn', direction: 'DESC' });
  }

  /** The network of this name, if there is one; until the transaction ends nobody else founds one meanwhile. */
  async networkNamed(manager: EntityManager, name: string): Promise<Region | null> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('network ' || $1))`, [name]);
    return manager.findOneBy(Region, { parentId: IsNull(), name });
  }

  /** One more administrator for a network. Only the command line does this. */
  async addAdministrator(manager: EntityManager, network: Region, administrator: Person): Promise<void> {
    const added = await insert(manager, NetworkAdministrator, {
      id: newId(),
      networkId: network.id,
      personId: administrator.id,
      createdAt: this.clock.now(),
    });
    await this.activity.record(manager, { actorId: administrator.id, verb: 'administrator.added', subject: added });
  }

  /** Founds a network with its first administrator. Only the command line does this. */
  async found(manager: EntityManager, name: string, administrator: Person): Promise<Region> {
    const id = newId();
    const createdAt = this.clock.now();
    const network = await insert(manager, Region, {
      id,
      networkId: id,
      parentId: null,
      kind: 'network',
      name,
      createdAt,
    });
    await insert(manager, NetworkAdministrator, { id: newId(), networkId: id, personId: administrator.id, createdAt });
    await this.activity.record(manager, { actorId: administrator.id, verb: 'region.founded', subject: network });
    return network;
  }

  /** @throws DomainError PARENT_DOES_NOT_FIT when such a node does not go below that parent */
  create(viewer: Viewer, input: CreateRegionInput): Promise<Region> {
    return this.acts.once(
      { personId: viewer.personId, verb: 'createRegion', input, result: Region },
      async (manager) => {
        const parent = found(await this.find(viewer, input.parentId, manager), 'region', 'parentId');
        authorise(canAdminister(viewer, parent));
        if (!parent.canHold(input.kind)) {
          throw new DomainError('PARENT_DOES_NOT_FIT', `A ${input.kind} does not go below a ${parent.kind}.`, ['kind']);
        }
        const region = await insert(manager, Region, {
          id: newId(),
          networkId: parent.networkId,
          parentId: parent.id,
          kind: input.kind,
          name: input.name,
          createdAt: this.clock.now(),
        });
        await this.activity.record(manager, { actorId: viewer.personId, verb: 'region.created', subject: region });
        return region;
      },
    );
  }

  appointDirector(viewer: Viewer, input: AppointDirectorInput): Promise<RegionDirector> {
    const act = { personId: viewer.personId, verb: 'appointDirector', input, result: RegionDirector };
    return this.acts.once(act, async (manager) => {
      const region = found(await this.find(viewer, input.regionId, manager), 'region', 'regionId');
      authorise(canAdminister(viewer, region));
      const isKnown = isWithinReach(await placesOf(manager, input.personId), region);
      const known = isKnown ? await manager.findOneBy(Person, { id: input.personId }) : null;
      const person = found(known, 'person', 'personId');
      const term = await insert(manager, RegionDirector, {
        id: newId(),
        regionId: region.id,
        personId: person.id,
        startsOn: input.startsOn,
        endsOn: null,
        createdAt: this.clock.now(),
      });
      await this.activity.record(manager, { actorId: viewer.personId, verb: 'director.appointed', subject: term });
      return term;
    });
  }

  endDirectorship(viewer: Viewer, input: EndDirectorshipInput): Promise<RegionDirector> {
    const act = { personId: viewer.personId, verb: 'endDirectorship', input, result: RegionDirector };
    return this.acts.once(act, async (manager) => {
      const term = found(
        await manager.findOneBy(RegionDirector, { id: input.directorshipId }),
        'directorship',
        'directorshipId',
      );
      const region = found(await this.find(viewer, term.regionId, manager), 'directorship', 'directorshipId');
      authorise(canAdminister(viewer, region));
      term.endsOn = input.endsOn;
      await this.activity.record(manager, { actorId: viewer.personId, verb: 'director.ended', subject: term });
      return manager.save(term);
    });
  }
}
