import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a member lets others be led to his contacts by him: nobody, unless he says otherwise. */
export class Sharing1763000000018 implements MigrationInterface {
  name = 'Sharing1763000000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE sharing_level AS ENUM ('nobody', 'fellows', 'network');

      CREATE TABLE sharings (
        id uuid CONSTRAINT sharings_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT sharings_person_id_fkey REFERENCES persons,
        level sharing_level NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT sharings_one_per_person UNIQUE (person_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
