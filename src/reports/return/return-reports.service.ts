import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import type { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import type { Asking } from '../asking.js';
import { checkPeriod, lastTwelveMonths, periodBefore } from '../period.js';
import { canSeeReturnOfSeat, smallestGroupSeen } from '../reports.policy.js';
import { periodReturn } from './period-return.js';
import { factsKey, returnFactsOfClub, returnFactsOfSeat } from './return-facts.loaders.js';
import type { PeriodReturn, ReturnReport } from './return-report.types.js';

type Subject = Pick<ReturnReport, 'club' | 'membership' | 'smallestGroup'>;

@Injectable()
export class ReturnReportsService {
  constructor(private readonly clock: Clock) {}

  /**
   * The report of a club; null unless its sums are for the viewer.
   * @param period null for the last twelve months up to today in the club
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub({ viewer, loaders }: Asking, club: Club, period: Period | null): Promise<ReturnReport | null> {
    const smallestGroup = smallestGroupSeen(viewer, club);
    if (smallestGroup === null) return null;
    return this.report(loaders, { club, membership: null, smallestGroup }, period);
  }

  /** The report of a member's seat, in the same way; null unless it is the viewer's own. */
  async ofSeat({ viewer, loaders }: Asking, seat: Membership, period: Period | null): Promise<ReturnReport | null> {
    if (!canSeeReturnOfSeat(viewer, seat)) return null;
    const club = await loaders.loadExisting(clubById, seat.clubId);
    return this.report(loaders, { club, membership: seat, smallestGroup: 1 }, period);
  }

  private async report(loaders: Loaders, subject: Subject, asked: Period | null): Promise<ReturnReport> {
    const period = asked ? checkPeriod(asked) : lastTwelveMonths(this.clock.today(subject.club.timeZone));
    const [current, before] = await Promise.all([
      this.inPeriod(loaders, subject, period),
      this.inPeriod(loaders, subject, periodBefore(period)),
    ]);
    return { ...subject, ...current, before };
  }

  private async inPeriod(loaders: Loaders, subject: Subject, period: Period): Promise<PeriodReturn> {
    const { club, membership, smallestGroup } = subject;
    const facts = membership ? returnFactsOfSeat : returnFactsOfClub;
    const key = factsKey((membership ?? club).id, period);
    return periodReturn(await loaders.loadExisting(facts, key), period, smallestGroup);
  }
}
