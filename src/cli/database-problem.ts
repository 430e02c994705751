import { QueryFailedError } from 'typeorm';
import { errorCode } from '../platform/embedded-postgres/error.js';
import { Problem } from './problem.js';

/** What keeps Kring from a database, in one line. Never holds the password of the address. */
export function connectionProblem(url: string, error: unknown): Problem {
  const reason = reasonsFor(url)[codeOf(error)];
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new Problem(reason ?? `What answers at ${placeOf(url)} is no PostgreSQL that Kring can use: ${message}.`);
}

/** What an error of the schema's means; the error itself when it is none of the expected ones. */
export function schemaProblem(url: string, error: unknown): unknown {
  const reason = reasonsFor(url)[codeOf(error)];
  return reason ? new Problem(reason) : error;
}

/** By the system's or PostgreSQL's code. */
function reasonsFor(url: string): Record<string, string> {
  const { hostname, pathname, username } = new URL(url);
  const place = placeOf(url);
  const name = decodeURIComponent(pathname.slice(1));
  const user = decodeURIComponent(username);
  const silent = `No PostgreSQL answers at ${place}: start it, or mend DATABASE_URL.`;
  const unknown = `The host ${hostname} is unknown: mend DATABASE_URL.`;
  const foreign = `The database ${name} holds tables that are not Kring's: give Kring a database of its own.`;
  return {
    ECONNREFUSED: silent,
    EHOSTUNREACH: silent,
    ENETUNREACH: silent,
    ENOENT: silent,
    ETIMEDOUT: silent,
    ENOTFOUND: unknown,
    EAI_AGAIN: unknown,
    '28P01': `PostgreSQL at ${place} refuses the password of ${user}: mend DATABASE_URL.`,
    '28000': `PostgreSQL at ${place} does not let ${user} in: mend DATABASE_URL.`,
    '3D000': `PostgreSQL at ${place} has no database ${name}: create it, or mend DATABASE_URL.`,
    '57P03': `PostgreSQL at ${place} is starting or stopping: try again in a moment.`,
    '53300': `PostgreSQL at ${place} has no connection left: raise its max_connections.`,
    '42501': `The role ${user} may not do all that Kring needs in the database ${name}: let it own the database.`,
    '42P07': foreign,
    '42710': foreign,
    '42723': foreign,
    '0A000': `PostgreSQL at ${place} lacks an extension that Kring needs: install its "contrib" package.`,
  };
}

function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname || 'this machine'}:${port || 5432}`;
}

function codeOf(error: unknown): string {
  const code = errorCode(error instanceof QueryFailedError ? error.driverError : error);
  // The driver has no code for a connection that takes too long.
  const isTimeout = error instanceof Error && /timeout/i.test(error.message);
  return code ?? (isTimeout ? 'ETIMEDOUT' : '');
}
