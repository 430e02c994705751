import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CurrencyCodeScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { type Money, money } from '../platform/money.js';

/** A local group that meets, usually weekly. */
@Entity('clubs')
@ObjectType({ description: 'A local group that meets, usually weekly.' })
export class Club {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the club.' })
  id: string;

  @Column('uuid')
  networkId: string;

  @Column('uuid')
  regionId: string;

  @Column('text')
  @Field({ description: 'The name, used once in its region.' })
  name: string;

  @Column('text')
  @Field({ description: "The IANA time zone of the club: its days and its meetings' hours are counted in it." })
  timeZone: string;

  @Column('text')
  @Field({ description: 'The BCP 47 locale of the club, such as nl-BE.' })
  locale: string;

  @Column('char', { length: 3 })
  @Field(() => CurrencyCodeScalar, { description: 'The currency of the fee, and of a deal for which none is given.' })
  currency: string;

  /** In minor units of the club's currency. */
  @Column('bigint')
  feeMinor: string;

  @Column('smallint')
  @Field(() => Int, { description: 'How many months the fee pays for.' })
  feeMonths: number;

  @Column('timestamptz')
  createdAt: Date;

  get fee(): Money {
    return money(this.feeMinor, this.currency);
  }
}
