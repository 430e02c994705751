import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OfficeName } from '../../members/office.entity.js';

/** One point of the agenda a club begins its meetings with. */
@Entity('agenda_template_points')
@ObjectType({ description: 'One point of the agenda a club begins its meetings with.' })
export class AgendaTemplatePoint {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  clubId: string;

  /** Counts the points of the template from 1. */
  @Column('smallint')
  position: number;

  @Column('text')
  @Field({ description: 'What it is.' })
  title: string;

  @Column('smallint')
  @Field(() => Int, { description: 'How long it shall take, in seconds.' })
  plannedSeconds: number;

  @Column('enum', { enum: OfficeName, enumName: 'office_name', nullable: true })
  @Field(() => OfficeName, {
    nullable: true,
    description: 'Who is responsible for it; null when nobody in particular.',
  })
  office: OfficeName | null;
}
