import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One who keeps a network's tree, clubs and accounts. */
@Entity('network_administrators')
export class NetworkAdministrator {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  networkId: string;

  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;
}
