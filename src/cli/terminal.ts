import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Interrupted } from './problem.js';

/** Asks somebody who sits at a terminal. */
export class Terminal {
  private isHidden = false;
  private readonly asking: Interface;
  private readonly closed: Promise<never>;

  constructor(private readonly interrupted: AbortSignal) {
    const output = new Writable({
      write: (chunk: Buffer, _, done) => {
        if (!this.isHidden) process.stdout.write(chunk);
        done();
      },
    });
    this.asking = createInterface({ input: process.stdin, output, terminal: true });
    // While it reads key by key the terminal sends no signal for Ctrl+C: the key is all there is.
    this.asking.on('SIGINT', () => process.emit('SIGINT'));
    this.closed = once(this.asking, 'close').then(() => {
      throw new Interrupted('The terminal was closed.');
    });
    // Of interest only while a question is open, where `ask` waits for it.
    this.closed.catch(() => undefined);
  }

  /** @throws Interrupted or an AbortError when whoever is asked wants it to end */
  ask(question: string): Promise<string> {
    return Promise.race([this.asking.question(`${question}: `, { signal: this.interrupted }), this.closed]);
  }

  /** The same, without showing what is typed. */
  async askHidden(question: string): Promise<string> {
    process.stdout.write(`${question}: `);
    this.isHidden = true;
    try {
      return await this.ask('');
    } finally {
      this.isHidden = false;
      process.stdout.write('\n');
    }
  }

  close(): void {
    this.asking.close();
  }
}

/** All of standard input, without the line break at its end. */
export async function readInput(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
