import { chown, mkdtemp, rmdir, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ServerAccount } from './account.js';

/**
 * Replaces an empty data directory which the server's account cannot reach, as in root's own home, by a link to one
 * that it can. The name is new each time: who removes the link begins anew.
 * @returns where the data shall be
 */
export async function placeElsewhere(emptyDirectory: string, account: ServerAccount): Promise<string> {
  const link = resolve(emptyDirectory);
  const place = await mkdtemp('/var/lib/kring-');
  await chown(place, account.uid, account.gid);
  await rmdir(link);
  await symlink(place, link);
  return place;
}
