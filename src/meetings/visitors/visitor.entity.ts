import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { canReach, dateOf, stageOf, VisitorStage, type VisitorStep } from './visitor-stage.js';

/** A contact whom a member of the club invited to a meeting, with the dated steps he took since. */
@Entity('visitors')
@ObjectType({ description: 'Somebody without a seat whom a member invited to a meeting of the club.' })
export class Visitor {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the visit.' })
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  contactId: string;

  @Column('uuid')
  invitedByMembershipId: string;

  @Column('uuid')
  invitedById: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When he was invited; for who registered himself, when he did.' })
  invitedAt: Date;

  /** By which link he registered himself. */
  @Column('uuid', { nullable: true })
  linkId: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When he registered himself by a link; null if not.' })
  registeredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded that he will come; null if not.' })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded that he came; null until then.' })
  cameAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was recorded that he did not come; null if not.',
  })
  didNotComeAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When he was followed up; null until then.' })
  followedUpAt: Date | null;

  @Column('uuid', { nullable: true })
  followedUpById: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When he applied for a seat; null until then.' })
  appliedAt: Date | null;

  /** How many meetings of the club he had come to before, kept when he was erased; else it is counted. */
  @Column('smallint', { nullable: true })
  earlierVisits: number | null;

  @Field(() => VisitorStage, { description: 'How far he is.' })
  get stage(): VisitorStage {
    return stageOf(this);
  }

  /** Whether he came; null while neither is recorded. */
  get came(): boolean | null {
    if (this.cameAt !== null) return true;
    return this.didNotComeAt !== null ? false : null;
  }

  canTake(step: VisitorStep): boolean {
    return canReach(this.stage, step);
  }

  /**
   * Records a step. One that was recorded before stays as it was recorded first: two at the door may tick the same name.
   * @param byId who records it
   * @returns whether it is news
   * @throws DomainError VISITOR_DID_NOT_COME, STAGE_NOT_REACHABLE
   */
  take(step: VisitorStep, now: Date, byId: string): boolean {
    const isNews = this.reach(step, now);
    if (isNews && step === 'followed_up') this.followedUpById = byId;
    return isNews;
  }

  /**
   * He registers himself, which confirms that he comes. The first time counts.
   * @returns whether it is news
   */
  register(linkId: string, now: Date): boolean {
    if (this.registeredAt !== null) return false;
    this.registeredAt = now;
    this.linkId = linkId;
    this.confirmedAt ??= now;
    return true;
  }

  private reach(step: VisitorStep, now: Date): boolean {
    if (this[dateOf[step]] !== null) return false;
    if (!this.canTake(step)) throw this.cannot(step);
    this[dateOf[step]] = now;
    if (step === 'came') this.didNotComeAt = null;
    if (step === 'did_not_come') this.cameAt = null;
    return true;
  }

  private cannot(step: VisitorStep): DomainError {
    if (this.cameAt === null && (step === 'followed_up' || step === 'applied')) {
      return new DomainError('VISITOR_DID_NOT_COME', 'Only who came is followed up or applies.', ['visitorId']);
    }
    const words = [this.stage, step].map((stage) => stage.replaceAll('_', ' '));
    return new DomainError('STAGE_NOT_REACHABLE', `The visitor does not go from ${words.join(' to ')}.`, ['visitorId']);
  }
}

/** A visitor who was invited, and of whom nothing else is recorded yet. */
export const justInvited = {
  linkId: null,
  registeredAt: null,
  confirmedAt: null,
  cameAt: null,
  didNotComeAt: null,
  followedUpAt: null,
  followedUpById: null,
  appliedAt: null,
  earlierVisits: null,
} as const satisfies Partial<Visitor>;
