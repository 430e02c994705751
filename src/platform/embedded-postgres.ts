import type { ChildProcess } from 'node:child_process';
import { access, chown, constants, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { firstClosedTo, type ServerAccount, serverAccount } from './embedded-postgres/account.js';
import { createDatabase, openCluster } from './embedded-postgres/cluster.js';
import { placeElsewhere } from './embedded-postgres/elsewhere.js';
import { EmbeddedPostgresError, errorCode } from './embedded-postgres/error.js';
import { findFreePort } from './embedded-postgres/free-port.js';
import { stopLeftover } from './embedded-postgres/leftover.js';
import { becomeOwner } from './embedded-postgres/owner.js';
import { type Cluster, launchServer, shutDown, waitForExit } from './embedded-postgres/server.js';
import { serverSettings } from './embedded-postgres/settings.js';

const PORT_ATTEMPTS = 3;

export interface EmbeddedOptions {
  /** Made when missing; for root it may become a link. Holds the cluster, its password, the server's log and the lock of the owning process. */
  dataDirectory: string;
  /** A free one when left out. */
  port?: number;
  /** For tests: faster, loses the data when the machine stops, and the role may create databases. */
  throwaway?: boolean;
  /** While millions of rows are written: more memory, and no need to write everything twice every few seconds. */
  filling?: boolean;
}

export interface EmbeddedServer {
  /** Of the database `kring`, as the role `kring`, which owns it and is no superuser. */
  url: string;
  /** Whether this start created the database. */
  isNew: boolean;
  /** Ends the connections that are left and stops the server. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts Kring's own PostgreSQL, reachable from this machine only, and creates the data on the first start. A server
 * left running by a killed Kring is stopped first. Should this process end without `stop`, nothing is lost.
 * @throws EmbeddedPostgresError when the directory cannot be used or is in use, or the server does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDirectory, account } = await openDataDirectory(options.dataDirectory);
  const giveUpDirectory = await becomeOwner(dataDirectory);
  try {
    const cluster = await openCluster(dataDirectory, account);
    await stopLeftover(cluster);
    return await startOn(cluster, options, giveUpDirectory);
  } catch (error) {
    await giveUpDirectory();
    throw error;
  }
}

async function startOn(
  cluster: Cluster,
  options: EmbeddedOptions,
  afterStop: () => Promise<void>,
): Promise<EmbeddedServer> {
  const { child, port } = await launchOnPort(cluster, options);
  // The last resort when the process exits by itself: it cannot wait, but the server then stops in order.
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  const stop = async () => {
    await shutDown(cluster);
    await waitForExit(child);
    process.off('exit', stopAtExit);
  };
  let stopped: Promise<void> | undefined;
  try {
    return {
      url: `postgres://kring:${cluster.password}@127.0.0.1:${port}/kring`,
      isNew: await createDatabase(cluster, port, options.throwaway ?? false),
      stop: () => {
        stopped ??= stop().then(afterStop);
        return stopped;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDataDirectory(wanted: string): Promise<{ dataDirectory: string; account?: ServerAccount }> {
  try {
    const created = await mkdir(wanted, { recursive: true });
    const dataDirectory = await realpath(wanted);
    const account = await serverAccount(join(dataDirectory, 'cluster'));
    if (created && account) await chown(dataDirectory, account.uid, account.gid);
    await access(dataDirectory, constants.W_OK | constants.X_OK);
    const closed = await firstClosedTo(account, dataDirectory);
    if (!closed) return { dataDirectory, account };
    if (account && (await readdir(dataDirectory)).length === 0) {
      return { dataDirectory: await placeElsewhere(wanted, account), account };
    }
    throw new EmbeddedPostgresError(
      `PostgreSQL cannot run as root, and its own account may not enter ${closed}: set DATA_DIR to a directory elsewhere, such as /var/lib/kring.`,
    );
  } catch (error) {
    const code = errorCode(error);
    if (!code) throw error;
    throw new EmbeddedPostgresError(
      `Kring cannot keep its data in ${wanted} (${code}): set DATA_DIR to a directory it may write to.`,
      { cause: error },
    );
  }
}

async function launchOnPort(
  cluster: Cluster,
  options: EmbeddedOptions,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort());
    try {
      return { child: await launchServer(cluster, serverSettings(port, options)), port };
    } catch (error) {
      // A free port may be taken by someone else before PostgreSQL does.
      const wasTaken = error instanceof EmbeddedPostgresError && error.message.includes('Address already in use');
      if (!wasTaken || options.port !== undefined || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}
