import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { sessionTokenHash } from './session-token.js';
import type { Viewer } from './viewer.js';
import { findViewer } from './viewer.sql.js';

/** Who sends a request, by the session whose token it carries; null for anonymous. */
export async function viewerOfRequest(
  dataSource: DataSource,
  request: FastifyRequest,
  now: Date,
): Promise<Viewer | null> {
  const tokenHash = sessionTokenHash(request);
  return tokenHash && findViewer(dataSource, tokenHash, now);
}
