import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import type { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Period } from '../../platform/period.js';
import { askedPeriod } from '../asked-period.js';
import type { Asking } from '../asking.js';
import { periodBefore } from '../period.js';
import { canSeeReturnOfSeat, fewestMembersSeen, smallestGroupSeen } from '../reports.policy.js';
import { periodReturn } from './period-return.js';
import { factsKey, returnFactsOfClub, returnFactsOfSeat } from './return-facts.loaders.js';
import { type PartsSubject, ReturnParts } from './return-parts.js';
import { type PeriodFigures, PeriodReturn, ReturnReport } from './return-report.types.js';

@Injectable()
export class ReturnReportsService {
  constructor(private readonly clock: Clock) {}

  /**
   * The report of a club; null unless its sums are for the viewer.
   * @param period null for the last twelve months up to today in the club
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub(asking: Asking, club: Club, period: Period | null): Promise<ReturnReport | null> {
    const smallestGroup = smallestGroupSeen(asking.viewer, club);
    if (smallestGroup === null) return null;
    const fewestMembers = fewestMembersSeen(asking.viewer, club);
    return this.report(asking, { club, membership: null, smallestGroup, fewestMembers }, period);
  }

  /** The report of a member's seat, in the same way; null unless it is the viewer's own. */
  async ofSeat(asking: Asking, seat: Membership, period: Period | null): Promise<ReturnReport | null> {
    if (!canSeeReturnOfSeat(asking.viewer, seat)) return null;
    const club = await asking.loaders.loadExisting(clubById, seat.clubId);
    return this.report(asking, { club, membership: seat, smallestGroup: 1, fewestMembers: 1 }, period);
  }

  private async report(asking: Asking, subject: PartsSubject, asked: Period | null): Promise<ReturnReport> {
    const period = askedPeriod(asked, subject.club, this.clock);
    const [current, before] = await Promise.all([
      this.inPeriod(asking, subject, period),
      this.inPeriod(asking, subject, periodBefore(period)),
    ]);
    const { club, membership, smallestGroup } = subject;
    return new ReturnReport({ club, membership, smallestGroup, before: new PeriodReturn(...before) }, current);
  }

  private async inPeriod(asking: Asking, subject: PartsSubject, period: Period): Promise<[PeriodFigures, ReturnParts]> {
    const { club, membership, smallestGroup } = subject;
    const declaration = membership ? returnFactsOfSeat : returnFactsOfClub;
    const facts = await asking.loaders.loadExisting(declaration, factsKey((membership ?? club).id, period));
    return [periodReturn(facts, period, smallestGroup), new ReturnParts(asking, subject, { facts, period })];
  }
}
