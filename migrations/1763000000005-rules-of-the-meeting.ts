import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a club's rules say beyond counting absences: the window, visits, terms of office, education. */
export class RulesOfTheMeeting1763000000005 implements MigrationInterface {
  name = 'RulesOfTheMeeting1763000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    // The defaults are for the versions that are there already; whoever adds one states every rule.
    await queryRunner.query(`
      CREATE TYPE absence_window AS ENUM ('continuous', 'semesters');
      ALTER TABLE club_rules
        ADD absence_window absence_window NOT NULL DEFAULT 'continuous',
        ADD visitor_visit_cap smallint NOT NULL DEFAULT 2,
        ADD office_term_months smallint NOT NULL DEFAULT 12,
        ADD education_units_before_feature numeric(4, 1) NOT NULL DEFAULT 1,
        ADD education_window_months smallint NOT NULL DEFAULT 6,
        ADD CONSTRAINT club_rules_limits_are_not_negative CHECK (
          visitor_visit_cap > 0 AND office_term_months > 0 AND education_units_before_feature >= 0
          AND education_window_months > 0
        );
      ALTER TABLE club_rules
        ALTER absence_window DROP DEFAULT,
        ALTER visitor_visit_cap DROP DEFAULT,
        ALTER office_term_months DROP DEFAULT,
        ALTER education_units_before_feature DROP DEFAULT,
        ALTER education_window_months DROP DEFAULT;
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
