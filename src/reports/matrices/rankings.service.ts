import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { Clock } from '../../platform/clock.js';
import { askedPeriod } from '../asked-period.js';
import type { Asking } from '../asking.js';
import { CountsService } from '../counts/counts.service.js';
import { canSeeWhoGaveWhom } from '../reports.policy.js';
import { rankedByCount, rankedByThanked } from './rank.js';
import { type RankingArguments, RankingMeasure, type Rankings } from './rankings.types.js';

@Injectable()
export class RankingsService {
  constructor(
    private readonly clock: Clock,
    private readonly counts: CountsService,
  ) {}

  /**
   * The members of a club by what they did in a period; null unless the viewer sits in the club. They come from the
   * counts, so that no amount is told here that is withheld there.
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub(asking: Asking, club: Club, { measure, ...asked }: RankingArguments): Promise<Rankings | null> {
    if (!canSeeWhoGaveWhom(asking.viewer, club)) return null;
    const period = askedPeriod(asked.period, club, this.clock);
    const rows = (await this.counts.ofClub(asking, club, period))?.rows ?? [];
    if (measure !== RankingMeasure.THANKED) {
      return { ...period, measure, currency: null, entries: rankedByCount(rows, measure) };
    }
    const currency = asked.currency ?? club.currency;
    return { ...period, measure, currency, entries: rankedByThanked(rows, currency) };
  }
}
