import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../platform/graphql/errors.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** Days on which a member is away although he keeps his seat. Why is nobody's business: no reason is kept. */
@Entity('leaves')
@ObjectType({ description: 'Days on which a member is away although he keeps his seat. No reason is kept.' })
export class Leave {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the leave.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  membershipId: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The first day he is away.' })
  startsOn: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day from which he is back; null while that is open.' })
  endsOn: string | null;

  @Column('uuid')
  recordedById: string;

  @Column('timestamptz')
  recordedAt: Date;

  /**
   * The end of a leave can only come nearer; who stays away longer goes on another.
   * @throws DomainError DATE_OUT_OF_RANGE
   */
  end(endsOn: string): void {
    if (this.endsOn !== null && endsOn > this.endsOn) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'The leave ends before that day already.', ['endsOn']);
    }
    this.endsOn = endsOn;
  }
}
