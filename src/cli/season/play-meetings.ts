import { type AttendanceLetter } from '../../meetings/attendance.entity.js';
import { AttendanceService } from '../../meetings/attendance.service.js';
import { ClosingService } from '../../meetings/closing/closing.service.js';
import { MeetingsService } from '../../meetings/meetings.service.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';
import type { AttendanceLetterName } from './season.types.js';

const letterNames: Record<AttendanceLetterName, AttendanceLetter> = {
  P: 'present',
  A: 'absent',
  L: 'late',
  M: 'medical',
  S: 'substitute',
};

/** Letters by person key, as the attendance of a meeting takes them. */
export function lettersIn(
  stage: SeasonStage,
  meeting: string,
  {
    letters,
    substitutes = {},
  }: { letters: Record<string, AttendanceLetterName>; substitutes?: Record<string, string> },
) {
  return Object.entries(letters).map(([person, letter]) => ({
    membershipId: stage.seatIn(meeting, person),
    letter: letterNames[letter],
    substituteName: substitutes[person] ?? null,
  }));
}

type MeetingActs = 'planMeeting' | 'openMeeting' | 'recordAttendance' | 'closeMeeting';

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

  recordAttendance: async (stage, { meeting, ...given }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting), letters: lettersIn(stage, meeting, given) });
    await stage.service(AttendanceService).record(await stage.asPresidentOf(meeting), input);
  },

  closeMeeting: async (stage, { meeting }) => {
    const input = stage.input({ meetingId: stage.id('meeting', meeting) });
    await stage.service(ClosingService).close(await stage.asPresidentOf(meeting), input);
  },
};
