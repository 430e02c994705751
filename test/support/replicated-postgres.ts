import { execFile } from 'node:child_process';
import { appendFile, chmod, chown, cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serverAccount } from '../../src/platform/embedded-postgres/account.js';
import { createDatabase, openCluster } from '../../src/platform/embedded-postgres/cluster.js';
import { findFreePort } from '../../src/platform/embedded-postgres/free-port.js';
import {
  type Cluster,
  launchServer,
  readPostmaster,
  shutDown,
  superuserClient,
} from '../../src/platform/embedded-postgres/server.js';

/** One of two servers: where it listens, and how it is stopped and started. */
export class PostgresNode {
  constructor(
    private readonly cluster: Cluster,
    readonly port: number,
  ) {}

  get url(): string {
    return `postgres://kring:${this.cluster.password}@127.0.0.1:${this.port}/kring`;
  }

  async start(): Promise<void> {
    await launchServer(this.cluster, [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'wal_level=replica',
      'max_wal_senders=4',
      'hot_standby=on',
      'fsync=off',
      'shared_buffers=32MB',
      'timezone=UTC',
    ]);
  }

  stop(): Promise<void> {
    return shutDown(this.cluster);
  }

  /** Stops it for good if it still runs. */
  async remove(): Promise<void> {
    if (await readPostmaster(this.cluster.directory)) await this.stop();
  }

  /** One statement as the superuser, whom Kring never is. */
  async command(text: string): Promise<void> {
    const client = superuserClient(this.port, this.cluster.password);
    await client.connect();
    await client.query(text);
    await client.end();
  }
}

/** A primary and a replica that streams from it, on this machine, from the PostgreSQL that Kring brings along. */
export class ReplicatedPostgres {
  private constructor(
    private readonly directory: string,
    readonly primary: PostgresNode,
    readonly replica: PostgresNode,
  ) {}

  static async start(): Promise<ReplicatedPostgres> {
    const directory = await realpath(await mkdtemp(join(tmpdir(), 'kring-replicated-')));
    await chmod(directory, 0o755);
    const account = await serverAccount(directory);
    if (account) await chown(directory, account.uid, account.gid);
    const cluster = await openCluster(directory, account);
    const primary = new PostgresNode(cluster, await findFreePort());
    await primary.start();
    await createDatabase(cluster, primary.port, false);
    await primary.command(`CREATE ROLE streaming REPLICATION LOGIN PASSWORD '${cluster.password}'`);
    // A stopped server's directory is a backup; the package has no pg_basebackup.
    await primary.stop();
    const copy = { ...cluster, directory: join(directory, 'replica'), logFile: join(directory, 'replica.log') };
    await cp(cluster.directory, copy.directory, { recursive: true });
    await writeFile(join(copy.directory, 'standby.signal'), '');
    const upstream = `host=127.0.0.1 port=${primary.port} user=streaming password=${cluster.password}`;
    await appendFile(join(copy.directory, 'postgresql.auto.conf'), `primary_conninfo = '${upstream}'\n`);
    if (account) await promisify(execFile)('chown', ['-R', `${account.uid}:${account.gid}`, copy.directory]);
    await chmod(copy.directory, 0o700);
    await primary.start();
    const replica = new PostgresNode(copy, await findFreePort());
    await replica.start();
    return new ReplicatedPostgres(directory, primary, replica);
  }

  async remove(): Promise<void> {
    await this.replica.remove();
    await this.primary.remove();
    await rm(this.directory, { recursive: true });
  }
}
