import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import type { Membership } from '../../members/membership.entity.js';
import { seatsOn } from '../../members/seats.js';
import { Clock } from '../../platform/clock.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Asking } from '../asking.js';
import { factsKey } from '../return/return-facts.loaders.js';
import { profileOn } from './profiles.loaders.js';
import { scoreWindow } from './score-window.js';
import type { Scorecard, ScorecardsArguments } from './scorecard.types.js';
import { eventsKey, eventsOfSeat, openMeetingsOf } from './scorecard-facts.loaders.js';
import { canSeeScorecard, canSeeScorecardsOf } from './scorecards.policy.js';
import { scoredSeat } from './scored-seat.js';
import { shownScore } from './shown-score.js';

@Injectable()
export class ScorecardsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * The scorecard of a seat; null unless it is for the viewer, and for a day on which it is not held.
   * @throws DomainError DATE_OUT_OF_RANGE for a day to come
   */
  async ofSeat(asking: Asking, seat: Membership, on: string | null): Promise<Scorecard | null> {
    if (!canSeeScorecard(asking.viewer, seat)) return null;
    const club = await asking.loaders.loadExisting(clubById, seat.clubId);
    const day = this.dayIn(club, on);
    return seat.isHeldOn(day) ? this.onDay(asking, seat, { club, day }) : null;
  }

  /** Those of all seats of a club, most points first, in the same way; null unless they are for the viewer. */
  async ofClub(
    asking: Asking,
    club: Club,
    { on, colour, ...page }: ScorecardsArguments,
  ): Promise<Connection<Scorecard> | null> {
    if (!canSeeScorecardsOf(asking.viewer, club)) return null;
    const day = this.dayIn(club, on);
    const seats = await seatsOn(this.dataSource.manager, club.id, day);
    const all = await Promise.all(seats.map((seat) => this.onDay(asking, seat, { club, day })));
    const wanted = all.filter((scorecard) => colour === null || scorecard.colour?.name === colour);
    return pageOfList(wanted.sort(byPoints), page, ({ seat }) => seat.id);
  }

  private async onDay(
    { viewer, loaders }: Asking,
    seat: Membership,
    { club, day }: { club: Club; day: string },
  ): Promise<Scorecard> {
    const profile = await profileOn(loaders, club, day);
    const window = scoreWindow(profile.content, day);
    const [rows, openMeetings] = await Promise.all([
      loaders.loadExisting(eventsOfSeat, eventsKey(seat.id, { from: window.from, to: day }, viewer.personId)),
      loaders.loadExisting(openMeetingsOf, factsKey(club.id, window)),
    ]);
    const scored = scoredSeat(rows, { profile, club, on: day, isOwn: viewer.is(seat.personId) });
    return shownScore(scored, seat, { on: day, openMeetings });
  }

  private dayIn(club: Club, on: string | null): string {
    const today = this.clock.today(club.timeZone);
    if (on !== null && on > today) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A day to come is not scored; ask for the forecast.', ['on']);
    }
    return on ?? today;
  }
}

/** Most points first; those whose points are withheld by their colour, among those who have no more than it takes. */
function byPoints(one: Scorecard, other: Scorecard): number {
  const pointsOf = ({ points, colour }: Scorecard) => points ?? colour?.min ?? 0;
  return pointsOf(other) - pointsOf(one) || (one.seat.id < other.seat.id ? -1 : 1);
}
