import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { MembersService } from '../../members/members.service.js';
import { Membership } from '../../members/membership.entity.js';
import { lockMembership } from '../../members/membership-lookup.js';
import { Acts } from '../../platform/acts.js';
import { Clock, shiftDay } from '../../platform/clock.js';
import { authorise, blaming, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Alert } from './alert.entity.js';
import { AlertDecision } from './alert-decision.entity.js';
import { canDecide, onlyVisibleAlerts } from './alerts.policy.js';
import type { DecideAlertInput } from './alerts.types.js';

@Injectable()
export class DecideAlertService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly members: MembersService,
  ) {}

  /**
   * Decides about an alert, after the decisions there are. To open a seat ends it, as `endMembership` does.
   * @throws DomainError NOT_FOUND, OWN_ALERT, DECISION_DOES_NOT_FIT, INVALID, DATE_OUT_OF_RANGE, ALREADY_LEFT
   */
  decide(viewer: Viewer, input: DecideAlertInput): Promise<Alert> {
    const act = { personId: viewer.personId, verb: 'decideAlert', input, result: Alert };
    return this.acts.once(act, async (manager) => {
      const alert = await lockAlert(manager, viewer, input.alertId);
      authorise(canDecide(viewer, alert));
      await this.requireFit(manager, viewer, { alert, input });
      const { decision, probationUntil, seatOpensOn, note } = input;
      const decided = await insert(manager, AlertDecision, {
        ...{ id: newId(), alertId: alert.id, decision, probationUntil, seatOpensOn, note },
        ...{ decidedById: viewer.personId, decidedAt: this.clock.now() },
      });
      if (alert.membershipId !== null && seatOpensOn !== null) {
        await this.openSeat(manager, viewer, { membershipId: alert.membershipId, leftOn: seatOpensOn });
      }
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'alert.decided',
        subject: alert,
        clubId: alert.clubId,
        details: { decisionId: decided.id, decision, probationUntil, seatOpensOn },
      });
      return alert;
    });
  }

  private async requireFit(
    manager: EntityManager,
    viewer: Viewer,
    { alert, input }: { alert: Alert; input: DecideAlertInput },
  ): Promise<void> {
    if (alert.membershipId !== null) {
      const seat = await manager.findOneByOrFail(Membership, { id: alert.membershipId });
      if (viewer.is(seat.personId)) throw new DomainError('OWN_ALERT', 'Nobody decides about himself.', ['alertId']);
    } else if (input.decision === 'start_probation' || input.decision === 'open_seat') {
      throw new DomainError('DECISION_DOES_NOT_FIT', 'A visitor has no seat.', ['decision']);
    }
    const { timeZone } = await manager.findOneByOrFail(Club, { id: alert.clubId });
    const today = this.clock.today(timeZone);
    requireDay(input, 'probationUntil', {
      needed: input.decision === 'start_probation',
      from: shiftDay(today, { days: 1 }),
    });
    requireDay(input, 'seatOpensOn', { needed: input.decision === 'open_seat', from: today });
  }

  private openSeat(
    manager: EntityManager,
    viewer: Viewer,
    { membershipId, leftOn }: { membershipId: string; leftOn: string },
  ): Promise<void> {
    return blaming({ membershipId: 'alertId' }, async () => {
      const { seat } = await lockMembership(manager, viewer, membershipId, this.clock.now());
      await this.members.endSeat(manager, viewer, { seat, leftOn });
    });
  }
}

/**
 * The alert, kept from being decided by others until the transaction ends.
 * @throws DomainError NOT_FOUND
 */
async function lockAlert(manager: EntityManager, viewer: Viewer, id: string): Promise<Alert> {
  const alerts = onlyVisibleAlerts(manager.createQueryBuilder(Alert, 'alert').where({ id }), viewer);
  const alert = await alerts.setLock('for_no_key_update', undefined, ['alert']).getOne();
  return found(alert, 'alert', 'alertId');
}

/** @throws DomainError INVALID when the day is missing or has no meaning, DATE_OUT_OF_RANGE outside a year from `from` */
function requireDay(
  input: DecideAlertInput,
  field: 'probationUntil' | 'seatOpensOn',
  { needed, from }: { needed: boolean; from: string },
): void {
  const day = input[field];
  if (needed !== (day !== null)) {
    throw new DomainError('INVALID', `${field} goes with the decision that needs it, and with no other.`, [field]);
  }
  if (day !== null && (day < from || day > shiftDay(from, { years: 1 }))) {
    throw new DomainError('DATE_OUT_OF_RANGE', 'The day is to come, and within a year.', [field]);
  }
}
