import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** The database tells seconds too, which no series has. */
const hoursAndMinutes = { to: (time: string) => time, from: (time: string) => time.slice(0, 5) };

/** By what rule a club meets. It is not changed: it ends, and another is planned. */
@Entity('meeting_series')
@ObjectType({ description: 'By what rule a club meets. To change it, it is ended and another is planned.' })
export class MeetingSeries {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the series.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('text')
  @Field({ description: 'On which days, as an RRULE of RFC 5545 without DTSTART, such as FREQ=WEEKLY;BYDAY=TH.' })
  rule: string;

  @Column('date')
  @Field(() => DateScalar, { description: "The day from which the rule counts, in the club's time zone." })
  firstOn: string;

  @Column('time', { transformer: hoursAndMinutes })
  @Field({ description: 'At what time its meetings start by the clocks of the club, as HH:MM.' })
  startTime: string;

  @Column('smallint')
  @Field(() => Int, { description: 'How long its meetings last, in minutes.' })
  minutes: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where its meetings are; null when not noted.' })
  place: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day it has meetings, which may lie ahead; null until it was ended, also when its rule ends by itself.',
  })
  lastOn: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /**
   * @param yesterday the civil day in the club before today's
   * @throws DomainError DATE_OUT_OF_RANGE for an end in the past, or later than the one it has
   */
  end(lastOn: string, yesterday: string): void {
    if (lastOn < yesterday) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A series does not end before yesterday.', ['lastOn']);
    }
    if (this.lastOn !== null && lastOn >= this.lastOn) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'The end of a series is brought forward, not put off.', ['lastOn']);
    }
    this.lastOn = lastOn;
  }

  /** Whether it has meetings on a civil day or later. */
  isLiveOn(day: string): boolean {
    return this.lastOn === null || this.lastOn >= day;
  }
}
