import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';

/** What a server's process has used so far: microseconds of computing, and bytes of memory it holds. */
export interface Usage {
  cpuMicroseconds: number;
  residentBytes: number;
}

/** What is sent to a server: a JSON body to a path. */
export interface Call {
  path: string;
  token: string;
  body: object;
}

/** A server in a process of its own, as each of the compared ones is. */
export class ServerProcess {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /** @param script a file beside this one, which tells its address when it listens and its usage when asked */
  static async start(script: string, env: Record<string, string>): Promise<ServerProcess> {
    const child = fork(new URL(script, import.meta.url), {
      execArgv: process.execArgv,
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    const [address] = (await Promise.race([once(child, 'message'), diesEarly(child)])) as [string];
    return new ServerProcess(child, address);
  }

  /** @throws Error for an answer that is not 200 or holds errors */
  async call(call: Call): Promise<string> {
    const answer = await this.send(call);
    if (answer.includes('"errors":[{')) throw new Error(`${call.path}: ${answer}`);
    return answer;
  }

  async usage(): Promise<Usage> {
    this.child.send('usage');
    const [usage] = (await once(this.child, 'message')) as [Usage];
    return usage;
  }

  stop(): void {
    this.agent.destroy();
    this.child.kill();
  }

  private send({ path, token, body }: Call): Promise<string> {
    const payload = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(payload),
      authorization: `Bearer ${token}`,
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.address}${path}`, { method: 'POST', agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }
}

async function diesEarly(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`A server ended before it listened, with exit code ${code}.`);
}
