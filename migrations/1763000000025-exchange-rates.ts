import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exchange rates, by which totals are converted: per euro, as they were published, and frozen from then on. */
export class ExchangeRates1763000000025 implements MigrationInterface {
  name = 'ExchangeRates1763000000025';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE exchange_rates (
        currency char(3) NOT NULL,
        day date NOT NULL,
        rate numeric NOT NULL,
        source text NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT exchange_rates_one_per_currency_and_day PRIMARY KEY (currency, day),
        CONSTRAINT exchange_rates_currency_is_iso_4217 CHECK (currency ~ '^[A-Z]{3}$'),
        CONSTRAINT exchange_rates_euro_has_none CHECK (currency <> 'EUR'),
        CONSTRAINT exchange_rates_rate_is_a_positive_number CHECK (rate > 0 AND rate < 1e12),
        CONSTRAINT exchange_rates_source_is_named CHECK (source <> '')
      );
      CREATE TRIGGER exchange_rates_are_frozen BEFORE UPDATE OR DELETE ON exchange_rates
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
