import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Asking } from '../asking.js';
import { periodBetween } from '../period.js';
import type { BetweenArguments } from '../period.types.js';
import { countsSeen } from '../reports.policy.js';
import type { ClubCounts } from './club-counts.types.js';
import { countsFacts, countsKey } from './counts-facts.loaders.js';
import { countsOfClub } from './counts-of-club.js';

@Injectable()
export class CountsService {
  constructor(private readonly clock: Clock) {}

  /**
   * The counts of a club; null unless at least its sums are for the viewer.
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub({ viewer, loaders }: Asking, club: Club, { from, to }: BetweenArguments): Promise<ClubCounts | null> {
    const sight = countsSeen(viewer, club);
    if (sight === null) return null;
    const period = periodBetween(from, to, this.clock.today(club.timeZone));
    const facts = await loaders.loadExisting(countsFacts, countsKey(club.id, period, viewer.personId));
    return countsOfClub(facts, period, sight);
  }
}
