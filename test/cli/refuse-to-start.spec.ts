import { createServer } from 'node:net';
import { Terminal } from '../support/terminal.js';

afterEach(() => Terminal.killAll());

/** What a start that must fail says, and how it ends. */
async function failing(settings: Record<string, string>, ...words: string[]) {
  const terminal = Terminal.run('main', settings, ...words);
  const code = await terminal.end();
  return { code, lines: terminal.said.trim().split('\n') };
}

test.each([
  ['an unknown setting', { KRING_SMPT_URL: 'smtp://localhost' }, /Unknown setting KRING_SMPT_URL/],
  ['a port that is none', { PORT: '70000' }, /PORT/],
  ['a database URL that is none', { DATABASE_URL: 'mysql://localhost/kring' }, /DATABASE_URL/],
  ['a database nobody answers for', { DATABASE_URL: 'postgres://kring@127.0.0.1:1/kring' }, /127\.0\.0\.1:1/],
  ['a level of log there is not', { KRING_LOG_LEVEL: 'loud' }, /KRING_LOG_LEVEL/],
])('%s: one clear line and exit code 1', async (_, settings, line) => {
  const { code, lines } = await failing({ PORT: '0', ...settings });
  expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(line)] });
});

test('a port that is taken: one clear line and exit code 1', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    const { code, lines } = await failing({ PORT: String(port), DATA_DIR: '/nowhere' });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining(String(port))] });
  } finally {
    server.close();
  }
});

test('a word the command does not know: exit code 1 and what it does know', async () => {
  const terminal = Terminal.run('cli/kring', {}, 'admn');
  expect(await terminal.end()).toBe(1);
  expect(terminal.said).toMatch(/unknown command 'admn'/);
});
