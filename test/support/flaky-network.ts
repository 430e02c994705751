import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A network between clients and a server that can be cut: what is under way is lost, in whichever direction. */
export class FlakyNetwork {
  private readonly sockets = new Set<Socket>();
  private isUp = true;
  /** How many connections were torn. */
  torn = 0;

  private constructor(private readonly server: Server) {}

  /** @param target where the server listens, such as http://127.0.0.1:3000 */
  static async before(target: string): Promise<FlakyNetwork> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    const network = new FlakyNetwork(server);
    server.on('connection', (client) => network.join(client, connect(Number(port), hostname)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The network is down for good.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Tears every connection, and refuses new ones for so many milliseconds. */
  async cut(milliseconds: number): Promise<void> {
    this.isUp = false;
    this.tear();
    await delay(milliseconds);
    this.isUp = true;
  }

  async end(): Promise<void> {
    this.tear();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private tear(): void {
    this.torn += this.sockets.size / 2;
    for (const socket of this.sockets) socket.destroy();
  }

  private join(client: Socket, upstream: Socket): void {
    if (!this.isUp) {
      client.destroy();
      upstream.destroy();
      return;
    }
    this.watch(client, upstream);
    this.watch(upstream, client);
    client.pipe(upstream).pipe(client);
  }

  /** When one side ends, for whatever reason, so does the other. */
  private watch(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}
