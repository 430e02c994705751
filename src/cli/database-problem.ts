import { QueryFailedError } from 'typeorm';
import { errorCode } from '../platform/embedded-postgres/error.js';
import { Problem } from './problem.js';

/** What an error of reaching or migrating a database means. Never holds the password of the address. */
export function databaseProblem(url: string, error: unknown): unknown {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname || 'this machine'}:${port || 5432}`;
  const name = decodeURIComponent(pathname.slice(1));
  const user = decodeURIComponent(username);
  const reasons: Record<string, string> = {
    ECONNREFUSED: `No PostgreSQL answers at ${place}: start it, or mend DATABASE_URL.`,
    ECONNRESET: `What answers at ${place} is no PostgreSQL, or it is stopping: see DATABASE_URL.`,
    EHOSTUNREACH: `There is no way to ${place}: see DATABASE_URL.`,
    ENETUNREACH: `There is no way to ${place}: see DATABASE_URL.`,
    ENOENT: `No PostgreSQL answers at ${place}: start it, or mend DATABASE_URL.`,
    ETIMEDOUT: `No PostgreSQL answers at ${place}: start it, or mend DATABASE_URL.`,
    ENOTFOUND: `The host ${hostname} is unknown: mend DATABASE_URL.`,
    EAI_AGAIN: `The host ${hostname} is unknown: mend DATABASE_URL.`,
    '28P01': `PostgreSQL at ${place} refuses the password of ${user}: mend DATABASE_URL.`,
    '28000': `PostgreSQL at ${place} does not let ${user} in: mend DATABASE_URL.`,
    '3D000': `PostgreSQL at ${place} has no database ${name}: create it, or mend DATABASE_URL.`,
    '57P03': `PostgreSQL at ${place} is starting or stopping: try again in a moment.`,
    '53300': `PostgreSQL at ${place} has no connection left: raise its max_connections.`,
    '42501': `The role ${user} may not do all that Kring needs in the database ${name}: let it own the database.`,
    '42P07': `The database ${name} holds tables that are not Kring's: give Kring a database of its own.`,
    '42710': `The database ${name} holds types that are not Kring's: give Kring a database of its own.`,
    '0A000': `PostgreSQL at ${place} lacks an extension that Kring needs: install its "contrib" package.`,
  };
  const reason = reasons[codeOf(error)];
  return reason ? new Problem(reason) : error;
}

function codeOf(error: unknown): string {
  const code = errorCode(error instanceof QueryFailedError ? error.driverError : error);
  // The driver has no code for a connection that takes too long.
  const isTimeout = error instanceof Error && /timeout/i.test(error.message);
  return code ?? (isTimeout ? 'ETIMEDOUT' : '');
}
