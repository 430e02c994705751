import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import { ClubsService } from '../../clubs/clubs.service.js';
import { hashToken, newToken } from '../../identity/session-token.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { publicUrl, SETTINGS, type Settings } from '../../platform/settings.js';
import { canPlan } from '../meetings.policy.js';
import { canSeeFeed } from './calendar.policy.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import type { CreateCalendarFeedInput, RevokeCalendarFeedInput } from './calendar-feeds.types.js';

/** A new feed with its address, which nobody can tell again later: null when the act had been done before. */
export interface NewFeed {
  feed: CalendarFeed;
  url: string | null;
}

@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The viewer's own feeds, the latest first. */
  own(viewer: Viewer, page: PageArguments): Promise<Connection<CalendarFeed>> {
    const feeds = this.dataSource.getRepository(CalendarFeed).createQueryBuilder('feed');
    const own = feeds.where({ madeById: viewer.personId, clubId: IsNull(), revokedAt: IsNull() });
    return paginate(own, page, { property: 'createdAt', direction: 'DESC' });
  }

  /** The feeds of a club, the latest first; null for whoever does not keep its calendar. */
  ofClub(viewer: Viewer, club: Club, page: PageArguments): Promise<Connection<CalendarFeed>> | null {
    if (!canPlan(viewer, club)) return null;
    const feeds = this.dataSource.getRepository(CalendarFeed).createQueryBuilder('feed');
    const live = feeds.where({ clubId: club.id, revokedAt: IsNull() });
    return paginate(live, page, { property: 'createdAt', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND for a club the viewer may not see */
  async create(viewer: Viewer, input: CreateCalendarFeedInput): Promise<NewFeed> {
    const act = { personId: viewer.personId, verb: 'createCalendarFeed', input, result: CalendarFeed };
    let token: string | null = null;
    const feed = await this.acts.once(act, async (manager) => {
      const { clubId } = input;
      if (clubId !== null) {
        const club = found(await this.clubs.find(viewer, clubId, manager), 'club', 'clubId');
        authorise(canPlan(viewer, club));
      }
      token = newToken();
      const made = await insert(manager, CalendarFeed, {
        id: newId(),
        madeById: viewer.personId,
        clubId,
        tokenHash: hashToken(token),
        createdAt: this.clock.now(),
        revokedAt: null,
      });
      await this.record(manager, viewer, 'calendar_feed.created', made);
      return made;
    });
    return { feed, url: token && `${publicUrl(this.settings)}/calendar/${token}.ics` };
  }

  /** @throws DomainError NOT_FOUND for a feed that was revoked, is not the viewer's to revoke or never was */
  revoke(viewer: Viewer, input: RevokeCalendarFeedInput): Promise<CalendarFeed> {
    const act = { personId: viewer.personId, verb: 'revokeCalendarFeed', input, result: CalendarFeed };
    return this.acts.once(act, async (manager) => {
      const live = { id: input.feedId, revokedAt: IsNull() };
      const feed = await manager.findOne(CalendarFeed, { where: live, lock: { mode: 'for_no_key_update' } });
      const club = feed?.clubId ? await manager.findOneByOrFail(Club, { id: feed.clubId }) : null;
      const visible = found(feed && canSeeFeed(viewer, feed, club) ? feed : null, 'calendar feed', 'feedId');
      visible.revokedAt = this.clock.now();
      await this.record(manager, viewer, 'calendar_feed.revoked', visible);
      return manager.save(visible);
    });
  }

  private record(
    manager: EntityManager,
    viewer: Viewer,
    verb: 'calendar_feed.created' | 'calendar_feed.revoked',
    feed: CalendarFeed,
  ): Promise<void> {
    const clubId = feed.clubId ?? undefined;
    return this.activity.record(manager, { actorId: viewer.personId, verb, subject: feed, clubId });
  }
}
