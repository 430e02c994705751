import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/id.js';
import { beginning, type World } from '../support/world.js';
import { insertRow } from './scribe.js';

/** What is asked for: four members of Ghent each know one, so that each of the club has three to choose among. */
export const lookedFor = 'lighthouse keeper';

/** Ghent shares its contacts. */
export async function writePaths(database: DataSource, { pia, vik, bram, sara, cleo }: World): Promise<void> {
  for (const { personId } of [pia, vik, bram, sara, cleo]) {
    await insertRow(database, 'sharings', {
      id: newId(),
      person_id: personId,
      level: 'network',
      changed_at: beginning,
    });
  }
  for (const { personId } of [pia, vik, bram, sara]) {
    const id = newId();
    await insertRow(database, 'contacts', {
      ...{ id, owner_id: personId, name: `Keeper ${id.slice(-6)}`, role: lookedFor, created_at: beginning },
    });
  }
}
