import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

export const CustomerQuestionOutcome = describedEnum(
  'CustomerQuestionOutcome',
  'What came of asking a customer whom he could introduce the seller to.',
  {
    INTRODUCES: 'He introduces somebody, or has done so.',
    LATER: 'He is to be asked again from a day on.',
    NOBODY: 'He knows nobody; he is asked again after his next deal.',
  },
);
export type CustomerQuestionOutcome = (typeof CustomerQuestionOutcome)[keyof typeof CustomerQuestionOutcome];

/** A seller asked a customer whom he could introduce him to. Each time is a row; it is the seller's alone. */
@Entity('customer_questions')
@ObjectType({ description: 'That the viewer asked a customer of his whom he could introduce him to.' })
export class CustomerQuestion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sellerId: string;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  /** After which deal; null when it was asked by itself. */
  @Column('uuid', { nullable: true })
  dealId: string | null;

  @Column('date')
  @Field(() => DateScalar, { description: 'The day he asked, in the time zone of his club.' })
  askedOn: string;

  @Column('enum', { enum: CustomerQuestionOutcome, enumName: 'customer_question_outcome' })
  @Field(() => CustomerQuestionOutcome, { description: 'What came of it.' })
  outcome: CustomerQuestionOutcome;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'From when on to ask again; null unless it is for later.' })
  until: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the viewer noted for himself; null without a note.' })
  note: string | null;

  @Column('timestamptz')
  answeredAt: Date;
}
