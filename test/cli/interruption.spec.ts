import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A command that does not end by itself when it is interrupted. */
const slowCommand = `
  import { runCommand } from './src/cli/command.ts';
  await runCommand((interrupted) => new Promise(() => {
    interrupted.addEventListener('abort', () => process.stdout.write('stopping'));
    setInterval(() => undefined, 1000);
    process.stdout.write('ready');
  }));
`;
const project = fileURLToPath(new URL('../../', import.meta.url));

let child: ChildProcess;

beforeEach(async () => {
  const parameters = ['--import', './test/support/typescript.mjs', '--input-type=module', '--eval', slowCommand];
  child = spawn(process.execPath, parameters, { cwd: project, env: { ...process.env, NODE_OPTIONS: '' } });
  expect(await written()).toBe('ready');
});
afterEach(() => {
  child.kill('SIGKILL');
});

async function written(): Promise<string> {
  const [chunk] = child.stdout ? await once(child.stdout, 'data') : [];
  return String(chunk);
}

async function interrupt(): Promise<void> {
  const answer = written();
  child.kill('SIGINT');
  expect(await answer).toBe('stopping');
}

test('a second Ctrl+C ends at once what does not stop', async () => {
  await interrupt();
  await delay(600);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
});

test('one Ctrl+C that arrives twice, from the terminal and by way of npm, counts as one', async () => {
  await interrupt();
  child.kill('SIGINT');
  await delay(600);
  expect(child.exitCode).toBeNull();
});
