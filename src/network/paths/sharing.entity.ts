import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';

export const SharingLevel = describedEnum(
  'SharingLevel',
  'How far a member lets others be led to his contacts by him.',
  {
    NOBODY: 'Nobody is led to them, and he is led to nobody. So it is until he says otherwise.',
    FELLOWS: 'The fellow members of his clubs may be led to them, and he to theirs.',
    NETWORK: 'Members of other clubs too, by a fellow they share with him, and he to theirs in the same way.',
  },
);
export type SharingLevel = (typeof SharingLevel)[keyof typeof SharingLevel];

/** What a person said last of how far he shares his contacts; without a row he shares with nobody. */
@Entity('sharings')
@ObjectType({ description: 'How far a member lets others be led to his contacts. Nobody but himself sees it.' })
export class Sharing {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('enum', { enum: SharingLevel, enumName: 'sharing_level' })
  @Field(() => SharingLevel, { description: 'How far: what he finds himself reaches as far, and no farther.' })
  level: SharingLevel;

  @Column('timestamptz')
  changedAt: Date;
}
