import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OfficeName } from '../../members/office.entity.js';

/** One point of the agenda of one meeting: the meeting's own, whatever becomes of the club's template. */
@Entity('agenda_points')
export class AgendaPoint {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  meetingId: string;

  /** Counts the points of the meeting from 1. */
  @Column('smallint')
  position: number;

  @Column('text')
  title: string;

  @Column('smallint')
  plannedSeconds: number;

  @Column('enum', { enum: OfficeName, enumName: 'office_name', nullable: true })
  office: OfficeName | null;
}
