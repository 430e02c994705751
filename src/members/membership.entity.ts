import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../platform/graphql/errors.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** A person's dated seat in a club: from the day he joined until before the day he left. */
@Entity('memberships')
@ObjectType({ description: "A person's dated seat in a club, for one profession." })
export class Membership {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the membership.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  professionId: string;

  @Column('text')
  @Field({ description: "The name of the member's company." })
  company: string;

  @Column('date')
  @Field(() => DateScalar, { description: 'The first day of the seat.' })
  joinedOn: string;

  /** Exposed by the resolver, to those who may see it. */
  @Column('date')
  renewsOn: string;

  /** The day from which the seat is empty. Exposed by the resolver, to those who may see it. */
  @Column('date', { nullable: true })
  leftOn: string | null;

  /** What an hour of his is worth to him, in minor units of the club's currency. Exposed by a resolver, to himself. */
  @Column('bigint', { nullable: true })
  hourlyRateMinor: string | null;

  @Column('timestamptz')
  createdAt: Date;

  isHeldOn(day: string): boolean {
    return this.joinedOn <= day && (this.leftOn === null || this.leftOn > day);
  }

  /**
   * @param today the civil day in the club
   * @throws DomainError ALREADY_LEFT when the seat is empty by now
   */
  change(professionId: string, company: string, today: string): void {
    if (this.leftOn !== null && this.leftOn <= today) throw alreadyLeft();
    this.professionId = professionId;
    this.company = company;
  }

  /** @throws DomainError ALREADY_LEFT once the end of the seat is set */
  renew(renewsOn: string): void {
    this.requireOpenEnd();
    this.renewsOn = renewsOn;
  }

  /** @throws DomainError ALREADY_LEFT once the end of the seat is set */
  end(leftOn: string): void {
    this.requireOpenEnd();
    this.leftOn = leftOn;
  }

  private requireOpenEnd(): void {
    if (this.leftOn !== null) throw alreadyLeft();
  }
}

function alreadyLeft(): DomainError {
  return new DomainError('ALREADY_LEFT', 'The end of this membership is set already.', ['membershipId']);
}
