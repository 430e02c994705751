import type { AttendanceLetterName, Moment } from './season.types.js';

export type PresentationKindName = 'WEEKLY' | 'FEATURE';
export type PresentationFocusName = 'ASKS_FOR_REFERRAL' | 'SELLS_TO_ROOM';
export type AlertRuleName = 'ABSENCES' | 'EDUCATION';
export type AlertDecisionName = 'WARN' | 'EXCUSE' | 'START_PROBATION';

/** What is said in a meeting, and who is to speak. `by` is the person who records it. */
type ContributionAct =
  /** A turn; recorded again, it changes what is said of it. */
  | {
      act: 'recordPresentation';
      meeting: string;
      person: string;
      by: string;
      kind: PresentationKindName;
      ask: string | null;
      focus: PresentationFocusName | null;
    }
  | {
      act: 'markPresentationFocus';
      meeting: string;
      person: string;
      by: string;
      kind: PresentationKindName;
      focus: PresentationFocusName;
    }
  | { act: 'assignSpeaker'; meeting: string; person: string; by: string }
  | { act: 'releaseSpeaker'; meeting: string; person: string; by: string }
  /** The speaker of one meeting asks that of another to swap. */
  | { act: 'requestSpeakerSwap'; meeting: string; person: string; withMeeting: string; withPerson: string }
  /** `on` is the civil day of earning, counted as `day` of a Moment; units are a decimal. */
  | { act: 'recordEducation'; club: string; person: string; by: string; units: string; topic: string; on: number }
  | { act: 'giveTestimonial'; club: string; giver: string; receiver: string; text: string };

/** How far a visitor is, beyond being invited and coming. */
type VisitorAct =
  | { act: 'confirmVisitor'; visitor: string; by: string }
  | { act: 'recordVisitorAbsence'; visitor: string; by: string }
  | { act: 'recordVisitorFollowUp'; visitor: string; by: string }
  | { act: 'recordVisitorApplication'; visitor: string; by: string };

/** Two members meet. What is recorded without a proposal has no key unless a later act names it. */
type OneToOneAct =
  | {
      act: 'proposeOneToOne';
      key: string;
      by: string;
      with: string;
      startsAt: Moment;
      place: string | null;
      message: string | null;
    }
  | { act: 'acceptOneToOne'; oneToOne: string; by: string }
  | { act: 'declineOneToOne'; oneToOne: string; by: string }
  | { act: 'recordOneToOne'; key?: string; by: string; with: string; on: number }
  | { act: 'holdOneToOne'; oneToOne: string; by: string; on: number }
  | { act: 'withdrawOneToOne'; oneToOne: string; by: string; reason: string }
  | {
      act: 'changeMemberSheet';
      person: string;
      goals: string | null;
      accomplishments: string | null;
      interests: string | null;
      networks: string | null;
      skills: string | null;
    };

/** What the board does. Days are counted as `day` of a Moment. */
type BoardAct =
  /** Starts the point at a position of the meeting's agenda, counted from 1. */
  | { act: 'startAgendaPoint'; meeting: string; by: string; position: number }
  | { act: 'reopenMeeting'; meeting: string; by: string; reason: string }
  | {
      act: 'adjustMeeting';
      meeting: string;
      by: string;
      letters: Record<string, AttendanceLetterName>;
      substitutes?: Record<string, string>;
      reason: string;
    }
  /** About the latest alert that Kring raised about a member by a rule, if nothing is decided about it yet. */
  | {
      act: 'decideAlert';
      club: string;
      by: string;
      rule: AlertRuleName;
      person: string;
      decision: AlertDecisionName;
      probationUntil: number | null;
      note: string;
    }
  /** `until` is the day from which he is back; null while that is open. */
  | { act: 'recordLeave'; club: string; person: string; by: string; from: number; until: number | null };

/** What lies ahead when the season ends. */
type CalendarAct =
  /** Its meetings are called by the key with a number from 1: gent-ahead-1, gent-ahead-2, … */
  | {
      act: 'planMeetingSeries';
      key: string;
      club: string;
      by: string;
      rule: string;
      firstOn: number;
      startTime: string;
    }
  | { act: 'addHoliday'; club: string; by: string; name: string; from: number; to: number }
  | { act: 'moveMeeting'; meeting: string; by: string; startsAt: Moment; minutes: number; place: string | null };

/** The weekly meeting beyond who was there, and what belongs to it. None of it changes a chain or a deal. */
export type WeeklyAct = ContributionAct | VisitorAct | OneToOneAct | BoardAct | CalendarAct;
