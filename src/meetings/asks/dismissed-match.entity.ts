import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a contact does not fit an ask although the words say so. The owner of the contact said it, for himself. */
@Entity('dismissed_matches')
export class DismissedMatch {
  @PrimaryColumn('uuid')
  presentationId: string;

  @PrimaryColumn('uuid')
  contactId: string;

  @Column('timestamptz')
  dismissedAt: Date;
}
