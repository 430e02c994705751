import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an hour of a member is worth to himself; and the moves of referrals, so that a funnel reads nothing but their index. */
export class ReturnOnEffort1763000000022 implements MigrationInterface {
  name = 'ReturnOnEffort1763000000022';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- In the club's currency, which never changes; null while he has given none.
      ALTER TABLE memberships ADD COLUMN hourly_rate_minor bigint
        CONSTRAINT memberships_hourly_rate_is_positive CHECK (hourly_rate_minor > 0);

      DROP INDEX referral_moves_referral_id_idx;
      CREATE INDEX referral_moves_referral_id_idx ON referral_moves (referral_id, moved_at) INCLUDE (to_stage);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
