import { Circle } from '../../support/circle.js';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';

/** When a referral is given and when it is lost, unless it is said otherwise. */
export const given = '2026-03-02T09:00:00Z';
export const closed = '2026-03-05T10:00:00Z';

/** Twelve months and a day after it was lost. */
export const erasesOn = '2027-03-06';
export const night = (day: string) => `${day}T03:15:00Z`;

type Input = Record<string, unknown>;

/** Contacts that were referred, and how time passes over them. */
export class ClosedReferrals {
  readonly circle: Circle;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.circle = new Circle(app, world);
  }

  contact(name: string, details: Input = {}, owner: CastMember = this.world.bram): Promise<string> {
    return this.app.at(given, () => this.circle.contact(owner, name, details));
  }

  /** Bram refers his contact to Sara, or to whom it is said. @returns the id of the referral */
  async refer(contactId: string, receiver: CastMember = this.world.sara, at: string = given): Promise<string> {
    const give = () => this.circle.refer(this.world.bram, receiver, { prospect: { contactId } });
    const { referral, errors } = await this.app.at(at, give);
    if (!referral) throw new Error(JSON.stringify(errors));
    return referral.id;
  }

  async lose(referralId: string, receiver: CastMember = this.world.sara, at: string = closed): Promise<void> {
    const input = { referralId, reason: 'Too dear' };
    const { errors } = await this.app.at(at, () => this.app.act(receiver, 'loseReferral', input, 'referral { id }'));
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
  }

  /** A contact of Bram's whose one referral was lost. */
  async lost(name: string, details: Input = {}): Promise<string> {
    const contactId = await this.contact(name, details);
    await this.lose(await this.refer(contactId));
    return contactId;
  }

  /** The nightly job on a day. */
  erase(day: string): Promise<void> {
    return this.app.at(night(day), () => this.app.runScheduled('erase_contacts'));
  }

  /** Of the contacts of a member's book, those that will be erased soon, seen on a day. */
  async toBeErased(owner: CastMember, day: string, page: Input = {}) {
    const query = `query ($first: Int! = 20, $after: String) { viewer { contactsToBeErased(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { erasesOn contact { id name } }
    } } }`;
    const { viewer } = await this.app.at(night(day), () => this.app.query(owner, query, page));
    return viewer.contactsToBeErased;
  }

  async erasesOn(contactId: string, viewer: CastMember = this.world.bram): Promise<string | null | undefined> {
    const query = 'query ($id: UUID!) { contact(id: $id) { erasesOn } }';
    return (await this.app.at(closed, () => this.app.query(viewer, query, { id: contactId }))).contact?.erasesOn;
  }

  async isErased(contactId: string): Promise<boolean> {
    const [row] = await this.app.database.query('SELECT name, erased_at FROM contacts WHERE id = $1', [contactId]);
    return row.name === null && row.erased_at !== null;
  }

  /** The owner writes the contact down anew, such as with the day they spoke. */
  async change(contactId: string, at: string, details: Input): Promise<void> {
    const input = { contactId, name: 'Carl', ...details };
    await this.app.at(at, () => this.app.act(this.world.bram, 'changeContact', input, 'contact { id }'));
  }

  /** A new version of the rules of a club. */
  async rules(clubId: string, validFrom: string, contactRetentionMonths: number): Promise<void> {
    await this.app.database.query(
      `INSERT INTO club_rules SELECT (jsonb_populate_record(rules, jsonb_build_object('id', gen_random_uuid(),
         'version', (SELECT max(version) + 1 FROM club_rules WHERE club_id = $1), 'valid_from', $2::date,
         'contact_retention_months', $3::int))).*
       FROM club_rules rules WHERE club_id = $1 AND version = 1`,
      [clubId, validFrom, contactRetentionMonths],
    );
  }
}
