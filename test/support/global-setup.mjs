import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the database server of this test run and waits for the migrated template; tells the workers where they are.
 * Nothing of Kring is loaded here: the workers would get GraphQL classes that the test runner has already loaded.
 */
export default async function setUp() {
  const loader = new URL('./typescript.mjs', import.meta.url).href;
  const server = fork(fileURLToPath(new URL('./test-server.ts', import.meta.url)), {
    execArgv: ['--import', loader],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { url, template } = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('error', reject);
    server.once('exit', () => reject(new Error('The database for the tests did not start: see above.')));
  });
  process.env.KRING_TEST_SERVER_URL = url;
  process.env.KRING_TEST_TEMPLATE = template;
  globalThis.kringTestServer = server;
}
