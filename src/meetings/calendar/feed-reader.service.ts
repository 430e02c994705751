import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import { hashToken } from '../../identity/session-token.js';
import { viewerOf } from '../../identity/viewer.sql.js';
import { Clock, daysAfter } from '../../platform/clock.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { calendarText } from './calendar-text.js';
import { feedMeetings } from './feed-meetings.sql.js';
import { feedOneToOnes } from './feed-one-to-ones.sql.js';

/** What a feed shows: so many days back, a quarter, and so many ahead, a year. */
const daysBack = 92;
const daysAhead = 366;

/** Reads feeds for calendar programs, which bring the token of an address and nothing else. */
@Injectable()
export class FeedReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The calendar behind a token; null for a token that was revoked or never was one. */
  async read(token: string): Promise<string | null> {
    const feed = await this.dataSource.manager.findOneBy(CalendarFeed, {
      tokenHash: hashToken(token),
      revokedAt: IsNull(),
    });
    if (!feed) return null;
    return feed.clubId === null ? this.ofPerson(feed.madeById) : this.ofClub(feed.clubId);
  }

  private async ofClub(clubId: string): Promise<string> {
    const club = await this.dataSource.manager.findOneByOrFail(Club, { id: clubId });
    return calendarText(club.name, await feedMeetings(this.dataSource, [clubId], this.shown()));
  }

  /** He finds what he may see at this moment: of a club he has left, nothing any more. */
  private async ofPerson(personId: string): Promise<string> {
    const { clubIds } = await viewerOf(this.dataSource, personId, this.clock.now());
    const meetings = await feedMeetings(this.dataSource, clubIds, this.shown());
    return calendarText('Kring', [...meetings, ...(await feedOneToOnes(this.dataSource, personId, this.shown()))]);
  }

  private shown(): { from: Date; to: Date } {
    const now = this.clock.now();
    return { from: daysAfter(now, -daysBack), to: daysAfter(now, daysAhead) };
  }
}
