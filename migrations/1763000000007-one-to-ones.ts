import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations of two members outside the meeting, and the sheet each member keeps for them. */
export class OneToOnes1763000000007 implements MigrationInterface {
  name = 'OneToOnes1763000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE one_to_one_state AS ENUM ('proposed', 'accepted', 'declined', 'cancelled', 'held');
      CREATE TABLE one_to_ones (
        id uuid CONSTRAINT one_to_ones_pkey PRIMARY KEY,
        proposer_id uuid NOT NULL CONSTRAINT one_to_ones_proposer_id_fkey REFERENCES persons,
        partner_id uuid NOT NULL CONSTRAINT one_to_ones_partner_id_fkey REFERENCES persons,
        state one_to_one_state NOT NULL,
        starts_at timestamptz,
        place text,
        message text,
        proposed_at timestamptz,
        answered_at timestamptz,
        held_on date,
        recorded_by_id uuid CONSTRAINT one_to_ones_recorded_by_id_fkey REFERENCES persons,
        recorded_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT one_to_ones_take_two CHECK (proposer_id <> partner_id),
        CONSTRAINT one_to_ones_state_is_dated CHECK (
          (state = 'held') = (num_nonnulls(held_on, recorded_by_id, recorded_at) = 3)
          AND (state <> 'held') = (num_nulls(held_on, recorded_by_id, recorded_at) = 3)
          AND (state <> 'proposed' OR (proposed_at IS NOT NULL AND answered_at IS NULL))
        )
      );
      CREATE UNIQUE INDEX one_to_ones_same_pair_once_a_day
        ON one_to_ones (least(proposer_id, partner_id), greatest(proposer_id, partner_id), held_on)
        WHERE state = 'held';
      CREATE INDEX one_to_ones_proposer_id_idx ON one_to_ones (proposer_id, held_on);
      CREATE INDEX one_to_ones_partner_id_idx ON one_to_ones (partner_id, held_on);
      CREATE INDEX one_to_ones_recorded_by_id_idx ON one_to_ones (recorded_by_id);

      CREATE TABLE member_sheets (
        id uuid CONSTRAINT member_sheets_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT member_sheets_person_id_fkey REFERENCES persons,
        goals text,
        accomplishments text,
        interests text,
        networks text,
        skills text,
        updated_at timestamptz NOT NULL,
        CONSTRAINT member_sheets_one_per_person UNIQUE (person_id)
      );
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
