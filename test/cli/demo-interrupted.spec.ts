import { administrator, demoPassword } from '../../src/cli/demo/demo-cast.js';
import { ask, signIn } from '../support/client.js';
import { type KringProcess, kring, serve, workingDirectory } from '../support/kring-process.js';
import { writeShortSeason } from '../support/short-season.js';

let directory: string;
let remove: () => Promise<void>;
let season: string;

beforeEach(async () => {
  ({ directory, remove } = await workingDirectory());
  season = await writeShortSeason(directory, 500);
});
afterEach(() => remove());

const start = (): KringProcess => serve({ directory }, '--season', season);

/** The names of the networks and of the clubs in them, as the administrator of the demo sees them. */
async function networks(server: KringProcess) {
  const url = await server.url();
  const token = (await signIn(url, administrator.email, demoPassword)) ?? undefined;
  const { networks: tops, clubs } = await ask(url, '{ networks { nodes { name } } clubs { nodes { name } } }', {
    token,
  });
  return [...tops.nodes, ...clubs.nodes].map(({ name }: { name: string }) => name);
}

const whole = ['Kring Demo', 'Kring Gent Leie & Schelde', 'Kring Utrecht Domstad'];

test('Ctrl+C ends the loading in order, and the next start begins it anew', async () => {
  const first = start();
  await first.writes('10 %');
  const { code, stdout, stderr } = await first.end('SIGINT');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/Kring has stopped\.\n$/);
  expect(stdout).not.toContain('100 %');
  const second = start();
  await second.writes('Loading the demo season: 0 %');
  expect(await networks(second)).toEqual(whole);
  await second.end('SIGINT');
});

test('a loading that was killed begins anew and leaves nothing of the first', async () => {
  const first = start();
  await first.writes('30 %');
  await first.end('SIGKILL');
  const second = start();
  expect(await networks(second)).toEqual(whole);
  expect(second.stdout).toContain('Loading the demo season: 100 %');
  await second.end('SIGINT');
});

test('whom an administrator makes after a loading that was killed stays, and no demo comes', async () => {
  const first = start();
  await first.writes('10 %');
  await first.end('SIGKILL');
  const details = ['--given-name', 'Ada', '--family-name', 'Jansen', '--email', 'ada@kring.example'];
  const input = 'vijf gele ezels\n';
  const made = await kring(['admin', 'create', ...details, '--network', 'Kring Zuid'], { directory, input });
  expect(made).toEqual({ code: 0, stderr: '', stdout: 'Ada Jansen founded Kring Zuid and administers it.\n' });
  const second = start();
  expect(await signIn(await second.url(), 'ada@kring.example', 'vijf gele ezels')).not.toBeNull();
  expect(second.stdout).not.toContain('Loading');
  await second.end('SIGINT');
});
