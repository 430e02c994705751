import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a club keeps the details of contacts after their referrals, and whom it has told that they go. */
export class Retention1763000000017 implements MigrationInterface {
  name = 'Retention1763000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    // The default is for the versions that are there already; whoever adds one states every rule.
    await queryRunner.query(`
      ALTER TABLE club_rules
        ADD contact_retention_months smallint NOT NULL DEFAULT 12,
        ADD CONSTRAINT club_rules_retention_is_of_1_to_120_months CHECK (contact_retention_months BETWEEN 1 AND 120);
      ALTER TABLE club_rules ALTER contact_retention_months DROP DEFAULT;

      CREATE TABLE erasure_notices (
        contact_id uuid NOT NULL CONSTRAINT erasure_notices_contact_id_fkey REFERENCES contacts,
        erases_on date NOT NULL,
        owner_id uuid NOT NULL CONSTRAINT erasure_notices_owner_id_fkey REFERENCES persons,
        told_on date NOT NULL,
        CONSTRAINT erasure_notices_pkey PRIMARY KEY (contact_id, erases_on)
      );
      CREATE INDEX erasure_notices_owner_id_idx ON erasure_notices (owner_id, told_on);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
