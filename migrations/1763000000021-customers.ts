import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers as introducers: what a seller heard when he asked a customer whom he could introduce him to. */
export class Customers1763000000021 implements MigrationInterface {
  name = 'Customers1763000000021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE customer_question_outcome AS ENUM ('introduces', 'later', 'nobody');
      CREATE TABLE customer_questions (
        id uuid CONSTRAINT customer_questions_pkey PRIMARY KEY,
        seller_id uuid NOT NULL CONSTRAINT customer_questions_seller_id_fkey REFERENCES persons,
        contact_id uuid CONSTRAINT customer_questions_contact_id_fkey REFERENCES contacts,
        person_id uuid CONSTRAINT customer_questions_person_id_fkey REFERENCES persons,
        deal_id uuid CONSTRAINT customer_questions_deal_id_fkey REFERENCES deals,
        asked_on date NOT NULL,
        outcome customer_question_outcome NOT NULL,
        until date,
        note text,
        answered_at timestamptz NOT NULL,
        CONSTRAINT customer_questions_are_of_one_customer CHECK (num_nonnulls(contact_id, person_id) = 1),
        CONSTRAINT customer_questions_seller_is_not_customer CHECK (person_id <> seller_id),
        CONSTRAINT customer_questions_only_later_has_a_day CHECK ((outcome = 'later') = (until IS NOT NULL)),
        CONSTRAINT customer_questions_later_comes_after_asking CHECK (until > asked_on),
        CONSTRAINT customer_questions_note_says_something CHECK (note <> '')
      );
      CREATE INDEX customer_questions_seller_id_idx ON customer_questions (seller_id, asked_on);
      CREATE INDEX customer_questions_contact_id_idx ON customer_questions (contact_id);
      CREATE INDEX customer_questions_person_id_idx ON customer_questions (person_id);
      CREATE INDEX customer_questions_deal_id_idx ON customer_questions (deal_id);
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
