import { type AttendanceLetter } from '../../meetings/attendance.entity.js';
import { AttendanceService } from '../../meetings/attendance.service.js';
import { ClosingService } from '../../meetings/closing/closing.service.js';
import { MeetingsService } from '../../meetings/meetings.service.js';
import { VisitorsService } from '../../meetings/visitors/visitors.service.js';
import type { Performances } from './season.player.js';
import type { AttendanceLetterName } from './season.types.js';

const letters: Record<AttendanceLetterName, AttendanceLetter> = {
  P: 'present',
  A: 'absent',
  L: 'late',
  M: 'medical',
  S: 'substitute',
};

type MeetingActs =
  | 'planMeeting'
  | 'openMeeting'
  | 'recordAttendance'
  | 'closeMeeting'
  | 'inviteVisitor'
  | 'recordVisit';

/** Meetings are led by the president of the club. */
export const playMeetings: Performances<MeetingActs> = {
  planMeeting: async (stage, { key, club, startsAt }) => {
    const input = { clubId: stage.id('club', club), startsAt: stage.instant(startsAt, club), minutes: 90, place: null };
    const president = await stage.asOwner('president', club);
    stage.put('meeting', key, (await stage.service(MeetingsService).plan(president, stage.input(input))).id);
    stage.put('meeting club', key, club);
  },

  openMeeting: async (stage, { meeting }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting) });
    await stage.service(MeetingsService).open(await stage.asPresidentOf(meeting), input);
  },

  recordAttendance: async (stage, { meeting, letters: given, substitutes = {} }) => {
    const club = stage.id('meeting club', meeting);
    const input = stage.input({
      meetingId: stage.id('meeting', meeting),
      letters: Object.entries(given).map(([person, letter]) => ({
        membershipId: stage.id('seat', `${club} ${person}`),
        letter: letters[letter],
        substituteName: substitutes[person] ?? null,
      })),
    });
    await stage.service(AttendanceService).record(await stage.asPresidentOf(meeting), input);
  },

  closeMeeting: async (stage, { meeting }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting) });
    await stage.service(ClosingService).close(await stage.asPresidentOf(meeting), input);
  },

  inviteVisitor: async (stage, { key, meeting, contact, invitedBy }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting), contactId: stage.id('contact', contact) });
    stage.put('visitor', key, (await stage.service(VisitorsService).invite(await stage.as(invitedBy), input)).id);
    stage.put('visitor meeting', key, meeting);
  },

  recordVisit: async (stage, { visitor }) => {
    const president = await stage.asPresidentOf(stage.id('visitor meeting', visitor));
    await stage
      .service(VisitorsService)
      .recordVisit(president, stage.input({ visitorId: stage.id('visitor', visitor) }));
  },
};
