import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision how the credit for a deal is shared. The latest one of a deal is in force. */
@Entity('credit_splits')
export class CreditSplit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  dealId: string;

  @Column('uuid')
  decidedById: string;

  @Column('timestamptz')
  decidedAt: Date;
}

/** One member's share in a split; all shares of a split sum to exactly 100, which the database sees to as well. */
@Entity('credit_shares')
export class CreditShare {
  @PrimaryColumn('uuid')
  splitId: string;

  @PrimaryColumn('uuid')
  personId: string;

  /** Up to two decimals. */
  @Column('numeric', { precision: 5, scale: 2 })
  percent: string;
}
