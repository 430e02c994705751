import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The tables a world fills, with the columns it fills them in; the others keep their default. Earlier ones come first. */
export const tables = {
  regions: 'id, network_id, parent_id, kind, name, created_at',
  professions: 'id, name, created_at',
  clubs: 'id, network_id, region_id, name, time_zone, locale, currency, fee_minor, fee_months, created_at',
  club_rules: `id, club_id, version, valid_from, first_contact_target_hours, former_customer_after_months,
    absence_alert_count, absence_window, absence_window_months, late_per_absence, substitute_cap, visitor_visit_cap,
    office_term_months, education_units_before_feature, education_window_months, contact_retention_months, created_at`,
  persons: 'id, given_name, family_name, email, locale, created_at',
  region_directors: 'id, region_id, person_id, starts_on, created_at',
  memberships: 'id, club_id, person_id, profession_id, company, joined_on, renews_on, created_at',
  offices: 'id, club_id, membership_id, name, starts_on, created_at',
  sharings: 'id, person_id, level, changed_at',
  contacts:
    'id, owner_id, name, company, role, email, created_at, profession, place, strength, last_spoken_on, is_private',
  meetings: 'id, club_id, starts_at, held_on, minutes, state, opened_at, closed_at, created_at',
  attendances: 'id, meeting_id, club_id, membership_id, letter, recorded_by_id, recorded_at',
  visitors: `id, meeting_id, club_id, contact_id, invited_by_membership_id, invited_by_id, invited_at, came_at,
    did_not_come_at, followed_up_at, followed_up_by_id`,
  presentations: `id, meeting_id, club_id, membership_id, kind, ask, focus, focus_marked_by_id, focus_marked_at,
    recorded_by_id, recorded_at`,
  education_units: 'id, club_id, membership_id, units, topic, earned_on, recorded_by_id, recorded_at',
  testimonials: 'id, club_id, giver_membership_id, receiver_membership_id, text, given_on, given_at',
  one_to_ones: 'id, proposer_id, partner_id, state, held_on, recorded_by_id, recorded_at, created_at',
  introductions: `id, beneficiary_id, introduced_contact_id, introduced_person_id, introducer_id,
    introducer_contact_id, asker_id, parent_id, root_id, degree, happened_on, accepted_at, recorded_by_id, recorded_at,
    consent_basis, consent_by_id, consent_at`,
  consents: 'id, introduction_id, kind, basis, details_forward, outcome_back, stated_by_id, stated_at',
  referrals: `id, club_id, giver_membership_id, giver_id, receiver_club_id, receiver_membership_id, receiver_id,
    introduction_id, need, warmth, stage, given_at, given_on, promised_for, promised_at, first_contact_at, target_hours`,
  referral_moves: 'id, referral_id, from_stage, to_stage, moved_at, moved_by_id, note, decline_reason',
  deals: `id, club_id, seller_membership_id, seller_id, buyer_contact_id, buyer_person_id, referral_id, origin_id,
    root_id, direct, degree, repeat, closed_on, amount_minor, currency, description, amount_visibility, recorded_by_id,
    recorded_at`,
  deal_adjustments: 'id, deal_id, amount_minor, adjusted_on, reason, recorded_by_id, recorded_at',
} as const;
export type TableName = keyof typeof tables;

/** The tables with rows for every club: filled without their indexes and foreign keys. */
export const largeTables = Object.keys(tables).slice(Object.keys(tables).indexOf('persons')) as TableName[];

export const none = '\\N';
const partLength = 65_536;

/** Rows of one table in the text format of COPY. What is put in holds no tab, line end or backslash. */
class CopyText {
  readonly parts: Buffer[] = [];
  rows = 0;
  private text = '';

  add(...values: (string | number)[]): void {
    this.text += `${values.join('\t')}\n`;
    this.rows += 1;
    if (this.text.length > partLength) this.flush();
  }

  flush(): void {
    if (this.text === '') return;
    this.parts.push(Buffer.from(this.text));
    this.text = '';
  }
}

export type WorldRows = Record<TableName, CopyText>;

/** Room for rows of all tables. */
export function noRows(): WorldRows {
  return Object.fromEntries(Object.keys(tables).map((name) => [name, new CopyText()])) as WorldRows;
}

/** Writes them all with COPY, those that others point at first; answers how many. */
export async function writeRows(client: Client, rows: WorldRows): Promise<number> {
  let written = 0;
  for (const table of Object.keys(tables) as TableName[]) {
    const text = rows[table];
    text.flush();
    if (text.rows === 0) continue;
    const copy = client.query(copyFrom(`COPY ${table} (${tables[table]}) FROM STDIN`));
    await pipeline(Readable.from(text.parts), copy);
    written += text.rows;
  }
  return written;
}
