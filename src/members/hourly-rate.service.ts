import { Injectable } from '@nestjs/common';
import { ActivityService } from '../activity/activity.service.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { authorise } from '../platform/graphql/errors.js';
import { toMinor } from '../platform/money.js';
import type { ChangeHourlyRateInput } from './hourly-rate.types.js';
import { isOwnSeat } from './members.policy.js';
import { Membership } from './membership.entity.js';
import { lockMembership } from './membership-lookup.js';

@Injectable()
export class HourlyRateService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID, AMOUNT_TOO_PRECISE, AMOUNT_TOO_LARGE */
  change(viewer: Viewer, input: ChangeHourlyRateInput): Promise<Membership> {
    const act = { personId: viewer.personId, verb: 'changeHourlyRate', input, result: Membership };
    return this.acts.once(act, async (manager) => {
      const { seat, club } = await lockMembership(manager, viewer, input.membershipId, this.clock.now());
      authorise(isOwnSeat(viewer, seat));
      const { hourlyRate } = input;
      seat.hourlyRateMinor = hourlyRate && toMinor(hourlyRate, club.currency, 'hourlyRate').toString();
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'membership.hourly_rate_changed',
        subject: seat,
        clubId: club.id,
      });
      return manager.save(seat);
    });
  }
}
