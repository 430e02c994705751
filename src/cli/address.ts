import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode } from '../platform/embedded-postgres/error.js';
import { Problem } from './problem.js';

export interface Address {
  host: string;
  port: number;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];
const everywhere = ['0.0.0.0', '::'];

/**
 * Tries to listen and stops again, so that a port that is taken is told before anything else was begun.
 * @throws Problem when Kring cannot listen there
 */
export async function checkAddress(address: Address): Promise<void> {
  const listener = createServer().listen(address.port, address.host);
  try {
    await once(listener, 'listening');
  } catch (error) {
    throw addressProblem(address, error);
  }
  listener.close();
  await once(listener, 'close');
}

/** What an error of listening means; the error itself when it is none of the expected ones. */
export function addressProblem({ host, port }: Address, error: unknown): unknown {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is taken: stop what uses it, or set PORT to another (0 for any that is free).`,
    EACCES: `Kring may not use port ${port} of ${host}: set PORT to one from 1024 up.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one it has.`,
    ENOTFOUND: `The name ${host} is unknown: set HOST to an address of this machine.`,
    EAI_AGAIN: `The name ${host} is unknown: set HOST to an address of this machine.`,
  };
  const reason = reasons[errorCode(error) ?? ''];
  return reason ? new Problem(reason) : error;
}

/** How a browser on this machine reaches the server, without a slash at the end. */
export function urlOf({ host, port }: Address): string {
  if ([...loopback, ...everywhere].includes(host)) return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Whether only this machine reaches the server. */
export function isPrivate({ host }: Pick<Address, 'host'>): boolean {
  return loopback.includes(host);
}
