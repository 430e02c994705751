import { DataSource } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import { AgendaPoint } from '../../meetings/agenda/agenda-point.entity.js';
import { AgendaRunsService } from '../../meetings/agenda/agenda-runs.service.js';
import type { Alert, AlertRule } from '../../meetings/alerts/alert.entity.js';
import type { AlertDecisionKind } from '../../meetings/alerts/alert-decision.entity.js';
import { AlertsService } from '../../meetings/alerts/alerts.service.js';
import { DecideAlertService } from '../../meetings/alerts/decide-alert.service.js';
import { AdjustingService } from '../../meetings/closing/adjusting.service.js';
import { ClosingService } from '../../meetings/closing/closing.service.js';
import { LeavesService } from '../../members/leaves.service.js';
import { lettersIn } from './play-meetings.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';
import type { Act } from './season.types.js';

type BoardActs = 'startAgendaPoint' | 'reopenMeeting' | 'adjustMeeting' | 'decideAlert' | 'recordLeave';
type Decision = Extract<Act, { act: 'decideAlert' }>;

/** @throws Error when Kring raised none about the member, or it is decided: the season is written wrongly */
async function undecidedAlert(stage: SeasonStage, { by, club, person, rule }: Decision): Promise<Alert> {
  const membershipId = stage.id('seat', `${club} ${person}`);
  const held = await stage
    .service(DataSource)
    .getRepository(Club)
    .findOneByOrFail({ id: stage.id('club', club) });
  const page = { undecided: true, first: 100, after: null };
  const { nodes } = await stage.service(AlertsService).ofClub(await stage.as(by), held, page);
  const isMeant = (alert: Alert) =>
    alert.membershipId === membershipId && alert.rule === (rule.toLowerCase() as AlertRule);
  const alert = nodes.find(isMeant);
  if (!alert) throw new Error(`No alert about ${person} by the rule ${rule} waits for a decision.`);
  return alert;
}

export const playBoard: Performances<BoardActs> = {
  startAgendaPoint: async (stage, { meeting, by, position }) => {
    const meetingId = stage.id('meeting', meeting);
    const points = stage.service(DataSource).getRepository(AgendaPoint);
    const { id: pointId } = await points.findOneByOrFail({ meetingId, position });
    await stage.service(AgendaRunsService).start(await stage.as(by), stage.input({ meetingId, pointId }));
  },

  reopenMeeting: async (stage, { meeting, by, reason }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting), reason });
    await stage.service(ClosingService).reopen(await stage.as(by), input);
  },

  adjustMeeting: async (stage, { meeting, by, reason, ...given }) => {
    const letters = lettersIn(stage, meeting, given);
    const input = stage.input({ meetingId: stage.id('meeting', meeting), reason, letters, visits: [] });
    await stage.service(AdjustingService).adjust(await stage.as(by), input);
  },

  decideAlert: async (stage, act) => {
    const { id: alertId } = await undecidedAlert(stage, act);
    const input = stage.input({
      alertId,
      decision: act.decision.toLowerCase() as AlertDecisionKind,
      probationUntil: act.probationUntil === null ? null : stage.day(act.probationUntil),
      seatOpensOn: null,
      note: act.note,
    });
    await stage.service(DecideAlertService).decide(await stage.as(act.by), input);
  },

  recordLeave: async (stage, { club, person, by, from, until }) => {
    const input = stage.input({
      membershipId: stage.id('seat', `${club} ${person}`),
      startsOn: stage.day(from),
      endsOn: until === null ? null : stage.day(until),
    });
    await stage.service(LeavesService).record(await stage.as(by), input);
  },
};
