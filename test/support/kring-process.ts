import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const loader = new URL('./typescript.mjs', import.meta.url).href;
const patienceMilliseconds = 120_000;

export interface Ended {
  /** The exit code; null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** The working directory, where `.env` and `.kring` are. */
  directory: string;
  settings?: Record<string, string>;
  /** What is piped into its standard input. */
  input?: string;
}

/** What was started and has not ended, by its working directory. */
const running = new Map<KringProcess, string>();

/** One of Kring's programs, run from the sources as a process of its own. */
export class KringProcess {
  private output = { stdout: '', stderr: '' };
  private readonly ended: Promise<unknown>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk) => {
      this.output.stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      this.output.stderr += chunk;
    });
    this.ended = once(child, 'exit');
  }

  /** @param program `main` for the server, `cli/kring` for the command */
  static start(program: 'main' | 'cli/kring', parameters: string[], options: RunOptions): KringProcess {
    const child = spawn(process.execPath, ['--import', loader, join(project, 'src', `${program}.ts`), ...parameters], {
      cwd: options.directory,
      env: { ...cleanEnvironment(), ...options.settings },
    });
    child.stdin?.end(options.input ?? '');
    const started = new KringProcess(child);
    running.set(started, options.directory);
    started.ended.finally(() => running.delete(started));
    return started;
  }

  get stdout(): string {
    return this.output.stdout;
  }

  /** Waits until it has written the text, to either output; answers all it has written. */
  async writes(text: string): Promise<string> {
    for (let waited = 0; waited < patienceMilliseconds; waited += 20) {
      const written = this.output.stdout + this.output.stderr;
      if (written.includes(text)) return written;
      if (this.child.exitCode !== null) break;
      await delay(20);
    }
    throw new Error(`It did not write ${text}:\n${this.output.stdout}\n${this.output.stderr}`);
  }

  /** Where the server that is ready listens, without a slash at the end. */
  async url(): Promise<string> {
    return /(http:\S+)\/graphql/.exec(await this.writes('Ctrl+C stops it.'))?.[1] ?? '';
  }

  async end(signal?: NodeJS.Signals): Promise<Ended> {
    if (signal) this.child.kill(signal);
    await this.ended;
    return { code: this.child.exitCode, ...this.output };
  }
}

/** A working directory that the embedded database's account may enter; `remove` ends what still runs there. */
export async function workingDirectory(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'kring-cli-'));
  await chmod(directory, 0o755);
  const remove = async () => {
    const left = [...running].filter(([, place]) => place === directory);
    await Promise.all(left.map(([started]) => started.end('SIGTERM')));
    await rm(directory, { recursive: true });
  };
  return { directory, remove };
}

export function serve(options: RunOptions, ...parameters: string[]): KringProcess {
  const settings = { PORT: '0', ...options.settings };
  return KringProcess.start('main', parameters, { ...options, settings });
}

export function kring(parameters: string[], options: RunOptions): Promise<Ended> {
  return KringProcess.start('cli/kring', parameters, options).end();
}

/** Nothing of the test run's own settings. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = ['DATABASE_URL', 'DATA_DIR', 'PORT', 'HOST', 'NODE_ENV', 'NODE_OPTIONS'];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.includes(name) && !name.startsWith('KRING_')),
  );
}
