import { VisitorsService } from '../../meetings/visitors/visitors.service.js';
import type { Performances } from './season.player.js';

type VisitorActs =
  | 'inviteVisitor'
  | 'confirmVisitor'
  | 'recordVisit'
  | 'recordVisitorAbsence'
  | 'recordVisitorFollowUp'
  | 'recordVisitorApplication';

export const playVisitors: Performances<VisitorActs> = {
  inviteVisitor: async (stage, { key, meeting, contact, invitedBy }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting), contactId: stage.id('contact', contact) });
    stage.put('visitor', key, (await stage.service(VisitorsService).invite(await stage.as(invitedBy), input)).id);
    stage.put('visitor meeting', key, meeting);
  },

  confirmVisitor: async (stage, { visitor, by }) => {
    const input = stage.input({ visitorId: stage.id('visitor', visitor) });
    await stage.service(VisitorsService).confirm(await stage.as(by), input);
  },

  /** By the president, who leads the meeting. */
  recordVisit: async (stage, { visitor }) => {
    const president = await stage.asPresidentOf(stage.id('visitor meeting', visitor));
    const input = stage.input({ visitorId: stage.id('visitor', visitor) });
    await stage.service(VisitorsService).recordVisit(president, input);
  },

  recordVisitorAbsence: async (stage, { visitor, by }) => {
    const input = stage.input({ visitorId: stage.id('visitor', visitor) });
    await stage.service(VisitorsService).recordAbsence(await stage.as(by), input);
  },

  recordVisitorFollowUp: async (stage, { visitor, by }) => {
    const input = stage.input({ visitorId: stage.id('visitor', visitor) });
    await stage.service(VisitorsService).recordFollowUp(await stage.as(by), input);
  },

  recordVisitorApplication: async (stage, { visitor, by }) => {
    const input = stage.input({ visitorId: stage.id('visitor', visitor) });
    await stage.service(VisitorsService).recordApplication(await stage.as(by), input);
  },
};
