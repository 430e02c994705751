import type { DataSource } from 'typeorm';
import { clubBatches } from './club-batches.js';
import { differingChains } from './differing-chains.sql.js';
import { type Difference, differingSums } from './differing-sums.sql.js';

const clubsAtOnce = 50;

/**
 * Works out everything that is derived anew from the facts, on one snapshot, whatever is written meanwhile: degrees
 * and roots of introductions and deals, and the sums of every club and month.
 * @param tell is told each difference, in batches, so that none are kept in memory
 * @returns how many there are
 */
export function verifyRollUps(
  dataSource: DataSource,
  tell: (differences: Difference[]) => void = () => undefined,
): Promise<number> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('SET TRANSACTION READ ONLY');
    let found = 0;
    const add = (differences: Difference[]) => {
      found += differences.length;
      tell(differences);
    };
    add(await differingChains(manager));
    for await (const clubIds of clubBatches(manager, clubsAtOnce)) add(await differingSums(manager, clubIds));
    return found;
  });
}
