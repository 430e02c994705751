import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { clubById } from '../../clubs/clubs.loaders.js';
import type { Membership } from '../../members/membership.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Period } from '../../platform/period.js';
import { askedPeriod } from '../asked-period.js';
import type { Asking } from '../asking.js';
import { canSeeBalanceOfSeat, countsSeen } from '../reports.policy.js';
import { factsKey } from '../return/return-facts.loaders.js';
import { balanceByMonth } from './balance-by-month.js';
import { monthsOfClub, monthsOfSeat } from './referral-balance.loaders.js';
import type { ReferralBalance } from './referral-balance.types.js';

@Injectable()
export class ReferralBalanceService {
  constructor(private readonly clock: Clock) {}

  /**
   * What a club gave and received by month; null unless at least its sums are for the viewer.
   * @param asked null for the last twelve months up to today in the club
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub({ viewer, loaders }: Asking, club: Club, asked: Period | null): Promise<ReferralBalance | null> {
    const sight = countsSeen(viewer, club);
    if (sight === null) return null;
    const period = askedPeriod(asked, club, this.clock);
    const rows = await loaders.loadExisting(monthsOfClub, factsKey(club.id, period));
    return balanceByMonth(rows, period, sight.fewestMembers);
  }

  /** The same of a member's seat; null unless it is the viewer's own. */
  async ofSeat({ viewer, loaders }: Asking, seat: Membership, asked: Period | null): Promise<ReferralBalance | null> {
    if (!canSeeBalanceOfSeat(viewer, seat)) return null;
    const period = askedPeriod(asked, await loaders.loadExisting(clubById, seat.clubId), this.clock);
    return balanceByMonth(await loaders.loadExisting(monthsOfSeat, factsKey(seat.id, period)), period, 1);
  }
}
