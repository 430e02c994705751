import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a referral was given in answer to an ask, with a contact of the giver: each once for an ask. */
@Entity('answered_asks')
export class AnsweredAsk {
  @PrimaryColumn('uuid')
  referralId: string;

  @Column('uuid')
  presentationId: string;

  @Column('uuid')
  contactId: string;
}
