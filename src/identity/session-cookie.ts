import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../platform/graphql/context.js';
import { longestDays } from './session.entity.js';
import { sessionCookie } from './session-token.js';
import type { OpenedSession } from './sessions.service.js';
import { KeepSignedInAs, type SignInPayload } from './sessions.types.js';
import type { Viewer } from './viewer.js';

/** Where a request comes from. */
export interface Origin {
  /** The address of the connection, or what a trusted proxy says it is. */
  address: string;
  /** The user agent; null without one. */
  client: string | null;
}

export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, client: request.headers['user-agent'] ?? null };
}

/**
 * Scripts cannot read it, other sites' forms and scripts do not send it, and no other host can set it. How long
 * the session lives is decided here, not by the browser, so that the cookie is kept as long as a session can be.
 */
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const longestSeconds = longestDays * 86_400;

/** Hands a new session over as it was asked for; the rest of this request is already the viewer's. */
export function welcome(
  context: RequestContext<Viewer>,
  { session, token }: OpenedSession,
  { viewer, as }: { viewer: Viewer; as: KeepSignedInAs },
): SignInPayload {
  context.viewer = viewer;
  if (as === KeepSignedInAs.TOKEN) return { session, token, viewer };
  context.reply.setCookie(sessionCookie, token, { ...attributes, maxAge: longestSeconds });
  return { session, token: null, viewer };
}

/** Has the browser forget the session. */
export function forgetCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, attributes);
}
