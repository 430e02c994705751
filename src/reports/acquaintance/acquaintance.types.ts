import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import type { SeatRow } from '../counts/seats-in-period.sql.js';

export const Acquaintance = describedEnum('Acquaintance', 'What a member has to do with another in a period.', {
  NOTHING: 'Neither of the two: here is somebody to sit down with.',
  MET: 'They held a one-to-one.',
  REFERRED: 'He gave the other a referral, at least one.',
  BOTH: 'They held a one-to-one, and he gave the other a referral.',
});
export type Acquaintance = (typeof Acquaintance)[keyof typeof Acquaintance];

@ObjectType({ description: 'What the member of the row has to do with one of the others.' })
export class AcquaintanceTie {
  /** Whom it leads to; the resolver makes a membership of it. */
  seat: SeatRow;

  @Field(() => Acquaintance, {
    description: 'Whether they met, which goes both ways, and whether he referred, which goes from him to the other.',
  })
  acquaintance: Acquaintance;
}

@ObjectType({ description: 'One member, and what he has to do with each of the others.' })
export class AcquaintanceRow {
  /** Whose row it is; the resolver makes a membership of it. */
  seat: SeatRow;

  /** The resolver gives them in pages. */
  ties: AcquaintanceTie[];
}

@ObjectType({
  description: 'Who of a club met whom, and who gave whom a referral, in a period: among those who hold a seat today.',
})
export class AcquaintanceMatrix {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the period.' })
  to: string;

  /** The resolver gives them in pages. */
  rows: AcquaintanceRow[];
}

export const AcquaintanceRowConnection = connectionOf(AcquaintanceRow);
export const AcquaintanceTieConnection = connectionOf(AcquaintanceTie);
