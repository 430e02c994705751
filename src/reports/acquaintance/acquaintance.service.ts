import { Injectable } from '@nestjs/common';
import type { Club } from '../../clubs/club.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Asking } from '../asking.js';
import { periodBetween } from '../period.js';
import type { BetweenArguments } from '../period.types.js';
import { canSeeAcquaintance } from '../reports.policy.js';
import { acquaintanceFacts, acquaintanceKey } from './acquaintance.loaders.js';
import type { AcquaintanceMatrix } from './acquaintance.types.js';
import { acquaintanceRows } from './acquaintance-rows.js';

@Injectable()
export class AcquaintanceService {
  constructor(private readonly clock: Clock) {}

  /**
   * Who of the club's members of today met and referred whom in a period; null unless the viewer sits in the club.
   * @throws DomainError DATE_OUT_OF_RANGE for a period that ends before it begins or lasts more than ten years
   */
  async ofClub(
    { viewer, loaders }: Asking,
    club: Club,
    { from, to }: BetweenArguments,
  ): Promise<AcquaintanceMatrix | null> {
    if (!canSeeAcquaintance(viewer, club)) return null;
    const today = this.clock.today(club.timeZone);
    const period = periodBetween(from, to, today);
    const facts = await loaders.loadExisting(acquaintanceFacts, acquaintanceKey(club.id, period, today));
    return { ...period, rows: acquaintanceRows(facts) };
  }
}
