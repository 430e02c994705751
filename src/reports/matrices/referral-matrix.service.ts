import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/graphql/errors.js';
import type { Period } from '../../platform/period.js';
import { askedPeriod } from '../asked-period.js';
import type { Asking } from '../asking.js';
import { canSeeWhoGaveWhom } from '../reports.policy.js';
import { factsKey } from '../return/return-facts.loaders.js';
import { matrixOfClub } from './matrix-of-club.js';
import { matrixFacts } from './referral-matrix.loaders.js';
import type { ReferralMatrix } from './referral-matrix.types.js';

/** The most seats a matrix of all against all may have: far more than any club. */
export const mostAcross = 300;

@Injectable()
export class ReferralMatrixService {
  constructor(private readonly clock: Clock) {}

  /**
   * Who of a club gave whom how many referrals in a period; null unless the viewer sits in the club.
   * @param asked null for the last twelve months up to today in the club
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years; INVALID
   * when more than 300 seats were held in it
   */
  async ofClub({ viewer, loaders }: Asking, club: Club, asked: Period | null): Promise<ReferralMatrix | null> {
    if (!canSeeWhoGaveWhom(viewer, club)) return null;
    const period = askedPeriod(asked, club, this.clock);
    const facts = await loaders.loadExisting(matrixFacts, factsKey(club.id, period));
    if (facts.seats.length > mostAcross) {
      throw new DomainError(
        'INVALID',
        `A matrix holds ${mostAcross} members at most, not ${facts.seats.length}. A shorter period has fewer.`,
        ['period'],
      );
    }
    return matrixOfClub(facts, period);
  }
}
