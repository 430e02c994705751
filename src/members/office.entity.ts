import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { DomainError } from '../platform/graphql/errors.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

export const OfficeName = describedEnum('OfficeName', 'What a member can be responsible for in his club.', {
  PRESIDENT: 'Leads the club. One at a time.',
  VICE_PRESIDENT: 'Leads it together with the president, and in his place. One at a time.',
  SECRETARY_TREASURER: 'Keeps the meetings, the records and the fees. One at a time.',
  MEMBERSHIP_COMMITTEE: 'Admits members and looks after renewals.',
  EDUCATION: 'Looks after what the members learn.',
  VISITOR_HOST: 'Receives the visitors.',
});
export type OfficeName = (typeof OfficeName)[keyof typeof OfficeName];

/** A dated role of a member in his club. Whoever holds one is on the board. */
@Entity('offices')
@ObjectType({ description: 'A term in which a member holds an office of his club. Whoever holds one is on its board.' })
export class Office {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the term.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('enum', { enum: OfficeName, enumName: 'office_name' })
  @Field(() => OfficeName, { description: 'Which office it is.' })
  name: OfficeName;

  @Column('date')
  @Field(() => DateScalar, { description: 'The first day of the term.' })
  startsOn: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds; null while open.' })
  endsOn: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /**
   * The end of a term can only come nearer, so that no term outlasts the seat it was given to.
   * @throws DomainError DATE_OUT_OF_RANGE
   */
  end(endsOn: string): void {
    if (this.endsOn !== null && endsOn > this.endsOn) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'The term ends before that day already.', ['endsOn']);
    }
    this.endsOn = endsOn;
  }
}
