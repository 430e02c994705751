import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The region tree, clubs with their rules, professions, seats, offices, directors and administrators. */
export class ClubsAndMembers1763000000002 implements MigrationInterface {
  name = 'ClubsAndMembers1763000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TYPE region_kind AS ENUM ('network', 'country', 'region');
      CREATE TABLE regions (
        id uuid CONSTRAINT regions_pkey PRIMARY KEY,
        network_id uuid NOT NULL,
        parent_id uuid,
        kind region_kind NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT regions_network_id_fkey FOREIGN KEY (network_id) REFERENCES regions,
        CONSTRAINT regions_id_network_id_key UNIQUE (id, network_id),
        CONSTRAINT regions_parent_is_in_the_same_network FOREIGN KEY (parent_id, network_id)
          REFERENCES regions (id, network_id),
        CONSTRAINT regions_network_is_the_root CHECK ((kind = 'network') = (parent_id IS NULL)),
        CONSTRAINT regions_root_is_its_own_network CHECK ((kind = 'network') = (network_id = id)),
        CONSTRAINT regions_have_a_name CHECK (name <> ''),
        CONSTRAINT regions_name_is_used_once_below_its_parent UNIQUE (parent_id, name)
      );
      CREATE INDEX regions_network_id_idx ON regions (network_id);
      CREATE INDEX regions_parent_id_idx ON regions (parent_id, network_id);

      CREATE TABLE clubs (
        id uuid CONSTRAINT clubs_pkey PRIMARY KEY,
        network_id uuid NOT NULL,
        region_id uuid NOT NULL,
        name text NOT NULL,
        time_zone text NOT NULL,
        locale text NOT NULL,
        currency char(3) NOT NULL,
        fee_minor bigint NOT NULL,
        fee_months smallint NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT clubs_region_is_in_the_network FOREIGN KEY (region_id, network_id)
          REFERENCES regions (id, network_id),
        CONSTRAINT clubs_name_is_used_once_in_a_region UNIQUE (region_id, name),
        CONSTRAINT clubs_have_a_name CHECK (name <> ''),
        CONSTRAINT clubs_currency_is_iso_4217 CHECK (currency ~ '^[A-Z]{3}$'),
        CONSTRAINT clubs_fee_is_not_negative CHECK (fee_minor >= 0 AND fee_months > 0)
      );

      CREATE INDEX clubs_region_id_idx ON clubs (region_id, network_id);
      CREATE INDEX clubs_network_id_idx ON clubs (network_id, name);

      CREATE TABLE club_rules (
        id uuid CONSTRAINT club_rules_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT club_rules_club_id_fkey REFERENCES clubs,
        version integer NOT NULL,
        valid_from date NOT NULL,
        first_contact_target_hours smallint NOT NULL,
        former_customer_after_months smallint NOT NULL,
        absence_alert_count smallint NOT NULL,
        absence_window_months smallint NOT NULL,
        late_per_absence smallint NOT NULL,
        substitute_cap smallint NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT club_rules_version_is_used_once UNIQUE (club_id, version),
        CONSTRAINT club_rules_one_version_per_day UNIQUE (club_id, valid_from),
        CONSTRAINT club_rules_numbers_are_positive CHECK (
          version > 0 AND first_contact_target_hours > 0 AND former_customer_after_months > 0
          AND absence_alert_count > 0 AND absence_window_months > 0 AND late_per_absence > 0 AND substitute_cap >= 0
        )
      );
      CREATE TRIGGER club_rules_are_append_only BEFORE UPDATE OR DELETE ON club_rules
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();

      CREATE TABLE professions (
        id uuid CONSTRAINT professions_pkey PRIMARY KEY,
        name citext NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT professions_name_is_used_once UNIQUE (name),
        CONSTRAINT professions_have_a_name CHECK (name <> '')
      );

