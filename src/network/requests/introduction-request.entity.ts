import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import {
  canBecome,
  IntroductionRequestProgress,
  noReminders,
  progressAt,
  type Reminders,
  type RequestDates,
  remindersAfterPostponing,
  remindersToAnswer,
  remindersToAskContact,
  stateAt,
} from './request-progress.js';

/** An instant, and the civil day it is in the club of the member who was asked. */
export interface Moment {
  now: Date;
  today: string;
}

/**
 * A member asks another one for an introduction. The row has two faces. Whoever asked reads `stateAt`
 * (request-progress.ts), for which what the other answers does not exist; the member who was asked reads
 * the progress, his note and his contact, which the resolver shows to nobody else.
 */
@Entity('introduction_requests')
@ObjectType({ description: 'A member asks another one to introduce him to somebody.' })
export class IntroductionRequest implements RequestDates, Reminders {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the request.' })
  id: string;

  /** Whom the introduction is to serve. */
  @Column('uuid')
  requesterId: string;

  /** Who asks: the requester himself, or the member who passed his request on. */
  @Column('uuid')
  askingId: string;

  @Column('uuid')
  askedId: string;

  /** The club of the seat by which he is asked: his days are counted in it. */
  @Column('uuid')
  clubId: string;

  @Column('uuid')
  askedMembershipId: string;

  /** The request that was passed on by this one. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text')
  @Field({ description: 'Whom the requester seeks, such as facility manager of a hospital in Ghent.' })
  lookingFor: string;

  @Column('text')
  @Field({ description: 'What he says about it; it can be forwarded to the contact as it is.' })
  message: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt: Date;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it lapses unless it has led to an introduction.' })
  lapsesAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null unless it was.' })
  withdrawnAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it led to an introduction; null until then.' })
  introducedAt: Date | null;

  @Column('uuid', { nullable: true })
  introductionId: string | null;

  @Column('enum', { enum: IntroductionRequestProgress, enumName: 'introduction_request_progress' })
  progress: IntroductionRequestProgress;

  /** When it came to its progress. */
  @Column('timestamptz')
  movedAt: Date;

  @Column('date', { nullable: true })
  postponedUntil: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  viaContactId: string | null;

  @Column('date', { nullable: true })
  remindsOn: string | null;

  @Column('date', { nullable: true })
  remindsAgainOn: string | null;

  @Column('date', { nullable: true })
  remindedOn: string | null;

  /** Whether somebody asks on behalf of the requester. */
  get isPassedOn(): boolean {
    return this.parentId !== null;
  }

  /** Whether whoever asked still waits. */
  isOpenAt(now: Date): boolean {
    return stateAt(this, now) === 'waiting';
  }

  startReminders(today: string): void {
    Object.assign(this, remindersToAnswer(today));
  }

  /** @throws DomainError REQUEST_NOT_OPEN */
  accept(contactId: string, viaContactId: string | null, { now, today }: Moment): void {
    this.moveTo('accepted', now, remindersToAskContact(today));
    this.contactId = contactId;
    this.viaContactId = viaContactId;
  }

  /** @throws DomainError REQUEST_NOT_OPEN, DATE_OUT_OF_RANGE @param lastDay the day on which it lapses */
  postpone(until: string, { now, today }: Moment, lastDay: string): void {
    this.moveTo('postponed', now, remindersAfterPostponing(until));
    if (until <= today || until > lastDay) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'Postpone it to a later day, not after it lapses.', ['until']);
    }
    this.postponedUntil = until;
  }

  /** @throws DomainError REQUEST_NOT_OPEN */
  decline(note: string | null, now: Date): void {
    this.moveTo('declined', now);
    this.note = note;
  }

  /** @throws DomainError REQUEST_NOT_OPEN */
  passOn(now: Date): void {
    this.moveTo('passed_on', now);
  }

  /** @throws DomainError REQUEST_NOT_OPEN */
  refuseForContact(now: Date): void {
    this.moveTo('contact_refused', now);
  }

  /** @throws DomainError REQUEST_NOT_OPEN */
  introduce(introductionId: string, now: Date): void {
    this.moveTo('introduced', now);
    this.introductionId = introductionId;
    this.introducedAt = now;
  }

  /** Ends it without a word: somebody in it holds no seat any more. */
  endQuietly(now: Date): void {
    this.moveTo('lapsed', now);
  }

  /** Whoever asked takes it back. A no that was said before stays what the member who was asked knows of it. */
  withdraw(now: Date): void {
    if (canBecome(this.progress, 'withdrawn')) this.moveTo('withdrawn', now);
    this.withdrawnAt = now;
  }

  /** Whether the contact is being asked. */
  awaitsContactAt(now: Date): boolean {
    return progressAt(this, now) === 'accepted';
  }

  /** @throws DomainError REQUEST_NOT_OPEN unless the contact is being asked */
  requireAccepted(now: Date): void {
    if (!this.awaitsContactAt(now)) throw notOpen();
  }

  private moveTo(progress: IntroductionRequestProgress, now: Date, reminders: Reminders = noReminders): void {
    if (!canBecome(progressAt(this, now), progress)) throw notOpen();
    this.progress = progress;
    this.movedAt = now;
    Object.assign(this, reminders);
  }
}

export function notOpen(): DomainError {
  return new DomainError('REQUEST_NOT_OPEN', 'The request is not, or no longer, at a point where this can be done.', [
    'requestId',
  ]);
}
