import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

const patienceMilliseconds = 2_000;

/** `GET /health`, for whoever watches over the process: 200 while the database answers, 503 while it does not. */
export function serveHealth(server: FastifyInstance, dataSource: DataSource): void {
  server.get('/health', async (_, reply) => {
    const healthy = await answers(dataSource);
    return reply.code(healthy ? 200 : 503).send({ status: healthy ? 'ok' : 'unavailable' });
  });
}

async function answers(dataSource: DataSource): Promise<boolean> {
  const answered = dataSource.query('SELECT').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, delay(patienceMilliseconds, false, { ref: false })]);
}
