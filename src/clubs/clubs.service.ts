import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { toMinor } from '../platform/money.js';
import { Club } from './club.entity.js';
import { ClubRules, defaultRules } from './club-rules.entity.js';
import { canAdminister, canChangeRules, visibleInNetwork } from './clubs.policy.js';
import type { ChangeClubInput, ChangeClubRulesInput, CreateClubInput } from './clubs.types.js';
import { lockClub } from './lock-club.js';
import { Region } from './region.entity.js';

@Injectable()
export class ClubsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The clubs the viewer may see, by name; of one region when it is given. */
  list(viewer: Viewer, page: PageArguments, regionId?: string): Promise<Connection<Club>> {
    const clubs = this.dataSource.getRepository(Club).createQueryBuilder('club').where(visibleInNetwork(viewer));
    if (regionId) clubs.andWhere({ regionId });
    return paginate(clubs, page, { property: 'name', direction: 'ASC' });
  }

  /** The club, or null when there is none the viewer may see. */
  find(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<Club | null> {
    return manager.findOneBy(Club, { ...visibleInNetwork(viewer), id });
  }

  create(viewer: Viewer, input: CreateClubInput): Promise<Club> {
    return this.acts.once({ personId: viewer.personId, verb: 'createClub', input, result: Club }, async (manager) => {
      const region = found(
        await manager.findOneBy(Region, { ...visibleInNetwork(viewer), id: input.regionId }),
        'region',
        'regionId',
      );
      authorise(canAdminister(viewer, region));
      const { idempotencyKey: _, fee, ...details } = input;
      const club = await insert(manager, Club, {
        ...details,
        id: newId(),
        networkId: region.networkId,
        feeMinor: toMinor(fee, input.currency, 'fee').toString(),
        createdAt: this.clock.now(),
      });
      await this.addRules(manager, club, { ...defaultRules, validFrom: this.clock.today(club.timeZone) });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'club.created',
        subject: club,
        clubId: club.id,
      });
      return club;
    });
  }

  change(viewer: Viewer, input: ChangeClubInput): Promise<Club> {
    return this.acts.once({ personId: viewer.personId, verb: 'changeClub', input, result: Club }, async (manager) => {
      const { idempotencyKey: _, clubId, fee, ...details } = input;
      const club = found(await this.find(viewer, clubId, manager), 'club', 'clubId');
      authorise(canAdminister(viewer, club));
      Object.assign(club, details, { feeMinor: toMinor(fee, club.currency, 'fee').toString() });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'club.changed',
        subject: club,
        clubId: club.id,
        details,
      });
      return manager.save(club);
    });
  }

  /** @throws DomainError DATE_OUT_OF_RANGE for rules that would hold in the past */
  changeRules(viewer: Viewer, input: ChangeClubRulesInput): Promise<ClubRules> {
    const act = { personId: viewer.personId, verb: 'changeClubRules', input, result: ClubRules };
    return this.acts.once(act, async (manager) => {
      const { idempotencyKey: _, clubId, ...rules } = input;
      const club = found(await this.find(viewer, clubId, manager), 'club', 'clubId');
      authorise(canChangeRules(viewer, club));
      if (rules.validFrom < this.clock.today(club.timeZone)) {
        throw new DomainError('DATE_OUT_OF_RANGE', 'Rules cannot hold for days that have passed.', ['validFrom']);
      }
      const added = await this.addRules(manager, club, rules);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'club_rules.changed',
        subject: added,
        clubId,
        details: { version: added.version },
      });
      return added;
    });
  }

  private async addRules(
    manager: EntityManager,
    club: Club,
    rules: Omit<ClubRules, 'id' | 'clubId' | 'version' | 'createdAt'>,
  ): Promise<ClubRules> {
    await lockClub(manager, club.id);
    const latest = (await manager.maximum(ClubRules, 'version', { clubId: club.id })) ?? 0;
    return insert(manager, ClubRules, {
      ...rules,
      id: newId(),
      clubId: club.id,
      version: latest + 1,
      createdAt: this.clock.now(),
    });
  }
}
