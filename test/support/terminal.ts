import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const loader = new URL('./typescript.mjs', import.meta.url).href;
const started = new Set<ChildProcess>();

/** A program of Kring's in a process of its own, as somebody at a terminal runs it, from the sources. */
export class Terminal {
  private output = '';
  private readonly exited: Promise<[number | null, NodeJS.Signals | null]>;

  private constructor(readonly child: ChildProcess) {
    started.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  }

  /** @param program `main` for the server, `cli/kring` for the command */
  static run(program: 'main' | 'cli/kring', settings: Record<string, string>, ...words: string[]): Terminal {
    const file = fileURLToPath(new URL(`../../src/${program}.ts`, import.meta.url));
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ...settings };
    return new Terminal(spawn(process.execPath, ['--import', loader, file, ...words], { env, stdio: 'pipe' }));
  }

  static killAll(): void {
    for (const child of started) child.kill('SIGKILL');
    started.clear();
  }

  /** All it has said so far, on both streams. */
  get said(): string {
    return this.output;
  }

  type(text: string): void {
    this.child.stdin?.end(text);
  }

  /** Waits until the text is said; the first group of the pattern. */
  async waitFor(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match[1] ?? match[0];
      if (this.child.exitCode !== null) throw new Error(`It ended without saying ${pattern}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Where the server says that it listens. */
  address(): Promise<string> {
    return this.waitFor(/(http:\/\/localhost:\d+)\/graphql/);
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.child.kill(signal);
    const [code] = await this.exited;
    return code;
  }
}
