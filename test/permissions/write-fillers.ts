import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/id.js';
import { beginning, type CastMember, type World } from '../support/world.js';
import { insertRow, type Scribe } from './scribe.js';

/** What others made, so that the sums of Ghent are of five sellers and three receivers, and of twelve deals. */
export async function writeFillers(
  database: DataSource,
  { pia, vik, bram, cleo, ghentId }: World,
  ines: CastMember,
): Promise<void> {
  for (const seller of [pia, vik, bram, cleo]) {
    for (const closedOn of ['2026-02-10', '2026-02-11']) {
      const buyerId = newId();
      await insertRow(database, 'contacts', {
        id: buyerId,
        owner_id: seller.personId,
        name: 'Somebody',
        created_at: beginning,
      });
      await insertRow(database, 'deals', {
        id: newId(),
        club_id: ghentId,
        seller_membership_id: seller.membershipId,
        seller_id: seller.personId,
        buyer_contact_id: buyerId,
        direct: true,
        degree: 1,
        repeat: closedOn === '2026-02-11',
        closed_on: closedOn,
        amount_minor: 100_000,
        currency: 'EUR',
        description: 'Work',
        amount_visibility: 'hidden',
        recorded_by_id: seller.personId,
        recorded_at: closedOn,
      });
    }
  }
  await writeReferral(database, { from: vik, to: ines, clubId: ghentId });
  await writeReferral(database, { from: ines, to: vik, clubId: ghentId });
}

interface Given {
  from: CastMember;
  to: CastMember;
  clubId: string;
}

async function writeReferral(database: DataSource, { from, to, clubId }: Given): Promise<void> {
  await insertRow(database, 'referrals', {
    id: newId(),
    club_id: clubId,
    giver_membership_id: from.membershipId,
    giver_id: from.personId,
    receiver_club_id: clubId,
    receiver_membership_id: to.membershipId,
    receiver_id: to.personId,
    need: 'A website',
    warmth: 1,
    stage: 'suspect',
    given_at: '2026-02-03',
    given_on: '2026-02-03',
    promised_for: '2026-02-04',
    target_hours: 24,
  });
}

/** She is all one can be in her network. */
export async function writeForeigner(database: DataSource, foreign: World): Promise<void> {
  const { pia, networkId, ghentRegionId } = foreign;
  const role = { id: newId(), person_id: pia.personId, created_at: beginning };
  await insertRow(database, 'network_administrators', { ...role, network_id: networkId });
  await insertRow(database, 'region_directors', { ...role, region_id: ghentRegionId, starts_on: beginning });
  await database.query(`UPDATE regions SET name = 'foreign ' || name WHERE network_id = $1`, [networkId]);
  await database.query(`UPDATE clubs SET name = 'foreign ' || name WHERE network_id = $1`, [networkId]);
  await database.query(
    `UPDATE persons p SET given_name = 'foreign ' || given_name, phone = '+4470000' || lpad(m.n::text, 5, '0')
     FROM (SELECT person_id, row_number() OVER () AS n FROM memberships JOIN clubs ON clubs.id = club_id
           WHERE network_id = $1) m
     WHERE m.person_id = p.id`,
    [networkId],
  );
}

/** Everybody has a contact of his own to invite. */
export async function writeOwnContacts(ghent: Scribe, cast: Record<string, CastMember>): Promise<void> {
  for (const [role, { personId }] of Object.entries(cast)) {
    await ghent.write(`${role}Contact`, 'contacts', { owner_id: personId, name: 'A friend', created_at: beginning });
  }
}
