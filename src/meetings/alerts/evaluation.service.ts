import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { rulesInForceOn } from '../../clubs/rules-in-force.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/id.js';
import { monthsUpTo } from '../../platform/period.js';
import { Meeting } from '../meeting.entity.js';
import { excusedPieces } from './excused-pieces.sql.js';
import { featuresOf } from './features-of.sql.js';
import type { Facts, Finding } from './finding.js';
import { judge } from './judge.js';
import { lettersUpTo } from './letters-up-to.sql.js';
import { raiseAlerts } from './raise-alerts.sql.js';
import { termsUpTo } from './terms-up-to.sql.js';
import { visitsUpTo } from './visits-up-to.sql.js';
import { attendanceWindow } from './window.js';

/** Judges meetings by the rules of their club, in as many statements for a small club as for a large one. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges a closed meeting as of its own day and, when a later one is closed already, as of that day too: what was
   * recorded late may count there. Called with the calendar of the club locked: its meetings are judged one after the
   * other, since each must see the letters of the others.
   */
  async evaluate(manager: EntityManager, meeting: Meeting): Promise<void> {
    await this.judgeAsOf(manager, meeting);
    const latest = await manager.findOneOrFail(Meeting, {
      where: { clubId: meeting.clubId, state: 'closed' },
      order: { startsAt: 'DESC' },
    });
    if (latest.id !== meeting.id) await this.judgeAsOf(manager, latest);
  }

  private async judgeAsOf(manager: EntityManager, meeting: Meeting): Promise<void> {
    const rules = await rulesInForceOn(manager, meeting.clubId, meeting.heldOn);
    const findings = judge(rules, await factsOf(manager, meeting, rules));
    if (findings.length > 0) await this.raise(manager, findings, { meeting, rules });
  }

  private async raise(
    manager: EntityManager,
    findings: Finding[],
    { meeting, rules }: { meeting: Meeting; rules: ClubRules },
  ): Promise<void> {
    const { id: meetingId, clubId } = meeting;
    const alerts = findings.map(({ evidence, ...finding }) => ({
      alert: { ...finding, id: newId(), clubId, rulesId: rules.id, meetingId, raisedAt: this.clock.now() },
      evidence,
    }));
    const raised = await raiseAlerts(
      manager,
      alerts.map(({ alert }) => alert),
      alerts.flatMap(({ alert, evidence }) => evidence.map((each) => ({ ...each, id: newId(), alertId: alert.id }))),
    );
    const fresh = alerts.filter(({ alert }) => raised.has(alert.id));
    if (fresh.length === 0) return;
    await this.activity.recordAll(
      manager,
      fresh.map(({ alert }) => ({
        actorId: null,
        verb: 'alert.raised',
        subject: alert,
        clubId,
        details: { rule: alert.rule, membershipId: alert.membershipId, visitorId: alert.visitorId },
      })),
    );
  }
}

async function factsOf(manager: EntityManager, { id, clubId, heldOn: day }: Meeting, rules: ClubRules): Promise<Facts> {
  return {
    day,
    letters: await lettersUpTo(manager, clubId, attendanceWindow(rules, day)),
    visits: await visitsUpTo(manager, id),
    terms: await termsUpTo(manager, clubId, day),
    features: await featuresOf(manager, id, monthsUpTo(day, rules.educationWindowMonths)),
    excused: await excusedPieces(manager, clubId),
  };
}
