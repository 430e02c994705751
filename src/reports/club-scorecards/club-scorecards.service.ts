import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Period } from '../../platform/period.js';
import { askedPeriod } from '../asked-period.js';
import type { Asking } from '../asking.js';
import { periodBefore } from '../period.js';
import { countsSeen } from '../reports.policy.js';
import { factsKey } from '../return/return-facts.loaders.js';
import { clubScorecard } from './club-scorecard.js';
import type { ClubScorecard } from './club-scorecard.types.js';
import { factsOfClub } from './club-scorecard-facts.loaders.js';

@Injectable()
export class ClubScorecardsService {
  constructor(private readonly clock: Clock) {}

  /**
   * The scorecard of a club; null unless its sums are for the viewer.
   * @param asked null for the last twelve months up to today in the club
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub({ viewer, loaders }: Asking, club: Club, asked: Period | null): Promise<ClubScorecard | null> {
    const sight = countsSeen(viewer, club);
    if (sight === null) return null;
    const fewest = { ofCounts: sight.fewestMembers, ofOutcomes: sight.fewestSellers };
    const period = askedPeriod(asked, club, this.clock);
    const [current, before] = await Promise.all(
      [period, periodBefore(period)].map(async (each) =>
        clubScorecard(await loaders.loadExisting(factsOfClub, factsKey(club.id, each)), each, fewest),
      ),
    );
    return current && before ? { ...current, before } : null;
  }
}
