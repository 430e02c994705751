import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { Alert } from './alert.entity.js';
import { AlertDecision } from './alert-decision.entity.js';
import { AlertEvidence } from './alert-evidence.entity.js';
import { onlyVisibleAlerts } from './alerts.policy.js';
import type { AlertsArguments } from './alerts.types.js';

/** Reads alerts. */
@Injectable()
export class AlertsService {
  constructor(private readonly dataSource: DataSource) {}

  /** The alert, or null when there is none the viewer may see. */
  find(viewer: Viewer, id: string): Promise<Alert | null> {
    return this.visible(viewer).andWhere({ id }).getOne();
  }

  /** The alerts of a club, as far as the viewer may see them, the latest first. */
  ofClub(viewer: Viewer, club: Club, page: AlertsArguments): Promise<Connection<Alert>> {
    const alerts = this.visible(viewer).andWhere('alert.clubId = :clubId', { clubId: club.id });
    if (page.undecided !== null) {
      const decided = 'EXISTS (SELECT FROM alert_decisions d WHERE d.alert_id = alert.id)';
      alerts.andWhere(page.undecided ? `NOT ${decided}` : decided);
    }
    return paginate(alerts, page, { property: 'raisedAt', direction: 'DESC' });
  }

  /** The alerts about the viewer himself, of whatever club, the latest first. */
  aboutSelf(viewer: Viewer, page: PageArguments): Promise<Connection<Alert>> {
    const alerts = this.visible(viewer).andWhere('seat.personId = :viewerId', { viewerId: viewer.personId });
    return paginate(alerts, page, { property: 'raisedAt', direction: 'DESC' });
  }

  /** What an alert rests on, in order of time. */
  evidence(alert: Alert, page: PageArguments): Promise<Connection<AlertEvidence>> {
    const evidence = this.dataSource.getRepository(AlertEvidence).createQueryBuilder('piece');
    return paginate(evidence.where({ alertId: alert.id }), page, { property: 'day', direction: 'ASC' });
  }

  /** All that was decided about an alert, the latest first. */
  decisions(alert: Alert, page: PageArguments): Promise<Connection<AlertDecision>> {
    const decisions = this.dataSource.getRepository(AlertDecision).createQueryBuilder('decision');
    return paginate(decisions.where({ alertId: alert.id }), page, { property: 'decidedAt', direction: 'DESC' });
  }

  private visible(viewer: Viewer): SelectQueryBuilder<Alert> {
    return onlyVisibleAlerts(this.dataSource.getRepository(Alert).createQueryBuilder('alert'), viewer);
  }
}
