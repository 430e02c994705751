import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { FeedReader } from './feed-reader.service.js';

const address = /^([\w-]{43})\.ics$/;

/**
 * `GET /calendar/<token>.ics`, for calendar programs. Whatever is no live feed gets the same answer. The token is a
 * secret: nothing here tells it to the log.
 */
export function serveCalendars(server: FastifyInstance, feeds: FeedReader): void {
  server.get<{ Params: { '*': string } }>('/calendar/*', async (request, reply) => {
    const [, token] = address.exec(request.params['*']) ?? [];
    const calendar = token ? await feeds.read(token) : null;
    if (calendar === null) {
      return reply.code(404).type('text/plain; charset=utf-8').send('There is no such calendar.\n');
    }
    const tag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
    if (isKnown(request.headers['if-none-match'] ?? '', tag)) return reply.code(304).send();
    return reply.type('text/calendar; charset=utf-8').send(calendar);
  });
}

/** Whether a client has the calendar as it is now; a proxy may have made its tag a weak one. */
function isKnown(tags: string, tag: string): boolean {
  return tags.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')));
}
