import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/id.js';
import type { CastMember } from '../support/world.js';
import { canary } from './canaries.js';

export type Row = Record<string, unknown>;

/** Who plays which part in what happens in one club. */
export interface Parts {
  clubId: string;
  /** Receives, sells, is served. */
  self: CastMember;
  /** Introduces, gives, is the root. */
  party: CastMember;
  /** Of the same club; gives something too. */
  third: CastMember;
  /** Two humans of the network with no seat in the club. */
  outsiders: [CastMember, CastMember];
}

/** Writes rows under names. In Ghent every personal value is a canary; elsewhere it says where it is from. */
export class Scribe {
  readonly ids = new Map<string, string>();

  constructor(
    private readonly database: DataSource,
    /** Null for the club of the canaries. */
    readonly place: string | null,
  ) {}

  /** The value of a personal column of the row of that name. */
  say(column: string, of: string): string {
    if (this.place === null) return canary(column, of);
    // How to reach a visitor is for other roles than how to reach the other contacts.
    const domain = of === 'guest' ? 'visitor' : 'elsewhere';
    if (column.endsWith('.email')) return `${this.place}-${of}@${domain}.example`.toLowerCase();
    if (column.endsWith('.phone')) return `+3249${String(100_000 + this.ids.size)}`;
    if (column.startsWith('deal_adjustments.amount')) return '-500';
    if (column.endsWith('_minor')) return '8000000';
    if (column.endsWith('.units')) return '2';
    if (column.endsWith('.percent')) return '50';
    if (column === 'scorecard_results.metrics') return '5';
    if (column === 'alerts.measured' || column === 'alert_evidence.units') return '5';
    return `${this.place} ${column} ${of}`;
  }

  /** Of a row of which nothing is to be recognised: a value that is no canary. */
  plain(of: string): string {
    return `plain ${of}`;
  }

  id(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`There is no ${name}.`);
    return id;
  }

  async write(name: string, table: string, row: Row): Promise<string> {
    const id = newId();
    this.ids.set(name, id);
    await insertRow(this.database, table, { id, ...row });
    return id;
  }

  async query(text: string, values: unknown[]): Promise<void> {
    await this.database.query(text, values);
  }
}

export async function insertRow(database: DataSource, table: string, row: Row): Promise<void> {
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await database.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
}
