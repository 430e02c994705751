import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

const text = (description: string): PropertyDecorator =>
  Field(() => String, { nullable: true, description: `${description}; null when not written.` });

/** What a member wants those to know who meet him. It is the person's, and survives every membership. */
@Entity('member_sheets')
@ObjectType({ description: 'What a member wants those to know who have a one-to-one with him.' })
export class MemberSheet {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the sheet.' })
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text', { nullable: true })
  @text('Goals: what he works towards')
  goals: string | null;

  @Column('text', { nullable: true })
  @text('Accomplishments: what he is proud of')
  accomplishments: string | null;

  @Column('text', { nullable: true })
  @text('Interests: what he likes to do and to talk about')
  interests: string | null;

  @Column('text', { nullable: true })
  @text('Networks: where else he knows people')
  networks: string | null;

  @Column('text', { nullable: true })
  @text('Skills: what he is good at')
  skills: string | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When he wrote it last.' })
  updatedAt: Date;
}
