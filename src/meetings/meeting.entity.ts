import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { shiftDay } from '../platform/clock.js';
import { describedEnum } from '../platform/graphql/enum.js';
import { DomainError } from '../platform/graphql/errors.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graphql/scalars.js';

export const MeetingState = describedEnum('MeetingState', 'How far a meeting is.', {
  PLANNED: 'It is to come; visitors can be invited.',
  OPEN: 'It is going on; attendance is recorded.',
  CLOSED: 'It was held and counts; its attendance is locked.',
  CANCELLED: 'It was or will not be held, and counts for nothing.',
});
export type MeetingState = (typeof MeetingState)[keyof typeof MeetingState];

const statesAfter: Record<MeetingState, MeetingState[]> = {
  planned: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['open'],
  cancelled: [],
};

/** For how many days after a meeting its closing can be taken back. What is corrected later is an adjusting entry. */
const reopeningDays = 31;
/** How far ahead a meeting can be planned, in milliseconds: two years. What lies further is a slip of the hand. */
const horizon = 2 * 366 * 24 * 3_600_000;

/** @throws DomainError DATE_OUT_OF_RANGE for a start more than two years ahead */
export function requireWithinHorizon(now: Date, startsAt: Date): void {
  if (startsAt.getTime() > now.getTime() + horizon) {
    throw new DomainError('DATE_OUT_OF_RANGE', 'A meeting is planned at most two years ahead.', ['startsAt']);
  }
}

/** One gathering of a club: planned, open and closed, or cancelled. */
@Entity('meetings')
@ObjectType({ description: 'One gathering of a club: planned, open and closed, or cancelled.' })
export class Meeting {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the meeting.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it starts.' })
  startsAt: Date;

  @Column('date')
  @Field(() => DateScalar, { description: "The civil day on which it starts, in the club's time zone." })
  heldOn: string;

  @Column('smallint')
  @Field(() => Int, { description: 'How long it lasts, in minutes.' })
  minutes: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where it is; null when not noted.' })
  place: string | null;

  @Column('enum', { enum: MeetingState, enumName: 'meeting_state' })
  @Field(() => MeetingState, { description: 'How far it is.' })
  state: MeetingState;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened; null before.' })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed last; null unless it is.' })
  closedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled; null unless it was.' })
  cancelledAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null unless it was.' })
  cancellationReason: string | null;

  /** The series it was planned by, and the civil day for which; null for a meeting planned by itself. */
  @Column('uuid', { nullable: true })
  seriesId: string | null;

  @Column('date', { nullable: true })
  seriesOn: string | null;

  /** The holiday that cancelled it; null unless one did. Only when that is removed is a cancelled meeting planned again. */
  @Column('uuid', { nullable: true })
  holidayId: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was to start before its start was moved first; null unless it was.',
  })
  originalStartsAt: Date | null;

  /** How often it was moved, cancelled or planned again, for calendars: the SEQUENCE of RFC 5545. */
  @Column('integer')
  revision: number;

  /** When that was last; null while the revision is 0. */
  @Column('timestamptz', { nullable: true })
  revisedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /**
   * @param today the civil day in the club
   * @throws DomainError MEETING_NOT_OPEN unless it is planned, DATE_OUT_OF_RANGE before its day
   */
  open(now: Date, today: string): void {
    this.requireState(['planned']);
    this.become('open');
    if (today < this.heldOn) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A meeting is not opened before its day.', ['meetingId']);
    }
    this.openedAt = now;
  }

  /** @throws DomainError MEETING_NOT_OPEN unless it is open */
  close(now: Date): void {
    this.become('closed');
    this.closedAt = now;
  }

  /**
   * Takes the closing back: it counts for nothing until it is closed again.
   * @param today the civil day in the club
   * @throws DomainError MEETING_NOT_OPEN unless it is closed, DATE_OUT_OF_RANGE when it was held too long ago
   */
  reopen(today: string): void {
    this.requireState(['closed']);
    if (!this.canReopen(today)) {
      const message = `A meeting is reopened at most ${reopeningDays} days after its day; adjust it instead.`;
      throw new DomainError('DATE_OUT_OF_RANGE', message, ['meetingId']);
    }
    this.become('open');
    this.closedAt = null;
  }

  /** @param today the civil day in the club */
  canReopen(today: string): boolean {
    return this.state === 'closed' && today <= shiftDay(this.heldOn, { days: reopeningDays });
  }

  /** @throws DomainError MEETING_NOT_OPEN when it is closed or cancelled */
  cancel(now: Date, reason: string): void {
    this.become('cancelled');
    this.cancelledAt = now;
    this.cancellationReason = reason;
    this.revise(now);
  }

  /**
   * @throws DomainError MEETING_NOT_OPEN unless it is planned, DATE_OUT_OF_RANGE into the past or too far ahead
   */
  move(now: Date, to: { startsAt: Date; heldOn: string; minutes: number; place: string | null }): void {
    this.requireState(['planned']);
    requireWithinHorizon(now, to.startsAt);
    if (to.startsAt <= now) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A meeting is not moved into the past.', ['startsAt']);
    }
    if (to.startsAt.getTime() !== this.startsAt.getTime()) this.originalStartsAt ??= this.startsAt;
    Object.assign(this, to);
    this.revise(now);
  }

  canBecome(state: MeetingState): boolean {
    return statesAfter[this.state].includes(state);
  }

  /** Whether visitors can still be invited. */
  isToBeHeld(): boolean {
    return this.state === 'planned' || this.state === 'open';
  }

  /**
   * @param field the input field that led to the meeting
   * @throws DomainError MEETING_NOT_OPEN unless it is in one of the states
   */
  requireState(states: MeetingState[], field = 'meetingId'): void {
    if (!states.includes(this.state)) throw this.isNot(states.join(' or '), field);
  }

  private revise(now: Date): void {
    this.revision += 1;
    this.revisedAt = now;
  }

  private become(state: MeetingState): void {
    if (!this.canBecome(state)) throw this.isNot(`about to be ${state}`, 'meetingId');
    this.state = state;
  }

  private isNot(wanted: string, field: string): DomainError {
    return new DomainError('MEETING_NOT_OPEN', `The meeting is ${this.state}, not ${wanted}.`, [field]);
  }
}
