import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's login: at most one each. Nothing of it is shown; what others see is the person. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** argon2id in PHC form, salt and costs included. */
  @Column('text')
  passwordHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  passwordChangedAt: Date;
}
