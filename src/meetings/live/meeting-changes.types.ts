import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { AttendanceLetter } from '../attendance.entity.js';

/** One for each verb of the activities that the trigger `activities_are_changes_of_meetings` counts. */
export const MeetingChangeKind = describedEnum('MeetingChangeKind', 'What happened in a meeting.', {
  MEETING_OPENED: 'The meeting was opened.',
  MEETING_CLOSED: 'The meeting was closed.',
  MEETING_REOPENED: 'The meeting was opened again after it had been closed.',
  MEETING_CANCELLED: 'The meeting was cancelled.',
  MEETING_MOVED: 'The meeting was moved to another time or place.',
  MEETING_ADJUSTED: 'Something of the closed meeting was corrected.',
  MEETING_ATTENDANCE_RECORDED: 'Letters were set; `letters` says which.',
  AGENDA_CHANGED: 'The agenda was changed.',
  AGENDA_POINT_STARTED: 'A point of the agenda was begun.',
  AGENDA_PAUSED: 'The clock of the agenda was stopped.',
  SPEAKER_ASSIGNED: 'A member was given a turn to speak.',
  SPEAKER_RELEASED: 'A member gave up a turn to speak, or lost it.',
  SPEAKER_SWAPPED: 'Two members exchanged their turns to speak.',
  VISITOR_INVITED: 'A member invited a visitor.',
  VISITOR_REGISTERED: 'A visitor registered himself.',
  VISITOR_CONFIRMED: 'It was noted that a visitor will come.',
  VISITOR_CAME: 'It was recorded that a visitor came.',
  VISITOR_DID_NOT_COME: 'It was recorded that a visitor did not come.',
  VISITOR_FOLLOWED_UP: 'Somebody got in touch with a visitor after the meeting.',
  VISITOR_APPLIED: 'A visitor applied for a seat.',
  PRESENTATION_RECORDED: 'A presentation was recorded.',
  PRESENTATION_FOCUS_MARKED: 'It was marked what a presentation was about.',
  TESTIMONIAL_GIVEN: 'A testimonial was given.',
  EDUCATION_RECORDED: 'Education units were recorded.',
  ONE_TO_ONE_HELD: 'A one-to-one was recorded.',
  REFERRAL_GIVEN: 'A referral was given. To whom, and for what, is between the two.',
  DEAL_THANKED: 'Somebody was thanked for a deal. Who, and for how much, is between the two.',
});
export type MeetingChangeKind = (typeof MeetingChangeKind)[keyof typeof MeetingChangeKind];

@ObjectType({ description: 'What a letter was and what it became.' })
export class LetterChange {
  /** For the membership. */
  membershipId: string;

  @Field(() => AttendanceLetter, { nullable: true, description: 'The letter before; null when there was none.' })
  before: AttendanceLetter | null;

  @Field(() => AttendanceLetter, { description: 'The letter that was set.' })
  after: AttendanceLetter;
}

/** What an activity keeps beside its verb: a few ids and plain values, other ones for each verb. */
export interface ChangeDetails {
  membershipId?: string;
  changes?: LetterChange[];
}

@ObjectType({
  description:
    'One thing that happened in a meeting: what kind of thing it was and of whom. What there is now, is asked for where it belongs.',
})
export class MeetingChange {
  meetingId: string;
  actorId: string | null;
  subjectId: string;
  details: ChangeDetails;

  @Field(() => Int, { description: 'Its number among the changes of the meeting, from 1 on and without gaps.' })
  sequence: number;

  @Field(() => MeetingChangeKind, { description: 'What happened.' })
  kind: MeetingChangeKind;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  happenedAt: Date;
}

export const MeetingChangeConnection = connectionOf(MeetingChange);
