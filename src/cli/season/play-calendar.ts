import { HolidaysService } from '../../meetings/calendar/holidays.service.js';
import { MeetingSeriesService } from '../../meetings/calendar/meeting-series.service.js';
import { MoveMeetingService } from '../../meetings/calendar/move-meeting.service.js';
import type { Performances } from './season.player.js';

export const playCalendar: Performances<'planMeetingSeries' | 'addHoliday' | 'moveMeeting'> = {
  planMeetingSeries: async (stage, { key, club, by, rule, firstOn, startTime }) => {
    const input = stage.input({
      clubId: stage.id('club', club),
      rule,
      firstOn: stage.day(firstOn),
      startTime,
      minutes: 90,
      place: null,
    });
    const service = stage.service(MeetingSeriesService);
    const viewer = await stage.as(by);
    const series = await service.plan(viewer, input);
    const { nodes } = await service.meetings(viewer, series, { first: 100, after: null });
    for (const [index, { id }] of nodes.entries()) {
      stage.put('meeting', `${key}-${index + 1}`, id);
      stage.put('meeting club', `${key}-${index + 1}`, club);
    }
  },

  addHoliday: async (stage, { club, by, name, from, to }) => {
    const input = stage.input({ clubId: stage.id('club', club), name, from: stage.day(from), to: stage.day(to) });
    await stage.service(HolidaysService).add(await stage.as(by), input);
  },

  moveMeeting: async (stage, { meeting, by, startsAt, minutes, place }) => {
    const club = stage.id('meeting club', meeting);
    const meetingId = stage.id('meeting', meeting);
    const input = stage.input({ meetingId, startsAt: stage.instant(startsAt, club), minutes, place });
    await stage.service(MoveMeetingService).move(await stage.as(by), input);
  },
};
