import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

export const SpeakerSwapState = describedEnum('SpeakerSwapState', 'How far a swap of two speakers is.', {
  PENDING: 'It is asked for and not answered.',
  ACCEPTED: 'It was accepted; each speaks where the other was to.',
  DECLINED: 'It was declined; nothing has changed.',
  WITHDRAWN: 'Who asked for it took it back; nothing has changed.',
});
export type SpeakerSwapState = (typeof SpeakerSwapState)[keyof typeof SpeakerSwapState];
export type SwapEnd = Exclude<SpeakerSwapState, 'pending'>;

/** What one speaker asks of another: that each speaks in the other's meeting. */
@Entity('speaker_swaps')
@ObjectType({ description: "What one speaker asks of another: that each speaks in the other's meeting." })
export class SpeakerSwap {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the swap.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  askingId: string;

  @Column('uuid')
  askedId: string;

  @Column('enum', { enum: SpeakerSwapState, enumName: 'speaker_swap_state' })
  @Field(() => SpeakerSwapState, { description: 'How far it is.' })
  state: SpeakerSwapState;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was answered or withdrawn; null while pending.',
  })
  endedAt: Date | null;

  /** @throws DomainError SWAP_ENDED unless it is pending */
  end(state: SwapEnd, now: Date): void {
    if (this.state !== 'pending') throw new DomainError('SWAP_ENDED', `The swap is ${this.state}.`, ['swapId']);
    this.state = state;
    this.endedAt = now;
  }
}
