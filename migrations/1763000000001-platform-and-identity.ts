import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, their accounts and sessions, what happened, and the keys that make a retry harmless. */
export class PlatformAndIdentity1763000000001 implements MigrationInterface {
  name = 'PlatformAndIdentity1763000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS citext;

      CREATE TABLE persons (
        id uuid CONSTRAINT persons_pkey PRIMARY KEY,
        given_name text NOT NULL,
        family_name text NOT NULL,
        email citext NOT NULL,
        phone text,
        locale text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT persons_email_is_used_once UNIQUE (email),
        CONSTRAINT persons_have_a_name CHECK (given_name <> '' AND family_name <> '')
      );

      CREATE TABLE accounts (
        id uuid CONSTRAINT accounts_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT accounts_person_id_fkey REFERENCES persons,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        password_changed_at timestamptz NOT NULL,
        CONSTRAINT accounts_one_per_person UNIQUE (person_id)
      );

      CREATE TABLE sessions (
        id uuid CONSTRAINT sessions_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts,
        token_hash bytea NOT NULL,
        client text,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT sessions_token_is_unique UNIQUE (token_hash)
      );
      CREATE INDEX sessions_account_id_idx ON sessions (account_id, created_at);

      CREATE TYPE account_token_kind AS ENUM ('invitation', 'password_reset');
      CREATE TABLE account_tokens (
        id uuid CONSTRAINT account_tokens_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT account_tokens_person_id_fkey REFERENCES persons,
        kind account_token_kind NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT account_tokens_token_is_unique UNIQUE (token_hash)
      );
      CREATE INDEX account_tokens_person_id_idx ON account_tokens (person_id);

      CREATE TABLE sign_in_attempts (
        id uuid CONSTRAINT sign_in_attempts_pkey PRIMARY KEY,
        throttle_key text NOT NULL,
        attempted_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempts_throttle_key_idx ON sign_in_attempts (throttle_key, attempted_at);

      CREATE TABLE activities (
        id uuid CONSTRAINT activities_pkey PRIMARY KEY,
        happened_at timestamptz NOT NULL,
        actor_id uuid CONSTRAINT activities_actor_id_fkey REFERENCES persons,
        verb text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        club_id uuid,
        details jsonb NOT NULL,
        CONSTRAINT activities_verb_names_subject_and_act CHECK (verb ~ '^[a-z_]+\\.[a-z_]+$')
      );
      CREATE INDEX activities_subject_idx ON activities (subject_id, happened_at);
      CREATE INDEX activities_actor_id_idx ON activities (actor_id);
      CREATE INDEX activities_club_id_idx ON activities (club_id, happened_at);

      CREATE FUNCTION refuse_rewriting_the_past() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER activities_are_append_only BEFORE UPDATE OR DELETE ON activities
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE idempotency_keys (
        person_id uuid NOT NULL CONSTRAINT idempotency_keys_person_id_fkey REFERENCES persons,
        key uuid NOT NULL,
        act text NOT NULL,
        input_hash bytea NOT NULL,
        subject_id uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (person_id, key)
      );
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
