import { once } from 'node:events';

/** Stops the database server of this test run; it removes what it made. */
export default async function tearDown() {
  const server = globalThis.kringTestServer;
  if (server.exitCode !== null) return;
  server.disconnect();
  await once(server, 'exit');
}
