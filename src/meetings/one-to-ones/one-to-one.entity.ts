import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { canBecome, OneToOneState } from './one-to-one-state.js';

/** What one side offers the other. */
export interface Proposal {
  startsAt: Date | null;
  place: string | null;
  message: string | null;
}

/** What a row holds of what has not happened. */
export const untouched = {
  startsAt: null,
  place: null,
  message: null,
  proposedAt: null,
  answeredAt: null,
  heldOn: null,
  recordedById: null,
  recordedAt: null,
  cancelledAt: null,
  withdrawnAt: null,
  withdrawalReason: null,
};

/** For how long after it was recorded a one-to-one can be withdrawn, in milliseconds: seven days. */
const withdrawable = 7 * 24 * 3_600_000;

/**
 * Two members meet outside the meeting. The row holds the proposal that stands: whoever proposes last is its
 * proposer, and the other is the one to answer.
 */
@Entity('one_to_ones')
@ObjectType({ description: 'Two members meet outside the meeting. Nobody but these two sees it.' })
export class OneToOne {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the one-to-one.' })
  id: string;

  @Column('uuid')
  proposerId: string;

  @Column('uuid')
  partnerId: string;

  @Column('enum', { enum: OneToOneState, enumName: 'one_to_one_state' })
  @Field(() => OneToOneState, { description: 'How far it is.' })
  state: OneToOneState;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they want to meet; null when that is still open.' })
  startsAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where they want to meet; null when that is still open.' })
  place: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the proposer wrote with it; null for nothing.' })
  message: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was proposed last; null when it was recorded without a proposal.',
  })
  proposedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the partner accepted or declined; null while he has not.',
  })
  answeredAt: Date | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The civil day on which they met; null before.' })
  heldOn: string | null;

  @Column('uuid', { nullable: true })
  recordedById: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded that they met; null before.' })
  recordedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled; null unless it was.' })
  cancelledAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the record was withdrawn; null unless it was.' })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why the record was withdrawn; null unless it was.' })
  withdrawalReason: string | null;

  @Column('timestamptz')
  createdAt: Date;

  isOf(personId: string): boolean {
    return this.proposerId === personId || this.partnerId === personId;
  }

  /** The other of the two. */
  otherThan(personId: string): string {
    return this.proposerId === personId ? this.partnerId : this.proposerId;
  }

  /** @throws DomainError ONE_TO_ONE_NOT_OPEN unless it is proposed */
  accept(now: Date): void {
    this.become('accepted');
    this.answeredAt = now;
  }

  /** @throws DomainError ONE_TO_ONE_NOT_OPEN unless it is proposed */
  decline(now: Date): void {
    this.become('declined');
    this.answeredAt = now;
  }

  /** @throws DomainError ONE_TO_ONE_NOT_OPEN unless it is proposed or accepted */
  cancel(now: Date): void {
    this.become('cancelled');
    this.cancelledAt = now;
  }

  /**
   * A new proposal takes the place of the one that stands, and the other side is to answer it.
   * @throws DomainError ONE_TO_ONE_NOT_OPEN unless it is proposed or accepted
   */
  reschedule(proposerId: string, proposal: Proposal, now: Date): void {
    this.become('proposed');
    this.partnerId = this.otherThan(proposerId);
    this.proposerId = proposerId;
    Object.assign(this, proposal);
    this.proposedAt = now;
    this.answeredAt = null;
  }

  /**
   * @param heldOn the civil day on which they met
   * @throws DomainError ONE_TO_ONE_NOT_OPEN unless it is proposed or accepted
   */
  hold(recordedById: string, heldOn: string, now: Date): void {
    this.become('held');
    this.heldOn = heldOn;
    this.recordedById = recordedById;
    this.recordedAt = now;
  }

  /** @throws DomainError ONE_TO_ONE_NOT_OPEN unless it is held, DATE_OUT_OF_RANGE once seven days have passed */
  withdraw(reason: string, now: Date): void {
    const isInTime = this.isWithdrawableAt(now);
    this.become('withdrawn');
    if (!isInTime) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'It can be withdrawn for seven days after it was recorded.', [
        'oneToOneId',
      ]);
    }
    this.withdrawnAt = now;
    this.withdrawalReason = reason;
  }

  canBecome(state: OneToOneState): boolean {
    return canBecome(this.state, state);
  }

  isWithdrawableAt(now: Date): boolean {
    const sinceRecorded = this.recordedAt && now.getTime() - this.recordedAt.getTime();
    return sinceRecorded !== null && sinceRecorded <= withdrawable && this.canBecome('withdrawn');
  }

  private become(state: OneToOneState): void {
    if (!this.canBecome(state)) {
      throw new DomainError('ONE_TO_ONE_NOT_OPEN', `The one-to-one is ${this.state}; it cannot become ${state}.`, [
        'oneToOneId',
      ]);
    }
    this.state = state;
  }
}
