import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { hashToken } from '../../src/identity/session-token.js';
import { newId } from '../../src/platform/id.js';

export interface CastMember {
  personId: string;
  email: string;
  token: string;
  membershipId: string;
}

/** When the world begins: everybody below has his seat since then. */
export const beginning = '2026-01-01';

/**
 * The named cast of the tests. Two clubs of one network: in Ghent sit Pia (president), Vik (vice-president),
 * Sara (who sells), Bram (who introduces) and Cleo; in Utrecht sit Tess (president) and Ulf.
 * Ada administers the network, Dirk directs the region of Ghent, Otto has an account and no seat.
 */
export class World {
  networkId = newId();
  ghentRegionId = newId();
  utrechtRegionId = newId();
  ghentId = newId();
  utrechtId = newId();

  pia: CastMember;
  vik: CastMember;
  sara: CastMember;
  bram: CastMember;
  cleo: CastMember;
  tess: CastMember;
  ulf: CastMember;
  ada: CastMember;
  dirk: CastMember;
  otto: CastMember;

  private constructor(private readonly database: DataSource) {}

  static async build(database: DataSource): Promise<World> {
    const world = new World(database);
    await world.placeClubs();
    world.pia = await world.member('Pia', 'Claes', world.ghentId, 'Accountant');
    world.vik = await world.member('Vik', 'Maes', world.ghentId, 'Architect');
    world.sara = await world.member('Sara', 'Peeters', world.ghentId, 'Printer');
    world.bram = await world.member('Bram', 'De Smet', world.ghentId, 'Plumber');
    world.cleo = await world.member('Cleo', 'Wouters', world.ghentId, 'Notary');
    world.tess = await world.member('Tess', 'de Vries', world.utrechtId, 'Accountant');
    world.ulf = await world.member('Ulf', 'Bakker', world.utrechtId, 'Roofer');
    world.ada = await world.person('Ada', 'Jansen');
    world.dirk = await world.person('Dirk', 'Willems');
    world.otto = await world.person('Otto', 'Smit');
    await world.giveRoles();
    return world;
  }

  /** A person with an account and a session. */
  async person(givenName: string, familyName: string): Promise<CastMember> {
    const personId = newId();
    const accountId = newId();
    const token = randomBytes(32).toString('base64url');
    const email = `${givenName}.${familyName}.${personId.slice(-6)}@kring.example`.toLowerCase().replaceAll(' ', '');
    await this.insert('persons', {
      id: personId,
      given_name: givenName,
      family_name: familyName,
      email,
      phone: null,
      locale: 'nl-BE',
      created_at: beginning,
    });
    await this.insert('accounts', {
      id: accountId,
      person_id: personId,
      password_hash: 'set by a test that needs one',
      created_at: beginning,
      password_changed_at: beginning,
    });
    await this.insert('sessions', {
      id: newId(),
      account_id: accountId,
      token_hash: hashToken(token),
      client: 'test',
      created_at: beginning,
      last_seen_at: beginning,
      expires_at: '2100-01-01',
    });
    return { personId, email, token, membershipId: '' };
  }

  /** Gives an account a password it can sign in with; the cast has none, because hashing takes time. */
  async setPassword(person: CastMember, password: string): Promise<void> {
    await this.database.query('UPDATE accounts SET password_hash = $2 WHERE person_id = $1', [
      person.personId,
      await hash(password),
    ]);
  }

  /** Takes the account away, with its sessions: a person who is known and was not invited yet. */
  async removeAccount(person: CastMember): Promise<void> {
    await this.database.query('DELETE FROM sessions USING accounts WHERE accounts.id = account_id AND person_id = $1', [
      person.personId,
    ]);
    await this.database.query('DELETE FROM accounts WHERE person_id = $1', [person.personId]);
  }

  /** A person with a seat. */
  async member(
    givenName: string,
    familyName: string,
    clubId: string,
    profession: string,
    joinedOn: string = beginning,
  ): Promise<CastMember> {
    const person = await this.person(givenName, familyName);
    return { ...person, membershipId: await this.seat(person.personId, clubId, profession, joinedOn) };
  }

  async seat(personId: string, clubId: string, profession: string, joinedOn: string = beginning): Promise<string> {
    const id = newId();
    await this.insert('memberships', {
      id,
      club_id: clubId,
      person_id: personId,
      profession_id: await this.profession(profession),
      company: `${profession} & Co`,
      joined_on: joinedOn,
      renews_on: '2099-01-01',
      created_at: beginning,
    });
    return id;
  }

  /** The profession of that name; worlds of one database share the catalogue. */
  async profession(name: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>(
      `INSERT INTO professions (id, name, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
      [newId(), name, beginning],
    );
    return row?.id ?? '';
  }

  async office(holder: CastMember, clubId: string, name: string): Promise<void> {
    await this.insert('offices', {
      id: newId(),
      club_id: clubId,
      membership_id: holder.membershipId,
      name,
      starts_on: beginning,
      created_at: beginning,
    });
  }

  private async placeClubs(): Promise<void> {
    const region = (id: string, kind: string, name: string, parentId: string | null) =>
      this.insert('regions', {
        id,
        network_id: this.networkId,
        parent_id: parentId,
        kind,
        name,
        created_at: beginning,
      });
    const countryId = newId();
    await region(this.networkId, 'network', 'Kring Test', null);
    await region(countryId, 'country', 'Low Countries', this.networkId);
    await region(this.ghentRegionId, 'region', 'Ghent', countryId);
    await region(this.utrechtRegionId, 'region', 'Utrecht', countryId);
    await this.club(this.ghentId, this.ghentRegionId, 'Gent Graslei', 'Europe/Brussels');
    await this.club(this.utrechtId, this.utrechtRegionId, 'Utrecht Dom', 'Europe/Amsterdam');
  }

  private async club(id: string, regionId: string, name: string, timeZone: string): Promise<void> {
    await this.insert('clubs', {
      id,
      network_id: this.networkId,
      region_id: regionId,
      name,
      time_zone: timeZone,
      locale: 'nl-BE',
      currency: 'EUR',
      fee_minor: 90_000,
      fee_months: 12,
      created_at: beginning,
    });
    await this.insert('club_rules', {
      id: newId(),
      club_id: id,
      version: 1,
      valid_from: beginning,
      first_contact_target_hours: 24,
      former_customer_after_months: 12,
      absence_alert_count: 3,
      absence_window: 'continuous',
      absence_window_months: 6,
      late_per_absence: 3,
      substitute_cap: 8,
      visitor_visit_cap: 2,
      office_term_months: 12,
      education_units_before_feature: '1.0',
      education_window_months: 6,
      contact_retention_months: 12,
      created_at: beginning,
    });
  }

  private async giveRoles(): Promise<void> {
    await this.office(this.pia, this.ghentId, 'president');
    await this.office(this.vik, this.ghentId, 'vice_president');
    await this.office(this.tess, this.utrechtId, 'president');
    await this.insert('network_administrators', {
      id: newId(),
      network_id: this.networkId,
      person_id: this.ada.personId,
      created_at: beginning,
    });
    await this.insert('region_directors', {
      id: newId(),
      region_id: this.ghentRegionId,
      person_id: this.dirk.personId,
      starts_on: beginning,
      created_at: beginning,
    });
  }

  private async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  }
}