      CREATE TABLE memberships (
        id uuid CONSTRAINT memberships_pkey PRIMARY KEY,
        club_id uuid NOT NULL CONSTRAINT memberships_club_id_fkey REFERENCES clubs,
        person_id uuid NOT NULL CONSTRAINT memberships_person_id_fkey REFERENCES persons,
        profession_id uuid NOT NULL CONSTRAINT memberships_profession_id_fkey REFERENCES professions,
        company text NOT NULL,
        joined_on date NOT NULL,
        renews_on date NOT NULL,
        left_on date,
        created_at timestamptz NOT NULL,
        CONSTRAINT memberships_seat_is_in_its_club UNIQUE (id, club_id),
        CONSTRAINT memberships_seat_is_of_its_person UNIQUE (id, club_id, person_id),
        CONSTRAINT memberships_leave_after_joining CHECK (left_on IS NULL OR left_on >= joined_on),
        CONSTRAINT memberships_renew_after_joining CHECK (renews_on > joined_on),
        CONSTRAINT memberships_terms_of_one_person_do_not_overlap
          EXCLUDE USING gist (club_id WITH =, person_id WITH =, daterange(joined_on, left_on) WITH &&),
        CONSTRAINT memberships_one_live_seat_per_profession
          EXCLUDE USING gist (club_id WITH =, profession_id WITH =, daterange(joined_on, left_on) WITH &&)
      );
      CREATE INDEX memberships_club_id_idx ON memberships (club_id, joined_on);
      CREATE INDEX memberships_person_id_idx ON memberships (person_id, club_id);
      CREATE INDEX memberships_profession_id_idx ON memberships (profession_id);

      CREATE TYPE office_name AS ENUM (
        'president', 'vice_president', 'secretary_treasurer', 'membership_committee', 'education', 'visitor_host'
      );
      CREATE TABLE offices (
        id uuid CONSTRAINT offices_pkey PRIMARY KEY,
        club_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        name office_name NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        created_at timestamptz NOT NULL,
        CONSTRAINT offices_holder_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id)
          REFERENCES memberships (id, club_id),
        CONSTRAINT offices_end_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
        CONSTRAINT offices_one_holder_at_a_time
          EXCLUDE USING gist (club_id WITH =, name WITH =, daterange(starts_on, ends_on) WITH &&)
          WHERE (name IN ('president', 'vice_president', 'secretary_treasurer')),
        CONSTRAINT offices_terms_of_one_member_do_not_overlap
          EXCLUDE USING gist (membership_id WITH =, name WITH =, daterange(starts_on, ends_on) WITH &&)
      );
      CREATE INDEX offices_club_id_idx ON offices (club_id, starts_on);
      CREATE INDEX offices_membership_id_idx ON offices (membership_id, club_id);

      CREATE TABLE region_directors (
        id uuid CONSTRAINT region_directors_pkey PRIMARY KEY,
        region_id uuid NOT NULL CONSTRAINT region_directors_region_id_fkey REFERENCES regions,
        person_id uuid NOT NULL CONSTRAINT region_directors_person_id_fkey REFERENCES persons,
        starts_on date NOT NULL,
        ends_on date,
        created_at timestamptz NOT NULL,
        CONSTRAINT region_directors_end_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
        CONSTRAINT region_directors_terms_do_not_overlap
          EXCLUDE USING gist (region_id WITH =, person_id WITH =, daterange(starts_on, ends_on) WITH &&)
      );
      CREATE INDEX region_directors_region_id_idx ON region_directors (region_id);
      CREATE INDEX region_directors_person_id_idx ON region_directors (person_id);

      CREATE TABLE network_administrators (
        id uuid CONSTRAINT network_administrators_pkey PRIMARY KEY,
        network_id uuid NOT NULL CONSTRAINT network_administrators_network_id_fkey REFERENCES regions,
        person_id uuid NOT NULL CONSTRAINT network_administrators_person_id_fkey REFERENCES persons,
        created_at timestamptz NOT NULL,
        CONSTRAINT network_administrators_appointed_once UNIQUE (network_id, person_id)
      );
      CREATE INDEX network_administrators_person_id_idx ON network_administrators (person_id);

      ALTER TABLE activities ADD CONSTRAINT activities_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs;
    `);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
