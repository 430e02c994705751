import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** The id of the request under way, for every line that is logged meanwhile. */
export const currentRequestId = new AsyncLocalStorage<string>();

/** Names every request in the answer and in the log, so that whoever reports an error can quote it. */
export function nameRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  // Not earlier: what runs when the body has arrived does not descend from the first hook.
  server.addHook('preHandler', (request, _, done) => currentRequestId.run(request.id, done));
}
