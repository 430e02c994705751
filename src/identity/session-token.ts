import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Browsers keep the token here; the prefix binds it to this very origin, over https or on this machine. */
export const sessionCookie = '__Host-kring-session';

/** A new opaque token: 256 random bits. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The hash of the token a request carries, from `Authorization: Bearer` or else from the cookie; null without. */
export function sessionTokenHash(request: FastifyRequest): Buffer | null {
  const [, bearer] = /^Bearer ([\w-]{20,128})$/.exec(request.headers.authorization ?? '') ?? [];
  const token = bearer ?? request.cookies[sessionCookie];
  return token ? hashToken(token) : null;
}
