import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of time in which a point of an agenda ran. A point may run several times, a meeting's one at a time. */
@Entity('agenda_runs')
export class AgendaRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  pointId: string;

  @Column('timestamptz')
  startedAt: Date;

  /** Null while it runs. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** It never ends before it started, even if the server's clock was set back meanwhile. */
  end(now: Date): Date {
    this.endedAt = now < this.startedAt ? this.startedAt : now;
    return this.endedAt;
  }
}
