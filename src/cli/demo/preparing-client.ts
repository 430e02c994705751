import { Client, type ClientConfig } from 'pg';

/**
 * A client that lets PostgreSQL parse and plan each text once, where the next thousand times differ in their values
 * only. For one long task on a connection of our own: what is prepared stays, and poolers between do not know it.
 */
export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();

  constructor(config?: ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...parameters: unknown[]) => unknown;
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && Array.isArray(values)
        ? query({ name: this.nameOf(text), text, values }, ...rest)
        : query(text, values, ...rest)) as Client['query'];
  }

  private nameOf(text: string): string {
    const name = this.names.get(text) ?? `kring_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
