import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a mailed link is for. */
export type AccountTokenKind = 'invitation' | 'password_reset';

/** A mailed link. It works once, until it expires. */
@Entity('account_tokens')
export class AccountToken {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('enum', { enum: ['invitation', 'password_reset'], enumName: 'account_token_kind' })
  kind: AccountTokenKind;

  /** SHA-256 of the token; the token itself is in the mail alone. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
